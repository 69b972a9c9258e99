"""规则共用：表里的合计行、其中行怎么认，一格怎么引，一列、一行怎么称呼。"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from anju.checker.extract import Extract
from anju.checker.extract.mention import Mention
from anju.checker.extract.tables import Cell
from anju.checker.relation import Relation, Result
from anju.checker.rules._exact import exact_sum
from anju.checker.rules._shown import amount
from anju.checker.rules._tiers import Interval, apart
from anju.kernel.finding import Computation, Severity
from anju.kernel.unit import Dimension

TOTAL = re.compile(
    r"(?:合计|总得?分$|总计|共计|总和|全[县市区省州盟旗国]合?计?$|(?:本年)?[收支][入出]?(?:合计|总计)|总数$)"
)
SUBTOTAL = re.compile("小计|分计")
OF_WHICH = re.compile(r"(?:其中|#|另[:,外有]|此外)")
NOT_ADDED = re.compile(
    "率|比$|比例|占比|比重|序号|编号|年份|均|单价|排名|%|标准|层数|楼号|代码|指标值|完成值|目标值|增幅|同比|进度|系数"
)
ADDED = frozenset({Dimension.MONEY, Dimension.AREA, Dimension.LENGTH, Dimension.COUNT, Dimension.POINTS})
_LONGEST_HEAD = 24
_MOST_SHOWN = 8


def is_total(cell: Cell) -> bool:
    return TOTAL.match(cell.stub) is not None or (cell.stub == "" and any(TOTAL.match(each) for each in cell.group))


def is_subtotal(cell: Cell) -> bool:
    return SUBTOTAL.search(cell.stub) is not None


def is_part(cell: Cell) -> bool:
    return OF_WHICH.match(cell.stub) is not None


def head(cell: Cell) -> str:
    """“投资（万元）”, or the table's only column of figures."""
    return f"“{cell.head[-_LONGEST_HEAD:]}”" if cell.head else ""


def named(extract: Extract, cell: Cell) -> str:
    """第20段，表1“合计”行“户数”列420户"""
    spot = extract.sources[cell.paragraph].paragraph.spot
    row = f"“{cell.stub[:_LONGEST_HEAD]}”行" if cell.stub else f"第{cell.place.row}行"
    column = f"{head(cell)}列" if cell.head else ""
    return f"{spot}，表{cell.place.table}{row}{column}{cell.said}"


def finest(cells: Iterable[Cell]) -> Decimal:
    """The last place that is printed: beside cells with decimals a whole number is no rounded one, its trailing zeros
    were dropped. Points are never rounded to whole ones."""
    quantities = [cell.quantity for cell in cells if cell.quantity is not None and cell.quantity.step > 0]
    found = min((each.step for each in quantities), default=Decimal(0))
    whole = found >= 1 and all(each.unit.dimension is Dimension.POINTS for each in quantities)
    return Decimal(0) if whole else found


def interval(cell: Cell, last: Decimal) -> Interval:
    """What may have been printed so, where the last place printed is `last`."""
    assert cell.quantity is not None
    if cell.qualifier:
        return cell.mention.interval
    if last >= cell.quantity.step:
        return cell.quantity.interval
    half = _half(cell, last)
    return cell.quantity.base - half, cell.quantity.base + half


def adds_up(parts: Sequence[Cell], total: Cell, last: Decimal | None = None) -> bool:
    """Whether the parts make up the total, each as finely as the others are printed, or as `last` says; one of them may
    have been rounded by itself (11.86 as 11.9)."""
    every = [*parts, total]
    last = finest(every) if last is None else last
    if any(cell.qualifier for cell in every):
        return not apart(_sums(parts, last), interval(total, last))
    room = exact_sum(_half(cell, min(last, _printed(cell))) for cell in every)
    coarsest = max((_half(cell, _printed(cell)) for cell in every if coarse(cell, last)), default=Fraction(0))
    return abs(summed(parts) - base(total)) <= room + coarsest


def coarse(cell: Cell, last: Decimal) -> bool:
    """Whether it is printed less finely than its neighbours."""
    return _printed(cell) > last > 0


def _printed(cell: Cell) -> Decimal:
    assert cell.quantity is not None
    return cell.quantity.step


def _half(cell: Cell, step: Decimal) -> Fraction:
    assert cell.quantity is not None
    return _halved(step, cell.quantity.unit.factor)


@lru_cache(maxsize=1 << 10)  # a table is printed to few places, in few units
def _halved(step: Decimal, factor: int | Fraction) -> Fraction:
    return Fraction(step) * factor / 2


def _sums(parts: Sequence[Cell], last: Decimal) -> Interval:
    ends = [interval(cell, last) for cell in parts]
    return _sum(end[0] for end in ends), _sum(end[1] for end in ends)


def _sum(ends: Iterable[Fraction | None]) -> Fraction | None:
    total = Fraction(0)
    for end in ends:
        if end is None:
            return None
        total += end
    return total


def base(cell: Cell) -> Fraction:
    assert cell.quantity is not None
    return cell.quantity.base


def summed(parts: Sequence[Cell]) -> Fraction:
    return exact_sum(base(cell) for cell in parts)


def written(cell: Cell, value: Fraction) -> str:
    """The value in the cell's unit."""
    assert cell.quantity is not None
    return amount(value, cell.quantity.unit)


def added(parts: Sequence[Cell]) -> str:
    """a＋b＋c, or how many when there are too many to read."""
    if len(parts) > _MOST_SHOWN:
        return f"{parts[0].said}＋……＋{parts[-1].said}（{len(parts)}个数）"
    return "＋".join(cell.said for cell in parts)


def mentions(cells: Iterable[Cell]) -> list[Mention]:
    return [cell.mention for cell in cells]


def row_sum(result: Result, total: Cell, parts: Sequence[Cell], severity: Severity, message: str) -> Relation:
    """A cell and those of its row, or of the 其中 rows below it, that add up to it or should."""
    assert total.quantity is not None
    computed = written(total, summed(parts))
    return Relation(
        result,
        total.where,
        tuple(cell.where for cell in parts),
        Computation(total.said, computed, tuple(cell.said for cell in parts)),
        severity,
        message,
        (total.quantity,),
        formula=f"表{total.place.table}“{total.stub[:16]}”行{added(parts)}＝{computed}",
    )
