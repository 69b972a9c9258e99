"""开工率：本年度计划小区里，截至评价时点已经开工的比例。"""

from __future__ import annotations

from anju.facts.occasion import Occasion
from anju.kernel.assurance import PolicyAssurance
from anju.kernel.citation import Citation
from anju.measures._measure import Measure, Sum, Sums
from anju.measures._progress import plan, started, supplied
from anju.measures._rows import planned, weight


def _sums(occasion: Occasion) -> Sums:
    rows = planned(occasion)
    supply = supplied("补登开工日期，附施工许可或开工令", "started_on", "communities_started")
    return {
        "planned": plan(rows),
        "started": Sum("已开工小区", rows, started(rows, occasion), bound=weight(rows), supply=supply),
    }


MEASURE = Measure(
    _sums,
    Citation("laojiu-statistics-survey", quote="公布计划和新开工的小区数、户数", assurance=PolicyAssurance.REPORTED),
    ratio=("started", "planned"),
    headline="started",
)
