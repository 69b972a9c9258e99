"""长效管理类口径共用：计划小区里有某项安排的有几个。"""

from __future__ import annotations

from anju.facts.occasion import Occasion
from anju.facts.tables.governance import TABLE as GOVERNANCE
from anju.measures._measure import Sum, Sums, Supply
from anju.measures._progress import plan
from anju.measures._rows import as_count, per_community, planned


def having(occasion: Occasion, column: str) -> Sums:
    """The planned communities, and those of which the flag `column` of 长效管理 says yes."""
    rows, title = per_community(GOVERNANCE, occasion), GOVERNANCE.by_name[column].zh
    supply = Supply(GOVERNANCE, f"补登各小区是否{title}，附批复、备案或合同", {column: True})
    value = as_count(rows[column]) * rows.weight
    return {
        "communities": plan(planned(occasion)),
        "having": Sum(f"{title}的小区", rows, value, bound=rows.weight, supply=supply),
    }
