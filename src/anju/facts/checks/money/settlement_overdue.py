"""结算逾期：验收后过了规定天数，还没有办理结算决算。"""

from __future__ import annotations

from collections.abc import Iterator

import ibis
import ibis.expr.types as ir

from anju.facts.checking import Fault, row_of
from anju.facts.checks._progress import accepted
from anju.facts.checks._rows import of_year, preferred, uncovered
from anju.facts.checks._words import called, names
from anju.facts.occasion import Occasion
from anju.facts.store import FactStore
from anju.facts.tables.acceptances import TABLE as ACCEPTANCES
from anju.facts.tables.contracts import TABLE as CONTRACTS
from anju.facts.tables.costings import TABLE as COSTINGS
from anju.kernel.assurance import PolicyAssurance
from anju.kernel.citation import Citation
from anju.kernel.finding import Computation, Severity
from anju.kernel.period import chinese_date

AUDIT_POINTS = ("M11",)
SEVERITY = Severity.WARNING
BASIS = Citation("renshou-2020-2022-audit", assurance=PolicyAssurance.REPORTED, note="审计指出结算决算滞后")
RULE = "funds/settlement_days_after_acceptance"


def check(store: FactStore, occasion: Occasion) -> Iterator[Fault]:
    """The last acceptance of a community counts; a settlement for the county counts for every community."""
    rule = occasion.parameter(RULE)
    rows = accepted(occasion)
    rows = preferred(store, occasion, ACCEPTANCES, rows.filter(rows.accepted_on.notnull(), rows.community.notnull()))
    last = rows.group_by("community").aggregate(accepted_on=rows.accepted_on.max(), id=rows.id.argmax(rows.accepted_on))
    overdue = last.filter(last.accepted_on < occasion.as_of - occasion.days(RULE))
    known = names(store, occasion)
    for row in store.rows(uncovered(overdue, _settlements(occasion))):
        days = (occasion.as_of - row["accepted_on"]).days
        yield Fault(
            f"{called(known, row['community'])}{chinese_date(row['accepted_on'])}验收合格，"
            f"到{chinese_date(occasion.as_of)}已{days}日，超过{rule.integer()}日还没有结算、审定或决算的记录。请补登结算结果，或说明送审到哪一步。",
            row_of(ACCEPTANCES, row, "accepted_on"),
            Computation(f"{rule.integer()}日", f"{days}日", (chinese_date(row["accepted_on"]),)),
            basis=rule.citation,
        )


def _settlements(occasion: Occasion) -> ir.Table:
    """Communities whose costing was audited or closed, or whose works contract was settled.

    A contract for design or supervision, often one for the whole county, settles nobody's works.
    """
    costs, contracts = of_year(COSTINGS, occasion), of_year(CONTRACTS, occasion)
    works = contracts.filter((contracts.kind == "施工").fill_null(True))
    return ibis.union(
        costs.filter(costs.stage.isin(["审定", "决算"]), costs.amount_fen.notnull()).select("community"),
        works.filter(works.settled_fen.notnull() | works.settled_on.notnull()).select("community"),
    )
