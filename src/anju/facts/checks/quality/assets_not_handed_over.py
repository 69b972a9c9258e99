"""设施未移交：验收以后，专营设施还没有移交给专营单位。"""

from __future__ import annotations

from collections.abc import Iterator

from anju.facts.checking import Fault, row_of
from anju.facts.checks._progress import accepted
from anju.facts.checks._rows import of_year, preferred, uncovered
from anju.facts.checks._words import called, names
from anju.facts.occasion import Occasion
from anju.facts.store import FactStore
from anju.facts.tables.handovers import TABLE as HANDOVERS
from anju.kernel.assurance import PolicyAssurance
from anju.kernel.citation import Citation
from anju.kernel.finding import Severity

AUDIT_POINTS = ("Q06",)
SEVERITY = Severity.WARNING
BASIS = Citation("jianbancheng-2021-50", assurance=PolicyAssurance.RECALLED, note="专营设施应当依法移交")


def check(store: FactStore, occasion: Occasion) -> Iterator[Fault]:
    """Before the works are accepted there is nothing to hand over yet."""
    assets = occasion.words("assets")
    rows = of_year(HANDOVERS, occasion)
    due = rows.filter((~rows.handed).fill_null(False), rows.asset.isin(assets.codes("specialised", "true")))
    waiting = uncovered(due, accepted(occasion)).select("id")
    known = names(store, occasion)
    for row in store.rows(preferred(store, occasion, HANDOVERS, due.filter(due.id.notin(waiting.id)))):
        title = assets.terms[row["asset"]].title
        receiver = row["receiver"] or assets.terms[row["asset"]].text("receiver")
        yield Fault(
            f"{called(known, row['community'])}已验收，{title}（{row['id']}）还没有移交给{receiver}。"
            f"请办理移交并补登日期和协议文号；暂不移交的，说明由谁管护。",
            row_of(HANDOVERS, row, "handed"),
        )
