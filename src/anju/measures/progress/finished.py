"""完工率：本年度计划小区里，截至评价时点已经完工的比例。"""

from __future__ import annotations

from anju.facts.occasion import Occasion
from anju.kernel.assurance import PolicyAssurance
from anju.kernel.citation import Citation
from anju.measures._measure import Measure, Sum, Sums
from anju.measures._progress import finished, plan, supplied
from anju.measures._rows import planned, weight


def _sums(occasion: Occasion) -> Sums:
    rows = planned(occasion)
    supply = supplied("补登完工日期，附竣工资料", "finished_on", "communities_finished")
    return {
        "planned": plan(rows),
        "finished": Sum("已完工小区", rows, finished(rows, occasion), bound=weight(rows), supply=supply),
    }


MEASURE = Measure(
    _sums,
    Citation("caiyu-2020-10", quote="实际完成率＝实际产出÷计划产出", assurance=PolicyAssurance.RECALLED),
    ratio=("finished", "planned"),
    headline="finished",
)
