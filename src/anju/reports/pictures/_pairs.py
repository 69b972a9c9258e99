"""计划与实际并排的条：一个小区一对，或一项任务一对；都从零画起，不知道的画一小段斜线。"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from anju.figures.figure import Figure
from anju.kernel.outcome import Outcome, Value
from anju.reports.picture import Box, Ink, Label, Line, Shape
from anju.reports.pictures._scale import Scale, axis, scale
from anju.reports.pictures._table import shown
from anju.reports.pictures._words import SMALL, fitted, legend

LEGEND = ((Ink.PLAN, "计划"), (Ink.PROVED, "实际"), (Ink.POSSIBLE, "未填报"))
TOP = 9.0
ROW = 9.0
BAR = 3.2
STUB = 5.0
"""mm of what nobody reported."""
ONE_COLUMN = 20
"""Rows that one column holds without filling the page."""


@dataclass(frozen=True)
class Pair:
    """A plan and what came of it, counted in one unit."""

    title: str
    unit: str
    planned: Outcome[Figure]
    actual: Outcome[Figure]

    @property
    def size(self) -> Fraction:
        """The larger of the two in base units, 0 where neither is known."""
        return max(_value(self.planned), _value(self.actual))


def across(pairs: Sequence[Pair], width: float) -> tuple[tuple[Shape, ...], float]:
    """All pairs on one scale, in one column or two; the shapes and how tall they are."""
    columns = 1 if len(pairs) <= ONE_COLUMN else 2
    rows = -(-len(pairs) // columns)
    room = width / columns
    most = max(pair.size for pair in pairs)
    bottom = TOP + ROW * rows
    shapes: list[Shape] = [*legend(LEGEND, 0.5, 4.5)]
    for column in range(columns):
        left = column * room
        of = scale(left + 36, room - 36 - 22, most, parts=5 if columns == 1 else 2)
        shapes += axis(of, TOP, bottom, pairs[0].unit)
        for row, pair in enumerate(pairs[column * rows : (column + 1) * rows]):
            shapes += _pair(pair, of, left, TOP + ROW * row)
    return tuple(shapes), bottom + 6


def below(pairs: Sequence[Pair], width: float) -> tuple[tuple[Shape, ...], float]:
    """Each pair on a scale of its own, since their units differ; each scale begins at 0 and bears no ticks."""
    shapes: list[Shape] = [*legend(LEGEND, 0.5, 4.5)]
    for row, pair in enumerate(pairs):
        y = TOP + ROW * row
        of = Scale(36, width - 36 - 30, pair.size or Fraction(1), Fraction(1))
        shapes += [Line(36, y, 36, y + ROW, Ink.QUIET), *_pair(pair, of, 0, y)]
    return tuple(shapes), TOP + ROW * len(pairs) + 2


def _pair(pair: Pair, of: Scale, left: float, y: float) -> list[Shape]:
    name = Label(of.left - 2, y + 5.4, fitted(pair.title, of.left - left - 2, SMALL), "end", SMALL)
    return [name, *_bar(pair.planned, pair, of, y + 0.9, Ink.PLAN), *_bar(pair.actual, pair, of, y + 4.5, Ink.PROVED)]


def _bar(found: Outcome[Figure], pair: Pair, of: Scale, y: float, ink: Ink) -> list[Shape]:
    """A bar and its number behind it."""
    known = isinstance(found, Value)
    length = of.mm(_value(found)) if known else STUB
    words = Label(of.left + length + 1.2, y + 2.7, shown(found, pair.unit), size=2.9, ink=Ink.QUIET)
    id = found.value.id if isinstance(found, Value) else ""
    return [*([Box(of.left, y, length, BAR, ink if known else Ink.POSSIBLE, id)] if length else []), words]


def _value(found: Outcome[Figure]) -> Fraction:
    return found.value.value or Fraction(0) if isinstance(found, Value) else Fraction(0)
