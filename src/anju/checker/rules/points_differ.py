"""评分表算不拢：分值、得分相加不等于总分，得分高于分值，或一组的分值加起来不是这组写明的分。

The rows of a table of points against its 总分 or 合计 row, together with the row of the execution rate in the part of
the table above; groups with their weight in the name (产出指标（50分）) against their rows; weights without a total
against 100. Subtotals are tried in and out first. An error for a total and for a score above its weight, a warning for
a group. The score of the execution rate is weight times rate, where it comes out so. Wrong when points are taken off
outside the table: say so in a row.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from anju.checker.extract import Extract
from anju.checker.extract.tables import Cell
from anju.checker.relation import Relation, Result
from anju.checker.rules._levels import readings
from anju.checker.rules._points import Marked, marked
from anju.checker.rules._tables import added, adds_up, base, finest, is_subtotal, is_total, named, summed, written
from anju.kernel.finding import Computation, Severity

AUDIT_POINTS = ("C06", "V06")
WHY = "自评得分、评价等次都出自这张表。分加错了，等次、通报、挂钩的资金就都跟着错。"
WRONG = """
| 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 |
| 改造小区数 | 7个 | 7个 | 40 | 40 |
| 验收合格率 | 100% | 100% | 30 | 30 |
| 居民满意度 | ≥90% | 88% | 30 | 28.5 |
| 总分 | | | 100 | 99.5 |
"""
RIGHT = """
| 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 |
| 改造小区数 | 7个 | 7个 | 40 | 40 |
| 验收合格率 | 100% | 100% | 30 | 30 |
| 居民满意度 | ≥90% | 88% | 30 | 28.5 |
| 总分 | | | 100 | 98.5 |
"""
MISTAKEN = "总分里另有表外的加分、扣分，或者有的指标没有列进表里。"
SETTLE = "加错的更正总分；另有加分、扣分的，在表里加一行写明。"

_GROUP = re.compile(r"[(（]?(\d{1,3}(?:\.\d)?)分[)）]?$")
_FULL = 100


def check(extract: Extract) -> Iterator[Relation]:
    tables: dict[int, list[Marked]] = defaultdict(list)
    for grid in extract.grids:
        rows = list(marked(grid))
        before, tables[grid.number] = tables[grid.number], tables[grid.number] + rows
        yield from _above(extract, rows)
        yield from _groups(extract, rows)
        for which in ("weight", "score"):
            column = [cell for row in rows if (cell := getattr(row, which)) is not None]
            earlier = [cell for row in before if (cell := getattr(row, which)) is not None and not is_total(cell)]
            weighed = which == "weight" or any(row.weight is not None for row in rows)
            yield from _totals(extract, column, earlier, which) if weighed else ()
    for row in (row for rows in tables.values() for row in rows):
        yield from _by_rate(row)


def _above(extract: Extract, rows: Sequence[Marked]) -> Iterator[Relation]:
    both = [row for row in rows if row.weight is not None and row.score is not None]
    higher = [row for row in both if base(row.score or row.cell) > base(row.weight or row.cell) > 0]
    for row in higher if 3 * len(higher) <= len(both) or len(both) == len(higher) == 1 else ():
        if row.weight is not None and row.score is not None:
            message = (
                f"{named(extract, row.score)}，比这一行的分值{row.weight.said}还高，不一致，请核。请更正其中一处。"
            )
            said = _Said(row.weight.said, "≤", severity=Severity.ERROR, message=message)
            yield _made(Result.FAILED, row.score, [row.weight], said)


def _totals(extract: Extract, column: Sequence[Cell], earlier: Sequence[Cell], which: str) -> Iterator[Relation]:
    totals = [cell for cell in column if is_total(cell)]
    parts = [cell for cell in column if not is_total(cell)]
    last = finest([*column, *earlier])
    if len(totals) == 1 and len(parts) > 1:
        yield _total(extract, totals[0], parts, earlier, last)
    elif not totals and which == "weight" and len(parts) > 2:
        whole = Fraction(_FULL) * 10_000
        chosen = next((each for _, each in _readings(parts, earlier) if summed(each) == whole), None)
        if chosen is not None:
            yield _made(Result.HELD, chosen[0], chosen, _Said("100分", stated="100分"))


def _readings(parts: Sequence[Cell], earlier: Sequence[Cell]) -> Iterator[tuple[int, list[Cell]]]:
    for more in ([], list(earlier)) if earlier else ([],):
        yield from ((number, [*more, *chosen]) for number, chosen in readings(parts))


def _total(extract: Extract, total: Cell, parts: Sequence[Cell], earlier: Sequence[Cell], last: Decimal) -> Relation:
    chosen = next((each for _, each in _readings(parts, earlier) if adds_up(each, total, last)), None)
    if chosen is not None:
        return _made(Result.HELD, total, chosen, _Said(written(total, summed(chosen))))
    if base(total) * len(parts) == summed(parts) or _between(total, parts):
        return _made(Result.NOT_ASSESSABLE, total, parts, _Said(written(total, summed(parts))))
    leaves = [cell for cell in (*earlier, *parts) if not is_subtotal(cell)]
    computed = written(total, summed(leaves))
    gap = written(total, abs(summed(leaves) - base(total)))
    message = (
        f"{named(extract, total)}，{added(leaves)}相加为{computed}，相差{gap}，不一致，请核。"
        f"加错的请更正；另有加分、扣分的，请在表里写明。"
    )
    severity = Severity.WARNING if earlier or any(is_subtotal(cell) for cell in parts) else Severity.ERROR
    return _made(Result.FAILED, total, leaves, _Said(computed, severity=severity, message=message))


def _between(total: Cell, parts: Sequence[Cell]) -> bool:
    """Whether it may be a mean of them: of many scores of hundred the total is none."""
    values = sorted(map(base, parts))
    return len(values) > 2 and values[0] <= base(total) <= values[-1] and summed(parts) > 2 * base(total)


def _groups(extract: Extract, rows: Sequence[Marked]) -> Iterator[Relation]:
    """产出指标（50分） against the weights of its rows."""
    groups: dict[str, list[Cell]] = defaultdict(list)
    for row in rows:
        for name in row.weight.group if row.weight is not None else ():
            if _GROUP.search(name) and row.weight is not None:
                groups[name].append(row.weight)
    for name, cells in groups.items():
        found = _GROUP.search(name)
        assert found is not None
        held = summed(cells) == Fraction(found[1]) * 10_000
        computed, stated = written(cells[0], summed(cells)), f"{found[1]}分"
        message = (
            f"{named(extract, cells[0])}所在的“{name[:20]}”一组，各行分值{added(cells)}相加为{computed}，不一致，请核。"
            f"请更正其中一处。"
        )
        result = Result.HELD if held else Result.FAILED
        yield _made(result, cells[0], cells, _Said(computed, stated=stated, message=message))


def _by_rate(row: Marked) -> Iterator[Relation]:
    """预算执行率 98.5% of 10分 is 9.85分: noted where it comes out so; many other ways of scoring are in use."""
    if row.rate is None or row.score is None or row.weight is None or not base(row.score):
        return
    assert row.rate.quantity is not None
    assert row.score.quantity is not None
    share = min(Fraction(row.rate.quantity.value) / 100, Fraction(1))
    value = base(row.weight) * share
    step = Fraction(row.score.quantity.step) * row.score.quantity.unit.factor
    if share and abs(value - base(row.score)) <= step:
        yield _made(Result.HELD, row.score, [row.weight, row.rate], _Said(row.score.said, "×"))


@dataclass(frozen=True, slots=True)
class _Said:
    """What a relation says besides its figures."""

    computed: str
    sign: str = "＋"
    stated: str = ""
    severity: Severity = Severity.WARNING
    message: str = ""


def _made(result: Result, stated_in: Cell, parts: Sequence[Cell], said: _Said) -> Relation:
    assert stated_in.quantity is not None
    shown = added(parts) if said.sign == "＋" else said.sign.join(cell.said for cell in parts)
    stated = said.stated or stated_in.said
    return Relation(
        result,
        stated_in.where,
        tuple(cell.where for cell in parts[:20]),
        Computation(stated, said.computed, tuple(cell.said for cell in parts[:400])),
        said.severity,
        said.message,
        (stated_in.quantity,),
        formula=f"表{stated_in.place.table}：{shown}，写明{stated}",
    )
