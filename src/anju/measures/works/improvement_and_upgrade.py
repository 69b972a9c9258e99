"""完善提升类改造：本年度计划小区里，完善类、提升类各至少做了一项的比例。"""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from anju.facts._table import WHOLE_COUNTY
from anju.facts.occasion import Occasion
from anju.facts.tables.work_items import TABLE as WORKS
from anju.kernel.assurance import PolicyAssurance
from anju.kernel.citation import Citation
from anju.measures._measure import Measure, Sum, Sums, Supply
from anju.measures._progress import plan
from anju.measures._rows import as_count, beside_plan, of_year, planned, worst_assurance

CLASSES = ("完善", "提升")


def _sums(occasion: Occasion) -> Sums:
    """Of works stated for several communities together, nobody knows in how many of them they were done; that none
    was done holds for each."""
    rows = beside_plan(_done(occasion), occasion)
    both = as_count(rows.improvement & rows.upgrade) * rows.weight
    shared = (rows.community == WHOLE_COUNTY) & (rows.weight > 1) & (both > 0)
    both = ibis.ifelse(shared, ibis.null("int64"), both)
    return {
        "both": Sum("完善类、提升类都做了的小区", rows, both, bound=rows.weight, supply=_supply(occasion)),
        "planned": plan(planned(occasion)),
    }


def _supply(occasion: Occasion) -> Supply:
    """Something done of either class: one alone gains nothing."""
    improvement, upgrade = (occasion.words("work_items").codes("class", each) for each in CLASSES)
    done, says = {"done_milli": 1000}, "补登各小区完善类、提升类内容的完成数量，附工程量清单"
    other = Supply(WORKS, says, done, {"work": improvement}, {"work": improvement[0]})
    return Supply(WORKS, says, done, {"work": upgrade}, {"work": upgrade[0]}, beside=(other,))


def _done(occasion: Occasion) -> ir.Table:
    """For each community whether something of either class was done; a class without a row is unknown, not absent."""
    rows = of_year(WORKS, occasion)
    words = occasion.words("work_items")
    classes = [rows.work.isin(list(words.codes("class", each))) for each in CLASSES]
    improvement, upgrade = (_some(rows, each) for each in classes)
    return (
        rows.filter(classes[0] | classes[1])
        .group_by("region", "community")
        .aggregate(improvement=improvement, upgrade=upgrade, assurance=worst_assurance(rows))
    )


def _some(rows: ir.Table, here: ir.Value) -> ir.Value:
    """True when any is done, false when all are known to be 0, NULL when there are none or one is unknown."""
    most = rows.done_milli.max(where=here)
    open_ = rows.done_milli.isnull().any(where=here)
    return ibis.ifelse((most == 0) & open_, ibis.null("boolean"), most > 0)


MEASURE = Measure(
    _sums,
    Citation("dengkou-2023-report", "五（四）", "节能、照明、无障碍、适老化改造", PolicyAssurance.REPORTED),
    ratio=("both", "planned"),
)
