"""从库中选取：本年度计划小区里，从项目储备库选出的比例。"""

from __future__ import annotations

from anju.facts.occasion import Occasion
from anju.facts.tables.renovations import TABLE as RENOVATIONS
from anju.kernel.assurance import PolicyAssurance
from anju.kernel.citation import Citation
from anju.measures._measure import Measure, Sum, Sums, Supply
from anju.measures._progress import plan
from anju.measures._rows import as_count, planned, weight


def _sums(occasion: Occasion) -> Sums:
    rows = planned(occasion)
    chosen = as_count(rows.from_library) * weight(rows)
    supply = Supply(RENOVATIONS, "补登计划小区是否从储备库选取，附储备库导出表", {"from_library": True})
    return {
        "chosen": Sum("从储备库选取的小区", rows, chosen, bound=weight(rows), supply=supply),
        "planned": plan(rows),
    }


MEASURE = Measure(
    _sums,
    Citation("guobanfa-2020-23", quote="建立改造项目储备库和年度计划", assurance=PolicyAssurance.REPORTED),
    ratio=("chosen", "planned"),
)
