"""未达指标得满分：实际完成值没有达到指标值，得分却等于分值。

A row of a table of points whose target says ≥ or ≤, whose
actual value misses it, and whose score is the full weight. Always a warning: many schemes give full marks within a
margin. Wrong when the scheme says so: cite it in the column of reasons.
"""

from __future__ import annotations

from collections.abc import Iterator

from anju.checker.extract import Extract
from anju.checker.extract.mention import Qualifier
from anju.checker.extract.tables import Cell
from anju.checker.relation import Relation, Result
from anju.checker.rules._points import Marked, marked
from anju.checker.rules._tables import base, is_total, named
from anju.kernel.finding import Computation, Severity
from anju.kernel.unit import Dimension

AUDIT_POINTS = ("V03",)
WHY = "没有完成却给满分，是自评里最常被抽查退回的一条；也可能是完成值写错了。"
WRONG = """
| 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 |
| 改造小区数 | ≥7个 | 7个 | 40 | 40 |
| 单位改造成本 | ≤300元 | 352元 | 30 | 30 |
| 居民满意度 | ≥90% | 92% | 30 | 30 |
"""
RIGHT = """
| 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 |
| 改造小区数 | ≥7个 | 7个 | 40 | 40 |
| 单位改造成本 | ≤300元 | 295元 | 30 | 30 |
| 居民满意度 | ≥90% | 92% | 30 | 30 |
"""
MISTAKEN = "评分办法规定偏差在一定范围内仍得满分。"
SETTLE = "按评分办法扣分；完成值写错的改正；按办法仍得满分的，在偏差原因一栏写明依据。"

_UP = frozenset({Qualifier.AT_LEAST, Qualifier.OVER})


def check(extract: Extract) -> Iterator[Relation]:
    for grid in extract.grids:
        for row in marked(grid):
            if row.target is not None and row.actual is not None and not is_total(row.cell):
                found = _judged(extract, row, row.target, row.actual)
                if found is not None:
                    yield found


def _judged(extract: Extract, row: Marked, target: Cell, actual: Cell) -> Relation | None:
    assert target.quantity is not None
    assert actual.quantity is not None
    one, other = target.quantity.unit, actual.quantity.unit
    alike = one.dimension is other.dimension and (one.symbol[-1:] == other.symbol[-1:] or one.dimension != "count")
    if actual.qualifier or target.per != actual.per or not alike or one.dimension is Dimension.TIME:
        return None
    if target.qualifier in _UP:
        missed = base(actual) < base(target)
    elif target.qualifier is Qualifier.AT_MOST:
        missed = base(actual) > base(target)
    else:
        return None
    full = row.weight is not None and row.score is not None and base(row.weight) == base(row.score) > 0
    if missed and full:
        assert row.score is not None
        assert row.weight is not None
        message = (
            f"{named(extract, actual)}，没有达到指标值{target.said}，得分{row.score.said}却等于分值{row.weight.said}，"
            f"请核。"
            f"完成值写错的请更正；按评分办法仍得满分的，请写明依据。"
        )
        return _made(Result.FAILED, actual, target, message)
    return None if missed else _made(Result.HELD, actual, target, "")


def _made(result: Result, actual: Cell, target: Cell, message: str) -> Relation:
    assert actual.quantity is not None
    return Relation(
        result,
        actual.where,
        (target.where,),
        Computation(actual.said, target.said, (target.said,)),
        Severity.WARNING,
        message,
        (actual.quantity,),
        formula=f"表{actual.place.table}“{actual.stub[:16]}”完成{actual.said}，指标值{target.said}",
    )
