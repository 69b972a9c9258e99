"""加权得分不符：表里的综合得分，不等于各项得分按权重加起来；或者权重加起来不是百分之百。

A column of weights in per cent beside columns of scores, with a last row 综合得分 or 总分: the score of each column
against the sum of weight times score. The plain sum and the plain mean are tried first. An error when another column
holds, else a warning and only for a score within the range of its parts. Weights that do not come to 100% are a
warning where their row says a total. Wrong when points are added or taken off outside the table: say so in a row.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from anju.checker.extract import Extract
from anju.checker.extract.tables import Cell, Grid
from anju.checker.relation import Relation, Result
from anju.checker.rules._fits import rows_of
from anju.checker.rules._tables import added, base, named, summed, written
from anju.kernel.finding import Computation, Severity
from anju.kernel.unit import Dimension

AUDIT_POINTS = ("C06", "V06")
WHY = "综合得分决定等次。权重和各项得分都印在表上，谁都能重算一遍。"
WRONG = """
| 一级指标 | 权重 | 2022年得分 | 2023年得分 |
| 客户服务 | 25% | 81.2 | 82.6 |
| 公共秩序 | 35% | 80.5 | 83.1 |
| 环境卫生 | 40% | 82.4 | 84.3 |
| 综合得分 | 100% | 81.44 | 84.36 |
"""
RIGHT = """
| 一级指标 | 权重 | 2022年得分 | 2023年得分 |
| 客户服务 | 25% | 81.2 | 82.6 |
| 公共秩序 | 35% | 80.5 | 83.1 |
| 环境卫生 | 40% | 82.4 | 84.3 |
| 综合得分 | 100% | 81.44 | 83.46 |
"""
MISTAKEN = "综合得分另有表外的加分、扣分，或者各项得分印出来时已经四舍五入。"
SETTLE = "重算后更正；另有加分、扣分的，在表里加一行写明。"

_TOTAL = re.compile("综合得?分|总得?分|合计|总计|加权")
_WEIGHT = re.compile("权重|权值")
_SCORE = re.compile("得分|评分|分数")
_WHOLE = 10_000


def check(extract: Extract) -> Iterator[Relation]:
    for grid in extract.grids:
        if grid.trusted:
            yield from _grid(extract, grid)


def _grid(extract: Extract, grid: Grid) -> Iterator[Relation]:
    weights = next((n for n, cells in grid.columns.items() if _is_weight(cells[0][1])), None)
    rows = rows_of(grid)
    if weights is None or len(rows) < 3:
        return
    total = rows[-1]
    if not any(_TOTAL.search(cell.stub) for cell in total.values()):
        return
    parts = [row for row in rows[:-1] if weights in row]
    shares = [row[weights] for row in parts]
    if len(parts) < 2 or summed(shares) != _WHOLE:
        if weights in total and len(parts) > 2 and base(total[weights]) == _WHOLE and len(parts) == len(rows) - 1:
            yield _made(extract, Result.FAILED, _Sum(total[weights], shares, summed(shares)))
        return
    columns = [n for n, cell in total.items() if n != weights and _SCORE.search(cell.head)]
    judged = [(total[n], [row[n] for row in parts if n in row]) for n in columns]
    judged = [(whole, scores) for whole, scores in judged if len(scores) == len(parts)]
    held = [_holds(whole, shares, scores) for whole, scores in judged]
    for (whole, scores), holds in zip(judged, held, strict=True):
        low, high = min(map(base, scores)), max(map(base, scores))
        if holds:
            yield _made(extract, Result.HELD, _Sum(whole, scores, _mean(shares, scores)))
        elif any(held) or (low <= base(whole) <= high and not _plain(whole, scores)):
            severity = Severity.ERROR if any(held) else Severity.WARNING
            yield _made(extract, Result.FAILED, _Sum(whole, scores, _mean(shares, scores)), severity)


def _is_weight(cell: Cell) -> bool:
    return (
        cell.quantity is not None
        and cell.quantity.unit.dimension is Dimension.SHARE
        and bool(_WEIGHT.search(cell.head))
    )


def _mean(shares: Sequence[Cell], scores: Sequence[Cell]) -> Fraction:
    return sum((base(share) * base(score) for share, score in zip(shares, scores, strict=True)), Fraction(0)) / _WHOLE


def _holds(whole: Cell, shares: Sequence[Cell], scores: Sequence[Cell]) -> bool:
    """Each score as finely as it is printed."""
    room = sum((base(share) * _step(score) for share, score in zip(shares, scores, strict=True)), Fraction(0)) / _WHOLE
    return abs(_mean(shares, scores) - base(whole)) <= (room + _step(whole)) / 2


def _step(cell: Cell) -> Fraction:
    assert cell.quantity is not None
    return Fraction(1, 10 ** max(0, -int(cell.quantity.value.as_tuple().exponent))) * cell.quantity.unit.factor


def _plain(whole: Cell, scores: Sequence[Cell]) -> bool:
    """Whether it is their sum, or about their mean."""
    total = summed(scores)
    return base(whole) == total or abs(base(whole) - total / len(scores)) <= _step(whole)


@dataclass(frozen=True, slots=True)
class _Sum:
    """A total, what it is made of, and what that comes to."""

    whole: Cell
    parts: Sequence[Cell]
    value: Fraction


def _made(extract: Extract, result: Result, found: _Sum, severity: Severity = Severity.WARNING) -> Relation:
    whole, parts, value = found.whole, found.parts, found.value
    assert whole.quantity is not None
    computed = written(whole, value)
    how = f"各项{added(parts)}" + ("按权重加起来" if _SCORE.search(whole.head) else "相加")
    message = (
        f"{named(extract, whole)}，{how}是{computed}，不一致，请核。算错的请更正；另有加分、扣分的，请在表里写明。"
    )
    return Relation(
        result,
        whole.where,
        tuple(cell.where for cell in parts[:20]),
        Computation(whole.said, computed, tuple(cell.said for cell in parts)),
        severity,
        message,
        (whole.quantity,),
        formula=f"表{whole.place.table}{how}＝{computed}",
    )
