"""按时报送：绩效自评报告应报几份，其中按期报出几份。"""

from __future__ import annotations

from datetime import date

from anju.facts.occasion import Occasion
from anju.facts.tables.filings import TABLE as FILINGS
from anju.kernel.assurance import PolicyAssurance
from anju.kernel.citation import Citation
from anju.measures._best import last_day
from anju.measures._measure import Measure, Sum, Sums, Supply
from anju.measures._rows import ONE, as_count, maybe, of_year, when

KIND = "绩效自评报告"


def deadline(occasion: Occasion) -> date:
    """The day by which the year's report is due where the notice that orders it gives none."""
    month, day = occasion.parameter("reporting/county_deadline").value.text().split("-")
    return date(occasion.year + 1, int(month), int(day))


def _sums(occasion: Occasion) -> Sums:
    rows = of_year(FILINGS, occasion)
    ours = rows.kind == KIND
    in_time = as_count((rows.sent_on <= rows.due_on.fill_null(deadline(occasion))) & ours)
    best = {"sent_on": lambda asked: min(last_day(asked), asked.row.get("due_on") or last_day(asked))}
    supply = Supply(FILINGS, "补登绩效自评报告的截止日期和报出日期，附收文回执", best, {"kind": KIND})
    return {
        "filings": Sum("应报绩效自评报告", rows, when(ours, 1), maybe(ours), bound=ONE, supply=supply),
        "on_time": Sum("按期报出", rows, in_time, maybe(ours), bound=ONE, supply=supply),
    }


MEASURE = Measure(
    _sums,
    Citation("dengkou-2023-report", "五（三）", "按时报送", PolicyAssurance.REPORTED),
    ratio=("on_time", "filings"),
)
