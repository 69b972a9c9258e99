"""一次验收合格率：应验收的小区里，第一次验收就合格的比例。"""

from __future__ import annotations

import ibis

from anju.facts.occasion import Occasion
from anju.facts.tables.acceptances import TABLE as ACCEPTANCES
from anju.kernel.assurance import PolicyAssurance
from anju.kernel.citation import Citation
from anju.measures._acceptances import due, with_acceptances
from anju.measures._best import last_day
from anju.measures._measure import Asked, Measure, Sum, Sums, Supply
from anju.measures._rows import as_count


def _sums(occasion: Occasion) -> Sums:
    """A community of which no acceptance is on record counts as due, unless its stage says it is not there yet."""
    rows = with_acceptances(occasion)
    number = due(rows, occasion)
    first = ibis.ifelse(number == 0, 0, as_count(rows.first_time) * number)
    best = {"passed": True, "first_time": _unless_failed, "accepted_on": last_day}
    supply = Supply(ACCEPTANCES, "补登各小区是否一次验收合格，附验收报告", best)
    return {
        "acceptances": Sum("应验收小区", rows, number, supply=supply),
        "first_time": Sum("一次验收合格小区", rows, first, bound=number, supply=supply),
    }


def _unless_failed(asked: Asked) -> bool:
    """An attempt that failed is no first-time success."""
    return asked.row.get("passed") is not False


MEASURE = Measure(
    _sums,
    Citation("dengkou-2023-report", "五（四）", "完工并经验收合格", PolicyAssurance.REPORTED),
    ratio=("first_time", "acceptances"),
)
