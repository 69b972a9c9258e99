"""一格怎么写出去：事实表里存的，写成人在格子里填的样子。"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from anju.exchange.cells import scale
from anju.exchange.words_sheet import word
from anju.facts._column import Column, Kind
from anju.facts._table import WHOLE_COUNTY
from anju.kernel.unit import decimal_text
from anju.policy.loader import Policy

At = tuple[int, int]
WHOLE_COUNTY_WORDS = "全县"
_DIGITS = 15
"""How many digits of a number Excel keeps; a longer one is written as text."""


class Pen:
    """Writes cells of one sheet; `at` is row and column, counted from 0."""

    def __init__(self, raw: Any, policy: Policy) -> None:
        self._raw, self._policy = raw, policy

    def put(self, at: At, column: Column, value: Any, style: Any) -> None:
        """Write one stored value; None leaves the empty cell its frame."""
        if value is None:
            self.blank(at, style)
        elif column.kind is Kind.DATE:
            self.date(at, value, style)
        elif column.kind is Kind.FLAG:
            self.text(at, "是" if value else "否", style)
        elif column.kind is Kind.CODE:
            self.text(at, word(column, value, self._policy), style)
        elif column.kind is Kind.TEXT:
            whole = column.name == "community" and value == WHOLE_COUNTY
            self.text(at, WHOLE_COUNTY_WORDS if whole else value, style)
        elif column.kind is Kind.SHARE and column.shown == "%":
            self.text(at, f"{decimal_text(value, 100)}%", style)
        else:
            self.number(at, decimal_text(value, scale(column) or 1), style)

    def blank(self, at: At, style: Any) -> None:
        self._raw.write_blank(*at, None, style)

    def text(self, at: At, text: str, style: Any) -> None:
        self._raw.write_string(*at, text, style)

    def number(self, at: At, text: str, style: Any) -> None:
        """A number for Excel to reckon with, or its digits as text when Excel would lose some."""
        if len(text.lstrip("-0.").replace(".", "")) <= _DIGITS:
            self._raw.write_number(*at, float(text), style)
        else:
            self.text(at, text, style)

    def date(self, at: At, day: date, style: Any) -> None:
        """A date; Excel's calendar begins in 1900, an earlier day is written as text."""
        if day.year < 1900:
            self.text(at, day.isoformat(), style)
        else:
            self._raw.write_datetime(*at, datetime(day.year, day.month, day.day), style)
