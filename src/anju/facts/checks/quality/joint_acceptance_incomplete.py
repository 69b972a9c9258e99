"""联合验收不全：参加验收的不到规定的几方，或没有居民代表签字。"""

from __future__ import annotations

from collections.abc import Iterator

from anju.facts.checking import Fault, row_of
from anju.facts.checks._rows import of_year
from anju.facts.checks._words import called, names
from anju.facts.occasion import Occasion
from anju.facts.store import FactStore
from anju.facts.tables.acceptances import TABLE as ACCEPTANCES
from anju.kernel.assurance import PolicyAssurance
from anju.kernel.citation import Citation
from anju.kernel.finding import Severity

AUDIT_POINTS = ("Q02",)
SEVERITY = Severity.WARNING
BASIS = Citation("renshou-2020-2022-audit", assurance=PolicyAssurance.REPORTED, note="审计指出没有组织联合验收")


def check(store: FactStore, occasion: Occasion) -> Iterator[Fault]:
    rule = occasion.parameter("quality/acceptance_parties")
    rows = of_year(ACCEPTANCES, occasion)
    few = (rows.parties < rule.integer()).fill_null(False)
    unsigned = (~rows.resident_signed).fill_null(False)
    known = names(store, occasion)
    for row in store.rows(rows.filter(rows.passed, few | unsigned)):
        faults = []
        if row["parties"] is not None and row["parties"] < rule.integer():
            faults.append(f"只有{row['parties']}方签字，应有{rule.integer()}方")
        if row["resident_signed"] is False:
            faults.append("没有居民代表签字")
        yield Fault(
            f"{called(known, row['community'])}验收（{row['id']}）{'，'.join(faults)}，不算完整的联合验收。"
            f"请补登参加各方；确未参加的，补办联合验收。",
            row_of(ACCEPTANCES, row, "parties"),
            basis=rule.citation if "方签字" in faults[0] else None,
        )
