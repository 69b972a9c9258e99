"""表内合计不符：表里的合计行，不等于上面各行相加。

Each column of figures with a 合计, 总计 or 小计 row against the rows it stands for: those above it since the total
before, or below when it comes first. 小计, 其中, numbered and merged groups are tried in and out before anything is
said. Columns of rates, points and ordinals are left out, and so is a column with an open or unreadable cell among its
parts, unless it comes out. An error in a plain table, and in one with groups where the same rows make up the total of
another column. Wrong when a row is not part of the total: mark it 其中, or move it below.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from anju.checker.extract import Extract
from anju.checker.extract.tables import Cell, Grid
from anju.checker.relation import Relation, Result
from anju.checker.rules._levels import grouped, level, readings
from anju.checker.rules._points import SCORE, WEIGHT
from anju.checker.rules._tables import (
    ADDED,
    NOT_ADDED,
    added,
    adds_up,
    base,
    finest,
    head,
    is_part,
    is_subtotal,
    is_total,
    named,
    summed,
    written,
)
from anju.kernel.finding import Computation, Severity

WHY = "表是数的来源。合计行和上面各行对不上，正文里从表里抄的数也就靠不住。"
WRONG = """
| 小区 | 户数（户） | 投资（万元） |
| 绿苑小区 | 120 | 310.50 |
| 绿洲小区 | 96 | 255.30 |
| 华苑小区 | 204 | 501.20 |
| 合计 | 420 | 1076.00 |
"""
RIGHT = """
| 小区 | 户数（户） | 投资（万元） |
| 绿苑小区 | 120 | 310.50 |
| 绿洲小区 | 96 | 255.30 |
| 华苑小区 | 204 | 501.20 |
| 合计 | 420 | 1067.00 |
"""
MISTAKEN = "有的行不算在合计之内（“其中”行、说明行），或者还有几行没有列进表里。"
SETTLE = "漏加或写错的改正；不在合计之内的行，行首写“其中”；没有列全的，加一行“其他”。"

_BELOW = 99
"""The reading of a 小计 that stands over its rows."""
_MOST_RELATED, _MOST_OPERANDS = 20, 400


def check(extract: Extract) -> Iterator[Relation]:
    for grid in extract.grids:
        if grid.trusted:
            columns = {number: _column(grid, number) for number in grid.columns}
            for index, row in enumerate(grid.rows):
                totals = [cell for cell in row if cell.quantity is not None and _adding(cell)]
                totals = [cell for cell in totals if is_total(cell) or is_subtotal(cell)]
                if totals:
                    yield from _row(extract, grid, columns, index, totals)


def _adding(cell: Cell) -> bool:
    assert cell.quantity is not None
    marks = SCORE.search(cell.head) or WEIGHT.search(cell.head)
    return cell.quantity.unit.dimension in ADDED and not cell.per and not NOT_ADDED.search(cell.head) and not marks


def _row(
    extract: Extract, grid: Grid, columns: Mapping[int, _Column], index: int, totals: Sequence[Cell]
) -> Iterator[Relation]:
    """The columns of one total. The reading that holds for one column is the table's own."""
    judged: list[tuple[Cell, list[Cell], bool, int, list[Cell]]] = []
    for total in totals:
        column = columns[total.place.column]
        parts, open_cells = _parts(grid, column, total, _range(grid, column, total, index))
        if len(parts) < 2:
            continue
        last = column.last
        found = next(((n, chosen) for n, chosen in readings(parts) if adds_up(chosen, total, last)), (-1, []))
        if found[0] < 0 and is_subtotal(total):
            below, _ = _parts(grid, column, total, (index + 1, _next(column.every, index, len(grid.rows))))
            found = (-1, []) if len(below) < 2 or not adds_up(below, total, last) else (_BELOW, below)
        judged.append((total, parts, open_cells, *found))
    settled = {number for _, _, _, number, _ in judged if number >= 0}
    for total, parts, open_cells, number, chosen in judged:
        if number >= 0:
            yield _made(extract, Result.HELD, total, chosen)
            continue
        usual = next((each for n, each in readings(parts) if n in settled), None)
        severity = _severity(total, parts, usual is not None)
        if open_cells or severity is None:
            yield _made(extract, Result.NOT_ASSESSABLE, total, parts)
        else:
            yield _made(extract, Result.FAILED, total, usual or _leaves(parts), severity)


def _severity(total: Cell, parts: Sequence[Cell], settled: bool) -> Severity | None:
    """None: nobody can tell which rows it stands for."""
    if not grouped(parts):
        plain = not is_subtotal(total) or settled
        return Severity.ERROR if plain else None
    if settled:
        return Severity.ERROR
    marked = any(is_subtotal(cell) or is_part(cell) for cell in parts)
    unclear = is_subtotal(total) or len({level(cell) for cell in parts}) > 1 or any(cell.group for cell in parts)
    return Severity.WARNING if marked and not unclear else None


def _leaves(parts: Sequence[Cell]) -> list[Cell]:
    return [cell for cell in parts if not is_subtotal(cell) and not is_part(cell)] if grouped(parts) else list(parts)


def _parts(grid: Grid, column: _Column, total: Cell, span: tuple[int, int]) -> tuple[list[Cell], bool]:
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


@dataclass(frozen=True)
class _Column:
    """The figures of a column, with the indices of their rows, of its totals, and of its totals of whatever rank."""

    cells: list[Cell]
    rows: list[int]
    totals: list[int]
    every: list[int]
    last: Decimal


def _column(grid: Grid, number: int) -> _Column:
    found = grid.columns[number]
    totals = [n for n, cell in found if is_total(cell)]
    every = [n for n, cell in found if is_total(cell) or is_subtotal(cell)]
    return _Column([cell for _, cell in found], [n for n, _ in found], totals, every, finest(cell for _, cell in found))


def _range(grid: Grid, column: _Column, total: Cell, index: int) -> tuple[int, int]:
    """The rows that the total may stand for: since the total before it, else those below."""
    bounds = column.every if is_subtotal(total) else column.totals
    at = bisect_left(bounds, index)
    grand = "总计" in total.stub
    start = bounds[at - 1] + 1 if at and not grand else grid.head_rows
    if bisect_left(column.rows, start) < bisect_left(column.rows, index):
        return start, index
    return index + 1, bounds[at + 1] if at + 1 < len(bounds) else len(grid.rows)


def _next(bounds: Sequence[int], index: int, end: int) -> int:
    at = bisect_left(bounds, index + 1)
    return bounds[at] if at < len(bounds) else end


def _made(
    extract: Extract, result: Result, total: Cell, parts: Sequence[Cell], severity: Severity = Severity.WARNING
) -> Relation:
    computed = written(total, summed(parts))
    gap = written(total, abs(summed(parts) - base(total)))
    message = (
        f"{named(extract, total)}，{added(parts)}相加为{computed}，相差{gap}，不一致，请核。"
        f"可能有一行漏加或写错，请更正；有一行不在合计之内的，请注明“其中”。"
    )
    assert total.quantity is not None
    return Relation(
        result,
        total.where,
        tuple(cell.where for cell in parts[:_MOST_RELATED]),
        Computation(total.said, computed, tuple(cell.said for cell in parts[:_MOST_OPERANDS])),
        severity,
        message,
        (total.quantity,),
        formula=f"表{total.place.table}{head(total)}列{added(parts)}＝{computed}",
    )
