"""数怎么落进格子：存成数，格式照印出来的样子，单位和记号写在格式里。"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from anju.figures.figure import STORED
from anju.kernel.unit import UnknownUnit, decimal_text, unit
from anju.reports.document import Cell, Printed, words

_PRINTED = re.compile(r"(?P<digits>-?[0-9,]+(?:\.(?P<places>[0-9]+))?)(?P<unit>.*)")
_DIGITS = 15
_BEFORE = ("", "≥", "=", "≤")
_BEHIND = 6
"""How many characters may follow a number within its format: a unit, a mark, 示例."""
_SHOWN = {"fen": "万元", "dm2": "㎡", "share": "%", "points": "分"}


@dataclass(frozen=True)
class Number:
    """A number for Excel to reckon with, and the format that shows it as it is printed."""

    value: Decimal
    format: str


def number(cell: Cell) -> Number | None:
    """None where the cell is words, or words with numbers among them."""
    figures = [run for run in cell.runs if isinstance(run, Printed)]
    if len(figures) != 1 or figures[0].figure.value is None:
        return None
    at = cell.runs.index(figures[0])
    before, behind = words(cell.runs[:at]), words(cell.runs[at + 1 :])
    found = _PRINTED.fullmatch(figures[0].text)
    if found is None or before not in _BEFORE or len(behind) > _BEHIND:
        return None
    digits = found["digits"].replace(",", "")
    if len(digits.lstrip("-0.").replace(".", "")) > _DIGITS:
        return None  # Excel would lose some
    value = _exact(figures[0], digits)
    shape = ("#,##0" if "," in found["digits"] else "0") + (f".{'0' * len(found['places'])}" if found["places"] else "")
    if found["unit"] == "%":
        return Number(value / 100, f"{_quoted(before)}{shape}%{_quoted(behind)}")
    return Number(value, f"{_quoted(before)}{shape}{_quoted(found['unit'] + behind)}")


def _quoted(text: str) -> str:
    return f'"{text.replace(chr(34), "")}"' if text else ""


def _exact(printed: Printed, digits: str) -> Decimal:
    """The figure's exact value in the printed unit, if rounding it gives what is printed; else what is printed."""
    places = len(digits.partition(".")[2])
    for factor in _factors(printed):
        value = (printed.figure.value or Fraction(0)) / factor
        if decimal_text(value, 1, places) == digits:
            return Decimal(decimal_text(value, 1, 12))
    return Decimal(digits)


def _factors(printed: Printed) -> Iterator[int | Fraction]:
    """How many stored units the printed one may hold."""
    figure = printed.figure
    if figure.stored == "thousandth":
        yield 1000
    elif figure.stored in STORED:
        base = STORED[figure.stored]
        for symbol in (printed.unit, figure.shown, _SHOWN.get(figure.stored, "")):
            try:
                found = unit(symbol, base.dimension) if symbol else base
            except UnknownUnit:
                continue
            if found.dimension is base.dimension:
                yield found.factor


def plain(stored: str, shown: str, value: int) -> tuple[Decimal, str] | None:
    """What a row adds to a sum stored so, in the unit a reader knows; None for shares and points, which are no sums."""
    match stored:
        case "fen":
            return Decimal(value) / 1_000_000, "万元"
        case "dm2":
            return Decimal(value) / 100, "㎡"
        case "thousandth":
            return Decimal(value) / 1000, shown
        case "count":
            return Decimal(value), shown
    return None
