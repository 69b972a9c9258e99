"""没有表决：小区已经开工，没有居民对改造方案表决的记录。"""

from __future__ import annotations

from collections.abc import Iterator

from anju.facts.checking import Fault, row_of
from anju.facts.checks._progress import STARTED, arrived
from anju.facts.checks._rows import of_year, uncovered
from anju.facts.checks._words import called, names
from anju.facts.occasion import Occasion
from anju.facts.store import FactStore
from anju.facts.tables.consents import TABLE as CONSENTS
from anju.facts.tables.renovations import TABLE as RENOVATIONS
from anju.kernel.assurance import PolicyAssurance
from anju.kernel.citation import Citation
from anju.kernel.finding import Severity

AUDIT_POINTS = ("E02",)
SEVERITY = Severity.ERROR
BASIS = Citation("civil-code-278", "第一款", "", PolicyAssurance.RECALLED, "改造方案由业主共同决定")


def check(store: FactStore, occasion: Occasion) -> Iterator[Fault]:
    """Whether a vote carried is for the gate to say; this tells where there was none."""
    started = arrived(store, occasion, STARTED)
    votes = of_year(CONSENTS, occasion)
    plan = votes.filter(votes.matter.isin(occasion.words("consent_matters").codes("plan")))
    known = names(store, occasion)
    for row in store.rows(uncovered(started, plan)):
        yield Fault(
            f"{called(known, row['community'])}报已开工，居民表决表里没有对改造方案的表决。"
            f"请补登参与和同意的人数、面积；没有表决过的，应当补办并说明。",
            row_of(RENOVATIONS, row, "community"),
        )
