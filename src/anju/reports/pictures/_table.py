"""图旁的表：画了哪些数，一格一个，不知道的写未填报。"""

from __future__ import annotations

from collections.abc import Sequence

from anju.figures.figure import Figure
from anju.kernel.outcome import NotApplicable, Outcome, Value
from anju.reports.document import Cell, Grid, Printed

MISSING = "未填报"
INAPPLICABLE = "不适用"


def head(*words: str) -> tuple[Cell, ...]:
    return tuple(Cell((word,), head=True) for word in words)


def words(text: str) -> Cell:
    return Cell((text,), align="left")


def number(found: Outcome[Figure], unit: str) -> Cell:
    """A figure counted in `unit`, which the column's head names; else why there is none, in one word."""
    if isinstance(found, Value):
        figure = found.value
        return Cell((Printed(figure, figure.printed(unit, bare=True, grouped=True), unit),), align="right")
    return Cell((INAPPLICABLE if isinstance(found, NotApplicable) else MISSING,), align="right")


def shown(found: Outcome[Figure], unit: str) -> str:
    """The same as one reads it beside a mark in the picture: 776户, 未填报."""
    return plain(found, unit) + made_up(found)


def plain(found: Outcome[Figure], unit: str) -> str:
    """Without the word that it is made up, which then stands beside the name of the mark."""
    if isinstance(found, Value):
        return found.value.printed(unit, grouped=True)
    return INAPPLICABLE if isinstance(found, NotApplicable) else MISSING


def made_up(found: Outcome[Figure]) -> str:
    return "（示例）" if isinstance(found, Value) and found.value.illustrative else ""


def grid(heads: Sequence[str], rows: Sequence[tuple[Cell, ...]], widths: Sequence[int], title: str) -> Grid:
    return Grid(tuple(widths), (head(*heads), *rows), 1, title)
