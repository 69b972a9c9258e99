"""维修资金制度覆盖率：本年度计划小区里，已建维修资金归集制度的比例。"""

from __future__ import annotations

from anju.facts.occasion import Occasion
from anju.kernel.assurance import PolicyAssurance
from anju.kernel.citation import Citation
from anju.measures._governance import having
from anju.measures._measure import Measure, Sums


def _sums(occasion: Occasion) -> Sums:
    return having(occasion, "maintenance_fund")


MEASURE = Measure(
    _sums,
    Citation("guobanfa-2020-23", quote="长效管理安排", assurance=PolicyAssurance.RECALLED),
    ratio=("having", "communities"),
)
