"""表内其中各行相加不符：几个“其中”行、下一级编号的行，别的列都加得起来，这一列加不起来。

Rows that say 其中 one after another below their whole, or are numbered one level deeper (二、支出, 1., 2.), column by
column. They need not be all of it: only where they are in at least two other columns, or in the same column of two
other wholes, is a column at odds where they are not; a warning. Wrong when a part of it has no row: add 其他.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from anju.checker.extract import Extract
from anju.checker.extract.tables import Cell, Grid
from anju.checker.relation import Relation, Result
from anju.checker.rules._levels import level
from anju.checker.rules._tables import (
    ADDED,
    NOT_ADDED,
    added,
    adds_up,
    base,
    finest,
    is_part,
    is_total,
    named,
    row_sum,
    summed,
    written,
)
from anju.kernel.finding import Severity

AUDIT_POINTS = ("C03",)
WHY = "“其中”各行把总数分完了的，每一列都该加得起来；只有一列加不起来，多半是这一列抄错了一格。"
WRONG = """
| 改造类型 | 任务数（户） | 开工数（户） | 补助（万元） |
| 危房改造 | 187 | 189 | 561.70 |
| 其中：整栋危险 | 60 | 61 | 109.80 |
| 其中：局部危险 | 127 | 128 | 415.90 |
"""
RIGHT = """
| 改造类型 | 任务数（户） | 开工数（户） | 补助（万元） |
| 危房改造 | 187 | 189 | 561.70 |
| 其中：整栋危险 | 60 | 61 | 109.80 |
| 其中：局部危险 | 127 | 128 | 451.90 |
"""
MISTAKEN = "这一列还有一部分不在列出的“其中”之内。"
SETTLE = "抄错的格改正；另有一部分的，加一行“其他”。"


_UNNUMBERED, _DEEPEST = 4, 9


@dataclass(frozen=True, slots=True)
class _Group:
    """A whole with the parts below it in one column, and whether they make it up."""

    whole: Cell
    parts: tuple[Cell, ...]
    held: bool
    number: int


def check(extract: Extract) -> Iterator[Relation]:
    for grid in extract.grids:
        groups = list(_groups(grid)) if grid.trusted else []
        rows = Counter(group.number for group in groups if group.held)
        columns = Counter(group.whole.place.column for group in groups if group.held)
        for group in groups:
            if group.held:
                yield _made(extract, Result.HELD, group)
            elif _larger(group):
                continue  # a part above its whole is told of by itself
            elif max(rows[group.number], columns[group.whole.place.column]) > 1:
                yield _made(extract, Result.FAILED, group)


def _larger(group: _Group) -> bool:
    return any(base(part) > base(group.whole) for part in group.parts)


def _groups(grid: Grid) -> Iterator[_Group]:
    whole: dict[int, Cell] = {}
    below: list[dict[int, Cell]] = []
    number = 0
    for row in (*grid.body, ()):
        figures = {cell.place.column: cell for cell in row if cell.quantity is not None}
        if row and not figures:
            continue
        depth = _depth(figures)
        if figures and whole and depth > _depth(whole):
            if not below or depth == _depth(below[0]):
                below.append(figures)
            continue
        if whole and len(below) > 1:
            number += 1
            yield from _columns(grid, whole, below, number)
        total = any(is_total(cell) for cell in figures.values())
        whole, below = ({} if total else figures), []


def _depth(row: dict[int, Cell]) -> int:
    """How deep a row stands: by its numbering, 其中 deepest of all; 0 for a row that has none."""
    first = next(iter(row.values()), None)
    if first is None:
        return -1
    if is_part(first):
        return _DEEPEST
    found = level(first)
    return 0 if found >= _UNNUMBERED else found


def _columns(grid: Grid, whole: dict[int, Cell], below: Sequence[dict[int, Cell]], number: int) -> Iterator[_Group]:
    for column, cell in whole.items():
        parts = [row[column] for row in below if column in row]
        if len(parts) == len(below) and all(_adding(each) for each in (cell, *parts)):
            kinds = {each.quantity.unit.dimension for each in (cell, *parts) if each.quantity is not None}
            last = finest(each for _, each in grid.columns[column])
            if len(kinds) == 1 and base(cell) > 0:
                yield _Group(cell, tuple(parts), adds_up(parts, cell, last), number)


def _adding(cell: Cell) -> bool:
    assert cell.quantity is not None
    added_up = cell.quantity.unit.dimension in ADDED and not NOT_ADDED.search(cell.head + cell.stub)
    return added_up and not cell.per and not cell.qualifier


def _made(extract: Extract, result: Result, group: _Group) -> Relation:
    whole, parts = group.whole, group.parts
    computed = written(whole, summed(parts))
    gap = written(whole, abs(summed(parts) - base(whole)))
    message = (
        f"{named(extract, whole)}，下面“其中”各行{added(parts)}相加为{computed}，相差{gap}，"
        f"别的列都加得起来，不一致，请核。抄错的请更正；另有一部分没有列出的，请加一行“其他”。"
        if result is Result.FAILED
        else ""
    )
    return row_sum(result, whole, parts, Severity.WARNING, message)
