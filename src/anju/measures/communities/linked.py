"""片区联动：本年度计划小区里，成片改造或者与相邻小区合并管理的比例。"""

from __future__ import annotations

from anju.facts.occasion import Occasion
from anju.facts.tables.governance import TABLE as GOVERNANCE
from anju.kernel.assurance import PolicyAssurance
from anju.kernel.citation import Citation
from anju.measures._measure import Measure, Sum, Sums, Supply
from anju.measures._progress import plan
from anju.measures._rows import as_count, per_community, planned, when


def _sums(occasion: Occasion) -> Sums:
    """An area package links; without one it is the flag that says yes or no, for an empty package says nothing."""
    rows = per_community(GOVERNANCE, occasion)
    linked = when(rows.plan_area_package.notnull(), 1).fill_null(as_count(rows.merged)) * rows.weight
    supply = Supply(GOVERNANCE, "补登与相邻小区合并管理的情况，或所属片区，附片区方案", {"merged": True})
    return {
        "linked": Sum("成片改造或合并管理的小区", rows, linked, bound=rows.weight, supply=supply),
        "planned": plan(planned(occasion)),
    }


MEASURE = Measure(
    _sums,
    Citation("jiangxi-2022-evaluation", quote="区块化改造推进", assurance=PolicyAssurance.REPORTED),
    ratio=("linked", "planned"),
)
