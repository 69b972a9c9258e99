"""小区数：改造完工的小区数与计划数之比。"""

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
        "actual": Sum("实际改造小区", rows, finished(rows, occasion), bound=weight(rows), supply=supply),
    }


MEASURE = Measure(
    _sums,
    Citation("caizong-2019-31", quote="面积、户数、楼栋数、小区个数四个因素", assurance=PolicyAssurance.REPORTED),
    ratio=("actual", "planned"),
    headline="actual",
)
