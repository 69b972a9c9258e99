"""审计检查：查了几次、查出几个问题、其中严重的几个、已经整改的几个。"""

from __future__ import annotations

from anju.facts.occasion import Occasion
from anju.facts.tables.audit_findings import TABLE as FINDINGS
from anju.kernel.assurance import PolicyAssurance
from anju.kernel.citation import Citation
from anju.measures._best import last_day
from anju.measures._measure import Measure, Sum, Sums, Supply
from anju.measures._rows import ONE, as_count, done_by, happened, of_year


def _sums(occasion: Occasion) -> Sums:
    """A visit that found nothing is a row too: it says so, and counts as a visit without a finding."""
    rows = of_year(FINDINGS, occasion)
    words = occasion.words("audit_finding_severities")
    found, serious = rows.severity.isin(list(words.codes("found"))), rows.severity == "严重"
    counted = happened(rows.found_on, occasion)
    mended = as_count(done_by(rows.mended, rows.mended_on, occasion))
    says = "补登审计、检查的结论；没有查出问题的也登记一行"
    visit = Supply(FINDINGS, says, {"found_on": last_day}, fresh={"severity": "未发现问题"})
    best = {"mended": True, "mended_on": last_day}
    mending = Supply(FINDINGS, "补登查出问题的整改情况和整改日期", best, {"severity": words.codes("found")})
    return {
        "audits": Sum("审计检查记录", rows, ONE, counted, supply=visit),
        "findings": Sum("查出问题", rows, as_count(found), counted, supply=visit),
        "serious": Sum("严重问题", rows, as_count(serious), counted, supply=visit),
        "mended": Sum("已整改问题", rows, mended, counted & found, bound=ONE, supply=mending),
    }


MEASURE = Measure(
    _sums,
    Citation("jiangxi-2022-evaluation", quote="上级发现问题的整改", assurance=PolicyAssurance.REPORTED),
    ratio=("mended", "findings"),
)
