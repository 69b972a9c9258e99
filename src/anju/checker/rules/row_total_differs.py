"""表内各列相加不符：表里“合计”“全年”一列，不等于同一行各列相加。

The columns that make up the one headed 合计, 小计, 总投资 or 全年 are found by trying: those behind or before it, those
under the same head, all of its kind; the set that holds in most rows is the table's own, and a row where it does
not is at odds. A row with an open cell is not assessed. An error when at least three rows hold and the odd ones are
few, else a warning. Where cells have shifted nothing is accused; sums within a row that come out exactly are noted.
Wrong when a row has a part that no column shows: add the column, or say so below the table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, takewhile
from math import lcm

from anju.checker.extract import Extract
from anju.checker.extract.tables import Cell, Grid
from anju.checker.relation import Relation, Result
from anju.checker.rules._tables import (
    ADDED,
    NOT_ADDED,
    added,
    adds_up,
    base,
    coarse,
    finest,
    named,
    row_sum,
    summed,
    written,
)
from anju.kernel.finding import Severity

AUDIT_POINTS = ("C03",)
WHY = "资金分来源、任务分季度的表，一行里的合计就是各列之和。合计不对，行里必有一格写错，下面的总数也跟着错。"
WRONG = """
| 小区 | 合计（万元） | 中央补助（万元） | 省级补助（万元） | 县级配套（万元） |
| 绿苑小区 | 310.50 | 200.00 | 80.50 | 30.00 |
| 绿洲小区 | 255.30 | 150.00 | 75.30 | 30.00 |
| 华苑小区 | 501.20 | 300.00 | 151.20 | 50.00 |
| 东苑小区 | 120.00 | 70.00 | 30.00 | 10.00 |
"""
RIGHT = """
| 小区 | 合计（万元） | 中央补助（万元） | 省级补助（万元） | 县级配套（万元） |
| 绿苑小区 | 310.50 | 200.00 | 80.50 | 30.00 |
| 绿洲小区 | 255.30 | 150.00 | 75.30 | 30.00 |
| 华苑小区 | 501.20 | 300.00 | 151.20 | 50.00 |
| 东苑小区 | 110.00 | 70.00 | 30.00 | 10.00 |
"""
MISTAKEN = "这一行另有一部分钱或量，表里没有单列一列。"
SETTLE = "写错的格改正；确有别的部分，加一列“其他”，或在表下注明。"

_WHOLE = re.compile(
    r"(?:合计|小计|总计|共计|总数|总额|总投资|投资额|全年|总量|综合得分|总得?分|^计)(?:数|额)?(?:\([^()]*\))?$"
)
_TIME = re.compile(r"季度?|[上下]半年|\d月|^[春秋]")
_STOCK = re.compile("期[初末]|[年月季]初|[年月季]末|余额|存量|累计|平均|均|率|比|单价|保有")
_SAID = re.compile("得分|总分|合计|小计|总计|共计|全年|^计")
"""Says itself that it is a sum; an investment may have parts that nobody lists."""
_PART = re.compile("其中")
_MOST_SHIFTED = 40
_MANY = 5
"""So many rows come out exactly only where nothing was rounded; the one that does not is then at odds."""


def check(extract: Extract) -> Iterator[Relation]:
    for grid in extract.grids:
        if not grid.trusted:
            for row in grid.body:
                yield from _shifted(extract, [cell for cell in row if cell.quantity is not None])
            continue
        adding = {number: cell for number, column in grid.columns.items() if _adding(cell := column[0][1])}
        for number, cell in adding.items():
            if _WHOLE.search(cell.head) or _parted_by_time(adding, number):
                yield from _judged(extract, grid, number, list(_candidates(adding, number)))


def _adding(cell: Cell) -> bool:
    assert cell.quantity is not None
    return (
        cell.quantity.unit.dimension in ADDED and not cell.per and not NOT_ADDED.search(cell.head) and bool(cell.head)
    )


def _parted_by_time(adding: dict[int, Cell], whole: int) -> bool:
    """计划投资, 一季度, 二季度, 三季度, 四季度: what stands before parts of the year may be their sum."""
    times = [n for n, cell in adding.items() if _TIME.search(cell.head) and _kind(cell) == _kind(adding[whole])]
    return len(times) > 1 and whole == min(times) - 1


def _candidates(adding: dict[int, Cell], whole: int) -> Iterator[tuple[int, ...]]:
    """The sets of columns that may make it up."""
    kind = _kind(adding[whole])
    numbers = [n for n in sorted(adding) if _kind(adding[n]) == kind]
    at = numbers.index(whole)
    parts = [n for n in numbers if not _WHOLE.search(adding[n].head) and n != whole]
    wholes = [n for n in numbers if _WHOLE.search(adding[n].head) and n != whole]
    prefix = _WHOLE.sub("", adding[whole].head)
    plain = set(parts)
    behind = tuple(takewhile(plain.__contains__, numbers[at + 1 :]))
    ahead = tuple(takewhile(plain.__contains__, reversed(numbers[:at])))[::-1]
    sets = [
        *(behind[:end] for end in range(len(behind), 1, -1)),
        *(ahead[start:] for start in range(len(ahead) - 1)),
        tuple(n for n in parts if prefix and adding[n].head.startswith(prefix)),
        tuple(parts),
        tuple(wholes),
        tuple(n for n in numbers[at + 1 :] if n in wholes),
    ]
    for each in dict.fromkeys(sets):
        for chosen in (each, tuple(n for n in each if not _PART.search(adding[n].head))):
            if len(chosen) > 1:
                yield chosen


def _kind(cell: Cell) -> tuple[object, str]:
    """Counts are added only in the same unit."""
    assert cell.quantity is not None
    unit = cell.quantity.unit
    return unit.dimension, unit.symbol if unit.dimension == "count" else ""


def _judged(extract: Extract, grid: Grid, whole: int, candidates: Sequence[tuple[int, ...]]) -> Iterator[Relation]:
    rows = [{cell.place.column: cell for cell in row if cell.quantity is not None} for row in grid.body]
    rows = [row for row in rows if whole in row and base(row[whole])]
    if not rows or not candidates:
        return
    tried = [(chosen, list(_holding(rows, whole, chosen))) for chosen in dict.fromkeys(candidates)]
    chosen, held = max(tried, key=lambda each: sum(each[1]))
    hits = sum(held)
    telling = sum(1 for row, holds in zip(rows, held, strict=True) if holds and len(_parts(row, chosen)) > 1)
    settled = hits > 1 and telling and 5 * hits >= 3 * len(rows)
    sure = hits > 2 and hits >= 3 * (len(rows) - hits) and _SAID.search(rows[0][whole].head)
    severity = Severity.ERROR if sure else Severity.WARNING
    for row, holds in zip(rows, held, strict=True):
        parts = _parts(row, chosen)
        if holds and len(parts) > 1:
            yield _made(extract, Result.HELD, row[whole], parts)
        elif settled and not holds:
            every = len([n for n in chosen if n in row]) == len(chosen) and not _stock(row[whole], parts)
            yield _made(extract, Result.FAILED if every else Result.NOT_ASSESSABLE, row[whole], parts, severity)


def _stock(whole: Cell, parts: Sequence[Cell]) -> bool:
    """期初余额, 年末人数, 平均: of a stock the quarter's is that of one month, and of a mean it is no sum."""
    return _STOCK.search(whole.stub) is not None or base(whole) in {base(cell) for cell in parts}


def _parts(row: dict[int, Cell], chosen: Sequence[int]) -> list[Cell]:
    return [row[n] for n in chosen if n in row and base(row[n])]


def _holding(rows: Sequence[dict[int, Cell]], whole: int, chosen: Sequence[int]) -> Iterator[bool]:
    """For each row whether the columns make up the whole, as finely as they are printed anywhere."""
    last = finest(row[n] for row in rows for n in (whole, *chosen) if n in row)
    parts = [[row[n] for n in chosen if n in row] for row in rows]
    exact = [summed(each) == base(row[whole]) for each, row in zip(parts, rows, strict=True)]
    strict = sum(exact) >= max(_MANY, len(rows) - 1)
    for each, row, holds in zip(parts, rows, exact, strict=True):
        printed = not strict or any(coarse(cell, last) for cell in (row[whole], *each))
        yield holds or (bool(each) and printed and adds_up(each, row[whole], last))


def _shifted(extract: Extract, row: Sequence[Cell]) -> Iterator[Relation]:
    """Where no column can be trusted: figures of a row, of some length, of which two make up a third exactly."""
    if len(row) > _MOST_SHIFTED:
        return
    scale = lcm(*(base(cell).denominator for cell in row))
    whole = [int(base(cell) * scale) for cell in row]  # pairs of fractions would take their time
    values = dict(zip(whole, row, strict=True))
    told = set()
    for (first, one), (second, other) in combinations(zip(whole, row, strict=True), 2):
        total = values.get(first + second)
        amounts = frozenset({first, second})
        if total is not None and 0 not in amounts and amounts not in told and _telling(one, other, total):
            told.add(amounts)
            yield _made(extract, Result.HELD, total, [one, other])


def _telling(one: Cell, other: Cell, total: Cell) -> bool:
    decimals = "." in one.text or "." in other.text
    return total is not one and total is not other and (decimals or base(total) >= 100)


def _made(
    extract: Extract, result: Result, total: Cell, parts: Sequence[Cell], severity: Severity = Severity.WARNING
) -> Relation:
    computed = written(total, summed(parts))
    gap = written(total, abs(summed(parts) - base(total))) if result is Result.FAILED else ""
    columns = "、".join(f"“{cell.head[-16:]}”" for cell in parts[:6])
    message = (
        f"{named(extract, total)}，同一行{columns}各列{added(parts)}相加为{computed}，相差{gap}，不一致，请核。"
        f"可能有一格写错，请更正；另有没列出的部分，请加一列或在表下注明。"
        if result is Result.FAILED
        else ""
    )
    return row_sum(result, total, parts, severity, message)
