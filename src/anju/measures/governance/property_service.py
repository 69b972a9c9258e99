"""物业服务覆盖率：本年度计划小区里，有物业服务或者业主自管的比例。"""

from __future__ import annotations

from anju.facts.occasion import Occasion
from anju.kernel.assurance import PolicyAssurance
from anju.kernel.citation import Citation
from anju.measures._governance import having
from anju.measures._measure import Measure, Sums


def _sums(occasion: Occasion) -> Sums:
    return having(occasion, "property_service")


MEASURE = Measure(
    _sums,
    Citation("dengkou-2023-report", "五（四）", "引入物业公司进行集中管理", PolicyAssurance.REPORTED),
    ratio=("having", "communities"),
)
