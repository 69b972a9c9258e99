"""手续不全：小区已经开工，开工前应有的手续没有办，也没有免办说明。"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from anju.facts._table import WHOLE_COUNTY
from anju.facts.checking import Fault, row_of
from anju.facts.checks._progress import STARTED, arrived
from anju.facts.checks._rows import of_year
from anju.facts.checks._words import called, names
from anju.facts.occasion import Occasion
from anju.facts.store import FactStore
from anju.facts.tables.approvals import TABLE as APPROVALS
from anju.facts.tables.institutions import TABLE as INSTITUTIONS
from anju.facts.tables.renovations import TABLE as RENOVATIONS
from anju.kernel.assurance import PolicyAssurance
from anju.kernel.citation import Citation
from anju.kernel.finding import Severity

AUDIT_POINTS = ("E04",)
SEVERITY = Severity.WARNING
BASIS = Citation("wuhua-2023-evaluation", assurance=PolicyAssurance.REPORTED, note="施工手续不全曾被评价指出")
EITHER = {"施工许可免办说明": "施工许可"}
"""A note that takes the place of the approval itself."""
PAPERS = {"统筹施工方案": "统筹施工方案批准"}
"""A paper of the county that is on record with its approval."""


def check(store: FactStore, occasion: Occasion) -> Iterator[Fault]:
    started = store.rows(arrived(store, occasion, STARTED).select("year", "community"))
    held = _held(store, occasion) if started else {}
    needed = [kind for kind in occasion.words("approval_kinds").codes("for_start", "true") if kind not in EITHER]
    known = names(store, occasion)
    everywhere = held.get(None, set())
    for row in started:
        own = set().union(*held.values()) if row["community"] == WHOLE_COUNTY else held.get(row["community"], set())
        missing = [kind for kind in needed if kind not in own | everywhere]
        if missing:
            yield Fault(
                f"{called(known, row['community'])}报已开工，没有登记这些手续或免办说明：{'、'.join(missing)}。"
                f"请补登文号和日期；依规定免办的，勾选免于办理并写明依据。",
                row_of(RENOVATIONS, row, "community"),
            )


def _held(store: FactStore, occasion: Occasion) -> dict[str | None, set[str]]:
    """Community → the approvals it has or need not have; None for those that hold for every one."""
    rows = of_year(APPROVALS, occasion)
    settled = rows.filter(rows.granted.fill_null(False) | rows.exempt.fill_null(False))
    found: dict[str | None, set[str]] = defaultdict(set)
    for row in store.rows(settled.select("community", "kind").distinct()):
        place = None if row["community"] == WHOLE_COUNTY else row["community"]
        found[place].add(EITHER.get(row["kind"], row["kind"]))
    papers = of_year(INSTITUTIONS, occasion)
    for row in store.rows(papers.filter(papers.kind.isin(list(PAPERS)), papers.present).select("kind").distinct()):
        found[None].add(PAPERS[row["kind"]])
    return found
