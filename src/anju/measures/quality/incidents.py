"""事故和投诉：质量安全检查几次，其中查实事故或投诉几起。"""

from __future__ import annotations

from anju.facts.occasion import Occasion
from anju.facts.tables.inspections import TABLE as INSPECTIONS
from anju.kernel.assurance import PolicyAssurance
from anju.kernel.citation import Citation
from anju.measures._best import last_day
from anju.measures._measure import Measure, Sum, Sums, Supply
from anju.measures._rows import ONE, as_count, happened, of_year


def _sums(occasion: Occasion) -> Sums:
    """That nothing happened has to be said in a row: where nobody looked, nothing is known."""
    rows = of_year(INSPECTIONS, occasion)
    counted = happened(rows.inspected_on, occasion)
    says = "补登质量安全检查和有没有查实的事故、投诉，附检查记录"
    supply = Supply(INSPECTIONS, says, {"upheld": False, "inspected_on": last_day})
    return {
        "inspections": Sum("检查次数", rows, ONE, counted, supply=supply),
        "upheld": Sum("查实的事故和投诉", rows, as_count(rows.upheld), counted, bound=ONE, supply=supply),
    }


MEASURE = Measure(
    _sums,
    Citation("dengkou-2023-report", "五（四）", "事中事后监管", PolicyAssurance.REPORTED),
    headline="upheld",
)
