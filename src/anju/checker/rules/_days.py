"""规则共用：写到月或日的日期，在哪里，最早和最晚是哪一天；没有的日子也认得出来。"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

DAY = r"(?<![\d.])(?P<at>)(?P<year>(?:19|20)\d\d)年(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})[日号])?"
_DAY = re.compile(DAY)
_LATER = re.compile(r"(?:\([^()]{1,8}\))?[至到、和—–~-]{1,2}(?P<at>)(?P<month>\d{1,2})月(?P<day>\d{1,2})[日号]")
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
    """Dates of a plain text that name a year and a month, in order, and the ends of their spans in the same year."""
    for match in _DAY.finditer(text):
        yield _made(match, int(match["year"]))
        later = _LATER.match(text, match.end(), match.end() + 24) if match["day"] else None
        if later is not None and int(later["month"]) >= int(match["month"]):
            yield _made(later, int(match["year"]))


def _made(match: re.Match[str], year: int) -> Day:
    month, day, start = int(match["month"]), match["day"], match.start("at")
    text = match.string[start : match.end()]
    if not 1 <= month <= _MONTHS:
        return Day(start, match.end(), text, None, None)
    length = monthrange(year, month)[1]
    if day is None:
        return Day(start, match.end(), text, date(year, month, 1), date(year, month, length))
    if not 1 <= int(day) <= length:
        return Day(start, match.end(), text, None, None)
    found = date(year, month, int(day))
    return Day(start, match.end(), text, found, found)
