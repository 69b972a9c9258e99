"""验收率：本年度计划小区里，截至评价时点已经验收合格的比例。"""

from __future__ import annotations

from anju.facts.occasion import Occasion
from anju.facts.tables.acceptances import TABLE as ACCEPTANCES
from anju.kernel.assurance import PolicyAssurance
from anju.kernel.citation import Citation
from anju.measures._acceptances import accepted, with_acceptances
from anju.measures._best import last_day
from anju.measures._measure import Measure, Sum, Sums, Supply
from anju.measures._progress import plan
from anju.measures._rows import planned


def _sums(occasion: Occasion) -> Sums:
    rows = with_acceptances(occasion)
    supply = Supply(ACCEPTANCES, "补登各小区的验收日期和结果，附验收报告", {"passed": True, "accepted_on": last_day})
    return {
        "planned": plan(planned(occasion)),
        "accepted": Sum("已验收合格小区", rows, accepted(rows, occasion), bound=rows.weight, supply=supply),
    }


MEASURE = Measure(
    _sums,
    Citation("caiyu-2020-10", quote="质量达标率＝达标产出÷实际产出", assurance=PolicyAssurance.RECALLED),
    ratio=("accepted", "planned"),
    headline="accepted",
)
