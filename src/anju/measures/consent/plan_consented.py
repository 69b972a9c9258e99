"""居民同意改造方案：本年度计划小区里，方案经法定比例业主同意的、未获同意的各几个。"""

from __future__ import annotations

from collections.abc import Callable

from anju.facts.occasion import Occasion
from anju.facts.tables.consents import TABLE as CONSENTS
from anju.kernel.assurance import PolicyAssurance
from anju.kernel.citation import Citation
from anju.measures._best import last_day
from anju.measures._consents import with_consents
from anju.measures._measure import Asked, Measure, Sum, Sums, Supply
from anju.measures._progress import plan
from anju.measures._rows import as_count, planned


def _sums(occasion: Occasion) -> Sums:
    """A community consents when every vote the gate asks for is carried, the plan's among them; one lost is enough
    for it not to; otherwise it is unknown."""
    rows = with_consents(occasion)
    best = {
        f"{prefix}_{step}{unit}": _best(prefix, step, unit)
        for prefix, unit in (("owners", ""), ("area", "_dm2"))
        for step in ("total", "took_part", "agreed")
    }
    says = "补登各小区改造方案的表决结果：业主总数和面积、参与和同意的人数和面积，附表决票和统计表"
    supply = Supply(CONSENTS, says, best | {"decided_on": last_day}, {"matter": "改造方案"})
    passed, failed = (as_count(verdict) * rows.weight for verdict in (rows.consents, ~rows.consents))
    return {
        "planned": plan(planned(occasion)),
        "passed": Sum("方案经法定比例同意的小区", rows, passed, bound=rows.weight, supply=supply),
        "failed": Sum("方案未获法定比例同意的小区", rows, failed, bound=rows.weight, supply=supply),
    }


def _best(prefix: str, step: str, unit: str) -> Callable[[Asked], int]:
    """All took part and all agreed, so far as what is already written allows it."""

    def best(asked: Asked) -> int:
        total, took_part, agreed = (
            asked.row.get(f"{prefix}_{each}{unit}") for each in ("total", "took_part", "agreed")
        )
        known = {"total": total or took_part or agreed or 1}
        known["took_part"] = took_part or _taking_part(known["total"], agreed, asked.occasion)
        return known.get(step, known["took_part"])

    return best


def _taking_part(total: int, agreed: int | None, occasion: Occasion) -> int:
    """All of them; but where it is known how many agreed, no more than the quorum and those need."""
    if agreed is None:
        return total
    quorum = occasion.share("consent/quorum_share")
    return max(agreed, -(-total * quorum.numerator // quorum.denominator))


MEASURE = Measure(
    _sums,
    Citation("civil-code-278", "第二款", "面积和人数都要达到", PolicyAssurance.RECALLED),
    ratio=("passed", "planned"),
)
