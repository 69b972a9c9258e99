"""规则共用：一列里的数、合计在哪几行，一个合计管着哪一段，段里有没有空着的格。"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from anju.checker.extract.tables import Cell, Grid
from anju.checker.rules._levels import level
from anju.checker.rules._tables import finest, is_subtotal, is_total


@dataclass(frozen=True)
class Column:
    """The figures of a column, with the indices of their rows, of its totals, and of its totals of whatever rank."""

    cells: list[Cell]
    rows: list[int]
    totals: list[int]
    every: list[int]
    last: Decimal


def column_of(grid: Grid, number: int) -> Column:
    found = grid.columns[number]
    totals = [n for n, cell in found if is_total(cell)]
    every = [n for n, cell in found if is_total(cell) or is_subtotal(cell)]
    return Column([cell for _, cell in found], [n for n, _ in found], totals, every, finest(cell for _, cell in found))


def parts_of(grid: Grid, column: Column, total: Cell, span: tuple[int, int]) -> tuple[list[Cell], bool]:
    """The figures that it stands for, and whether one of them is open or of another kind."""
    start, end = span
    parts = column.cells[bisect_left(column.rows, start) : bisect_left(column.rows, end)]
    assert total.quantity is not None
    kinds = {cell.quantity.unit.dimension for cell in parts if cell.quantity is not None}
    left = any(_open(grid.rows[n], total.place.column) for n in range(start, end))
    return parts, left or kinds != {total.quantity.unit.dimension}


def _open(row: Sequence[Cell], column: int) -> bool:
    """Whether a row with a name says no figure in the column; one that is all name, or numbered, is a heading."""
    here = next((cell for cell in row if cell.place.column <= column < cell.place.column + cell.place.columns), None)
    if here is None:
        return bool(row) and any(cell.quantity is not None for cell in row)
    if here.quantity is not None:
        return False
    heading = here.place.columns > 1 or (level(here) == 0 and all(cell.quantity is None for cell in row))
    return bool(here.stub) and not heading


def span_of(grid: Grid, column: Column, total: Cell, index: int) -> tuple[int, int]:
    """The rows that the total may stand for: since the total before it, else those below."""
    bounds = column.every if is_subtotal(total) else column.totals
    at = bisect_left(bounds, index)
    grand = "总计" in total.stub
    start = bounds[at - 1] + 1 if at and not grand else grid.head_rows
    if bisect_left(column.rows, start) < bisect_left(column.rows, index):
        return start, index
    return index + 1, bounds[at + 1] if at + 1 < len(bounds) else len(grid.rows)


def next_bound(bounds: Sequence[int], index: int, end: int) -> int:
    at = bisect_left(bounds, index + 1)
    return bounds[at] if at < len(bounds) else end
