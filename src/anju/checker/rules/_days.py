"""规则共用：写到月或日的日期，在哪里，最早和最晚是哪一天；没有的日子也认得出来。"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

DAY = r"(?<![\d.])(?P<year>(?:19|20)\d\d)年(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})[日号])?"
_DAY = re.compile(DAY)
_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Day:
    """A date over [start, end) of the plain text; `first` and `last` are None when there is no such day."""

    start: int
    end: int
    text: str
    first: date | None
    last: date | None

    def after(self, other: Day) -> bool:
        """Whether it is later, however the two are read."""
        return self.first is not None and other.last is not None and self.first > other.last


def days(text: str) -> Iterator[Day]:
    """The dates of a plain text that name a year and a month, in order."""
    return (_made(match) for match in _DAY.finditer(text))


def _made(match: re.Match[str]) -> Day:
    year, month, day = int(match["year"]), int(match["month"]), match["day"]
    if not 1 <= month <= _MONTHS:
        return Day(match.start(), match.end(), match[0], None, None)
    length = monthrange(year, month)[1]
    if day is None:
        return Day(match.start(), match.end(), match[0], date(year, month, 1), date(year, month, length))
    if not 1 <= int(day) <= length:
        return Day(match.start(), match.end(), match[0], None, None)
    found = date(year, month, int(day))
    return Day(match.start(), match.end(), match[0], found, found)
