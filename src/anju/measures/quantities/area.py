"""建筑面积：实际改造的建筑面积与计划数之比。"""

from __future__ import annotations

from anju.facts.occasion import Occasion
from anju.kernel.assurance import PolicyAssurance
from anju.kernel.citation import Citation
from anju.measures._measure import Measure, Sums
from anju.measures._progress import carried
from anju.measures._rows import planned


def _sums(occasion: Occasion) -> Sums:
    return carried(planned(occasion), "建筑面积", "area_planned_dm2", "area_actual_dm2")


MEASURE = Measure(
    _sums,
    Citation("caizong-2019-31", quote="面积、户数、楼栋数、小区个数四个因素", assurance=PolicyAssurance.REPORTED),
    ratio=("actual", "planned"),
    headline="actual",
)
