"""期间与日期：日期可以只写到年或月，各种写法都认，不存在的日期不认。"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date

from anju.kernel.numeral import half_width, read_number


class NotADate(ValueError):
    """不是日期，或日历上没有这一天。"""


@dataclass(frozen=True, slots=True)
class Period:
    """从首日到末日的一段时间，首尾两日都在内。"""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.first > self.last:
            raise ValueError(f"期间的首日{self.first}晚于末日{self.last}")

    @classmethod
    def year(cls, year: int) -> Period:
        """The calendar year."""
        return cls(date(year, 1, 1), date(year, 12, 31))

    @classmethod
    def month(cls, year: int, month: int) -> Period:
        """The calendar month."""
        return cls(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]))

    def contains(self, day: date) -> bool:
        """Whether the day lies in the period."""
        return self.first <= day <= self.last


_YEARS = range(1900, 2101)
_CLOCK = r"(?:[T\s]+(?:[01]?[0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]+)?)?)?"
_NUMBER = "[0-9零〇○◯Oo一二三四五六七八九十]"
_FORMS = (
    re.compile(
        rf"(?P<year>[0-9]{{4}})\s*(?P<gap>[-./])\s*(?P<month>[0-9]{{1,2}})"
        rf"(?:\s*(?P=gap)\s*(?P<day>[0-9]{{1,2}}){_CLOCK})?"
    ),
    re.compile(
        rf"(?P<year>{_NUMBER}{{4}})\s*年(?:度|\s*(?P<month>{_NUMBER}{{1,2}})\s*月(?:份|\s*"
        rf"(?P<day>{_NUMBER}{{1,3}})\s*[日号]{_CLOCK})?)?"
    ),
    re.compile(r"(?P<year>[0-9]{4})(?:(?P<month>[0-9]{2})(?P<day>[0-9]{2})?)?"),
)
_CIRCLES = re.compile("[Oo○◯]")


def read_date(text: str) -> Period:
    """The day, month or year a person wrote, as the period it covers; NotADate otherwise.

    Taken: 2023年5月1日, 2023年5月, 2023年, 2023.5.1, 2023-05-01, 2023/5/1, 20230501, 202305, 2023, full-width
    signs, 二〇二四年一月三十日, and a clock time behind a full date, which is dropped.
    """
    plain = half_width(text.strip())
    match = next(filter(None, (form.fullmatch(plain) for form in _FORMS)), None)
    shown = text.strip()[:30]
    if match is None:
        raise NotADate(f"“{shown}”不是日期，请写成2023年5月1日或2023-05-01" if shown else "这里是空白，应填日期")
    try:
        year, month, day = (_number(match[name]) for name in ("year", "month", "day"))
        return _covered(year or 0, month, day)
    except ValueError:
        raise NotADate(f"“{shown}”不是日历上的日期，请核对年月日") from None


def chinese_date(day: date) -> str:
    """2023年5月1日: Arabic digits without leading zeros, as official papers want it."""
    return f"{day.year}年{day.month}月{day.day}日"


def default_as_of(plan_year: int) -> date:
    """31 December of the plan year, the as-of date when nothing else was said."""
    return date(plan_year, 12, 31)


def _number(text: str | None) -> int | None:
    if text is None:
        return None
    return int(text) if text.isascii() and text.isdigit() else int(read_number(_CIRCLES.sub("〇", text)))


def _covered(year: int, month: int | None, day: int | None) -> Period:
    if year not in _YEARS:
        raise ValueError(year)
    if month is None:
        return Period.year(year)
    if day is None:
        return Period.month(year, month)
    return Period(date(year, month, day), date(year, month, day))
