"""盘活存量用房：本年度计划小区里，把闲置用房用起来的比例，以及盘活的面积。"""

from __future__ import annotations

import ibis

from anju.facts.occasion import Occasion
from anju.facts.tables.renovations import TABLE as RENOVATIONS
from anju.kernel.area import dm2
from anju.kernel.assurance import PolicyAssurance
from anju.kernel.citation import Citation
from anju.measures._measure import Measure, Sum, Sums, Supply
from anju.measures._progress import plan
from anju.measures._rows import planned, weight, when

ANY_AREA = dm2("1", "㎡")
"""What is assumed where any area above nothing will do."""


def _sums(occasion: Occasion) -> Sums:
    """Of an area stated for several communities together, nobody knows in how many of them it lies."""
    rows = planned(occasion)
    area, number = rows.reused_dm2, weight(rows)
    some = ibis.ifelse(number == 1, 1, ibis.null("int64"))
    supply = Supply(RENOVATIONS, "补登盘活的存量用房面积；没有的填0", {"reused_dm2": ANY_AREA})
    return {
        "with_space": Sum(
            "盘活了存量用房的小区", rows, ibis.ifelse(area == 0, 0, when(area > 0, some)), bound=number, supply=supply
        ),
        "planned": plan(rows),
        "area": Sum("盘活面积", rows, area, unit="dm2", supply=supply),
    }


MEASURE = Measure(
    _sums,
    Citation("jiangxi-2022-evaluation", quote="盘活既有房屋等周边资源", assurance=PolicyAssurance.REPORTED),
    ratio=("with_space", "planned"),
)
