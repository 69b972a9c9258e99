"""上年度计划完工率：上一计划年度的小区里，截至评价时点已经完工的比例。"""

from __future__ import annotations

from anju.facts.occasion import Occasion
from anju.facts.tables.renovations import TABLE as RENOVATIONS
from anju.kernel.assurance import PolicyAssurance
from anju.kernel.citation import Citation
from anju.measures._measure import Measure, Sum, Sums, Supply
from anju.measures._progress import finished, supplied
from anju.measures._rows import weight


def _sums(occasion: Occasion) -> Sums:
    """A county without a plan in that year says so: a whole-county row of that year with 0 communities."""
    year = occasion.year - 1
    rows = RENOVATIONS.rows.filter(RENOVATIONS.rows.year == year)
    says = f"补登{year}年度计划的小区和完工日期；该年度没有计划的，全县一行小区数填0"
    here = Supply(RENOVATIONS, says, {"communities": 1, "communities_finished": 1}, {"community": "*", "year": year})
    supply = supplied(says, "finished_on", "communities_finished", year)
    return {
        "planned": Sum("上年度计划小区", rows, weight(rows), supply=here),
        "finished": Sum("其中已完工小区", rows, finished(rows, occasion), bound=weight(rows), supply=supply),
    }


MEASURE = Measure(
    _sums,
    Citation("jiangxi-2022-evaluation", quote="上年度计划任务完工情况", assurance=PolicyAssurance.REPORTED),
    ratio=("finished", "planned"),
    headline="finished",
)
