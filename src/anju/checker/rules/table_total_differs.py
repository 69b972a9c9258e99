"""表内合计不符：表里的合计行，不等于上面各行相加。

Each column of figures with a 合计, 总计 or 小计 row against the rows it stands for: those above it since the total
before, or below when it comes first. 小计, 其中, numbered and merged groups are tried in and out before anything is
said. Columns of rates, points and ordinals are left out, and so is a column with an open or unreadable cell among its
parts, unless it comes out. An error in a plain table, and in one with groups where the same rows make up the total of
another column. Wrong when a row is not part of the total: mark it 其中, or move it below.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from anju.checker.extract import Extract
from anju.checker.extract.tables import Cell, Grid
from anju.checker.relation import Relation, Result
from anju.checker.rules._columns import Column, column_of, next_bound, parts_of, span_of
from anju.checker.rules._levels import grouped, level, readings
from anju.checker.rules._points import SCORE, WEIGHT
from anju.checker.rules._tables import (
    ADDED,
    NOT_ADDED,
    added,
    adds_up,
    base,
    head,
    is_part,
    is_subtotal,
    is_total,
    named,
    summed,
    written,
)
from anju.kernel.finding import Computation, Severity
from anju.kernel.unit import Dimension

AUDIT_POINTS = ("C03",)
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

_TIME = re.compile("[月季年日]")
_BELOW = 99
"""The reading of a 小计 that stands over its rows."""
_MOST_RELATED, _MOST_OPERANDS = 20, 400


def check(extract: Extract) -> Iterator[Relation]:
    for grid in extract.grids:
        if grid.trusted:
            columns = {number: column_of(grid, number) for number in grid.columns}
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
    extract: Extract, grid: Grid, columns: Mapping[int, Column], index: int, totals: Sequence[Cell]
) -> Iterator[Relation]:
    """The columns of one total. The reading that holds for one column is the table's own."""
    judged = [
        each for total in totals if len((each := _judged(grid, columns[total.place.column], total, index)).parts) > 1
    ]
    settled = _settled((each.reading, each.chosen) for each in judged if each.reading >= 0)
    rows = next(iter(settled.values()), frozenset())
    for each in judged:
        total, parts = each.total, each.parts
        if each.reading >= 0:
            yield _made(extract, Result.HELD, total, each.chosen)
            continue
        usual = [cell for cell in parts if cell.place.row in rows]
        beneath = each.below if len(usual) < 2 and _BELOW in settled else ()
        severity = _severity(total, parts, len(usual) > 1 or bool(beneath))
        if (each.incomplete and not beneath) or severity is None or _counted_twice(total, parts):
            yield _made(extract, Result.NOT_ASSESSABLE, total, parts)
        else:
            taken = (usual if len(usual) > 1 else beneath) or _leaves(parts)
            yield _made(extract, Result.FAILED, total, taken, severity)


@dataclass(frozen=True, slots=True)
class _Judged:
    """A total with its parts, the reading that holds (-1: none) with the cells it takes, and the rows below a 小计."""

    total: Cell
    parts: Sequence[Cell]
    incomplete: bool
    reading: int
    chosen: Sequence[Cell]
    below: Sequence[Cell] = ()


def _judged(grid: Grid, column: Column, total: Cell, index: int) -> _Judged:
    parts, incomplete = parts_of(grid, column, total, span_of(grid, column, total, index))
    fitting = (found for found in readings(parts) if adds_up(found[1], total, column.last))
    found = next(fitting, None) if len(parts) > 1 else None
    if found is not None or not is_subtotal(total):
        return _Judged(total, parts, incomplete, *(found or (-1, ())))
    below, left = parts_of(grid, column, total, (index + 1, next_bound(column.every, index, len(grid.rows))))
    fits = len(below) > 1 and adds_up(below, total, column.last)
    return _Judged(total, parts, incomplete, _BELOW if fits else -1, below if fits else (), () if left else below)


def _settled(found: Iterable[tuple[int, Sequence[Cell]]]) -> dict[int, frozenset[int]]:
    """The readings that hold for columns of this total, with the rows they take; the most usual first."""
    every = [(number, frozenset(cell.place.row for cell in chosen)) for number, chosen in found]
    often = Counter(rows for _, rows in every)
    return dict(sorted(every, key=lambda each: -often[each[1]]))


def _counted_twice(total: Cell, parts: Sequence[Cell]) -> bool:
    """基础类14个、完善类9个、提升类3个，合计14个: each is counted under several heads, the total is the largest. Of
    months the last may be the year's."""
    assert total.quantity is not None
    if total.quantity.unit.dimension is Dimension.COUNT and base(total) == max(map(base, parts)):
        return True
    times = all(_TIME.search(cell.stub) for cell in parts)
    return times and base(total) in {base(parts[0]), base(parts[-1])}


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
