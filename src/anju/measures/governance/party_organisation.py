"""小区党组织覆盖率：本年度计划小区里，已建党组织的比例。"""

from __future__ import annotations

from anju.facts.occasion import Occasion
from anju.kernel.assurance import PolicyAssurance
from anju.kernel.citation import Citation
from anju.measures._governance import having
from anju.measures._measure import Measure, Sums


def _sums(occasion: Occasion) -> Sums:
    return having(occasion, "party_organisation")


MEASURE = Measure(
    _sums,
    Citation("dengkou-2023-report", "五（四）", "党组织", PolicyAssurance.REPORTED),
    ratio=("having", "communities"),
)
