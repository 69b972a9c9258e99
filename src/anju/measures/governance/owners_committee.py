"""业委会（物管会）覆盖率：本年度计划小区里，已建业主委员会或物业管理委员会的比例。"""

from __future__ import annotations

from anju.facts.occasion import Occasion
from anju.kernel.assurance import PolicyAssurance
from anju.kernel.citation import Citation
from anju.measures._governance import having
from anju.measures._measure import Measure, Sums


def _sums(occasion: Occasion) -> Sums:
    return having(occasion, "owners_committee")


MEASURE = Measure(
    _sums,
    Citation("dengkou-2023-report", "五（四）", "业主委员会", PolicyAssurance.REPORTED),
    ratio=("having", "communities"),
)
