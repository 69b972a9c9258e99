"""表内增减不符：表里的增长率、增减额、结余一列，不等于同一行两个数算出来的。

A column headed 增长, 增幅, 同比 is change over base, one headed 增减额, 结余, 差额 the difference of two; which two is
found by trying, as with rates: the pair that holds in most rows is the table's own, a row where it does not is at odds.
An error when at least three rows hold and the odd ones are few, else a warning; a table too short for that says
nothing. Wrong when a row compares on another scope: say so below the table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import permutations

from anju.checker.extract import Extract
from anju.checker.extract.tables import Cell
from anju.checker.extract.tables.units import rate
from anju.checker.relation import Relation
from anju.checker.rules._figures import Figures
from anju.checker.rules._fits import Line, as_printed, fits, of_line, operands
from anju.checker.rules._formulas import (
    Formula,
    decline,
    difference,
    growth,
    no_decline,
    no_difference,
    no_growth,
)
from anju.checker.rules._tables import base, named, written
from anju.kernel.finding import Severity

WHY = "增长多少、结余多少，是两列数算出来的。别的行都对、只有一行不对，不是这一格写错，就是那两个数里有一个写错。"
WRONG = """
| 项目 | 到位资金（万元） | 支付资金（万元） | 结余（万元） |
| 绿苑小区 | 310.50 | 300.00 | 10.50 |
| 绿洲小区 | 255.30 | 250.30 | 5.00 |
| 华苑小区 | 501.20 | 480.00 | 21.20 |
| 东苑小区 | 110.00 | 95.00 | 51.00 |
"""
RIGHT = """
| 项目 | 到位资金（万元） | 支付资金（万元） | 结余（万元） |
| 绿苑小区 | 310.50 | 300.00 | 10.50 |
| 绿洲小区 | 255.30 | 250.30 | 5.00 |
| 华苑小区 | 501.20 | 480.00 | 21.20 |
| 东苑小区 | 110.00 | 95.00 | 15.00 |
"""
MISTAKEN = "这一行比的是别的口径，例如扣除了划转的人员、调整了上年数。"
SETTLE = "按两列数重新算一遍；口径不同的，在表下注明。"

_GROWTH = re.compile("增长|增幅|同比|增减|升降|变动|变化|降幅|下降|下浮率|核减率|节约率|[较比]上|[较比].{0,6}年")
_DIFFERENCE = re.compile(
    "增减|变化|变动|增加|减少|结余|结转|差额|差异|缺口|余额|尚[需差缺]|未完成|剩余|[较比]上|[较比].{0,6}年|±"
)


def _percent(cell: Cell) -> bool:
    """A change in per cent; points of per cent are a difference."""
    assert cell.quantity is not None
    return cell.quantity.unit.symbol == "%" or rate(cell.head)


def _amount(cell: Cell) -> bool:
    return not _percent(cell)


_GROWN, _FELL = Formula(growth, no_growth, _percent), Formula(decline, no_decline, _percent)
_LEFT = Formula(difference, no_difference, _amount)


def check(extract: Extract) -> Iterator[Relation]:
    for figures in map(Figures, extract.grids):
        grid = figures.grid
        for number in sorted(grid.columns) if grid.trusted else ():
            for formulas in _formulas(grid.columns[number][0][1].head):
                fit = next(fits(figures, number, formulas, _pairs(figures, number)), None)
                if fit is not None and fit.hits > 1 and fit.hits >= 2 * fit.misses:
                    severity = Severity.ERROR if fit.hits > 2 and fit.hits >= 3 * fit.misses else Severity.WARNING
                    for line in fit.lines:
                        yield _made(extract, line, fit.formula, severity)


def _pairs(figures: Figures, number: int) -> list[tuple[int, int]]:
    return [pair for pair in permutations(operands(figures, shares=True), 2) if number not in pair]


def _formulas(head: str) -> Iterator[list[Formula]]:
    if _GROWTH.search(head):
        yield [_GROWN, _FELL]
    if _DIFFERENCE.search(head):
        yield [_LEFT]


def _made(extract: Extract, line: Line, formula: Formula, severity: Severity) -> Relation:
    stated, one, other = line.stated, line.one, line.other
    change = base(one) - base(other)
    if formula is _LEFT:
        computed, how = written(stated, change), f"{one.said}－{other.said}"
    else:
        signed = change if formula is _GROWN else -change
        computed, how = as_printed(signed / base(other), stated), f"（{one.said}－{other.said}）÷{other.said}"
    message = (
        f"{named(extract, stated)}，按同一行{how}算是{computed}，不一致，请核。"
        f"若这一行比的是别的口径，请在表下注明；否则请更正其中一处。"
        if not line.holds
        else ""
    )
    return of_line(line, computed, how, severity, message)
