"""得分超过分值：自评总分超过满分，或评议的得分比例超过百分之百。"""

from __future__ import annotations

from collections.abc import Iterator

from anju.facts.checking import Fault, row_of
from anju.facts.checks._rows import of_year
from anju.facts.checks._sayings import sayings
from anju.facts.occasion import Occasion
from anju.facts.store import FactStore
from anju.facts.tables.judgements import TABLE as JUDGEMENTS
from anju.facts.tables.statements import TABLE as STATEMENTS
from anju.kernel.assurance import PolicyAssurance
from anju.kernel.citation import Citation
from anju.kernel.finding import Computation, Severity
from anju.kernel.unit import decimal_text
from anju.policy.scheme import SCALE, points_text

AUDIT_POINTS = ("V06",)
SEVERITY = Severity.WARNING
BASIS = Citation("caiyu-2020-10", assurance=PolicyAssurance.RECALLED)
FULL = 10_000


def check(store: FactStore, occasion: Occasion) -> Iterator[Fault]:
    rule = occasion.parameter("goals/weight_total")
    total = rule.value.mapping()["total"].fraction() * SCALE
    for said in sayings(store, occasion, "自评得分"):
        if said.quantity is not None and said.quantity.base > total:
            yield Fault(
                f"{said.place}写自评得分{said.quantity}，超过总分{points_text(int(total))}分。请核对各项得分之和。",
                row_of(STATEMENTS, said.row, "value"),
                Computation(str(said.quantity), f"{points_text(int(total))}分", ()),
                basis=rule.citation,
            )
    rows = of_year(JUDGEMENTS, occasion)
    for row in store.rows(rows.filter(rows["share"] > FULL)):
        shown = f"{decimal_text(row['share'], 100)}%"
        yield Fault(
            f"评分点“{row['item']}”的得分比例写成{shown}，超过分值。请改为不超过100%的比例。",
            row_of(JUDGEMENTS, row, "share"),
            Computation(shown, "100%", ()),
        )
