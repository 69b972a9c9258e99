"""不在国有土地上：列入计划的小区，土地性质不属改造范围。"""

from __future__ import annotations

from collections.abc import Iterator

from anju.facts.checking import Fault, row_of
from anju.facts.checks._plan import planned
from anju.facts.occasion import Occasion
from anju.facts.store import FactStore
from anju.facts.tables.communities import TABLE as COMMUNITIES
from anju.kernel.assurance import PolicyAssurance
from anju.kernel.citation import Citation
from anju.kernel.finding import Severity

AUDIT_POINTS = ("E01",)
SEVERITY = Severity.ERROR
BASIS = Citation("guobanfa-2020-23", assurance=PolicyAssurance.RECALLED)


def check(store: FactStore, occasion: Occasion) -> Iterator[Fault]:
    lands = occasion.words("land_kinds")
    rows = planned(occasion)
    for row in store.rows(rows.filter(rows.land.isin(lands.codes("eligible", "false")))):
        yield Fault(
            f"“{row['name'] or row['community']}”列入改造计划，土地性质为{lands.terms[row['land']].title}，"
            f"不在改造范围内。"
            f"请核对土地登记；确属范围之外的，退出计划并处置已安排的资金。",
            row_of(COMMUNITIES, row, "land"),
        )
