"""超概算未批准：预算、合同、审定或决算超过批准的概算，没有调整批准。"""

from __future__ import annotations

from collections.abc import Iterator

import ibis.expr.types as ir

from anju.facts.checking import Fault, row_of
from anju.facts.checks._rows import of_year, preferred, uncovered
from anju.facts.checks._words import called, in_wan, names, percent
from anju.facts.occasion import Occasion
from anju.facts.store import FactStore
from anju.facts.tables.approvals import TABLE as APPROVALS
from anju.facts.tables.costings import TABLE as COSTINGS
from anju.kernel.assurance import PolicyAssurance
from anju.kernel.citation import Citation
from anju.kernel.finding import Computation, Severity

AUDIT_POINTS = ("M09",)
SEVERITY = Severity.WARNING
BASIS = Citation("shangcheng-2022-audit", assurance=PolicyAssurance.REPORTED, note="预算调整未经规范审批曾被审计指出")
BASE, LATER = "概算", ("预算", "合同", "审定", "决算")


def check(store: FactStore, occasion: Occasion) -> Iterator[Fault]:
    """One finding a community, for the greatest of the later stages."""
    known = names(store, occasion)
    approved = of_year(APPROVALS, occasion)
    approved = approved.filter(approved.kind == "工程变更批准", approved.granted)
    for row in store.rows(uncovered(_grown(store, occasion), approved)):
        over = row["amount_fen"] - row["base"]
        yield Fault(
            f"{called(known, row['community'])}{row['stage']}{in_wan(row['amount_fen'])}，"
            f"超过概算{in_wan(row['base'])}，"
            f"多{in_wan(over)}（{percent(over, row['base'])}），"
            f"没有登记工程变更和预算调整的批准。请补登批准文件，或核对金额。",
            row_of(COSTINGS, row, "amount_fen"),
            Computation(in_wan(row["amount_fen"]), in_wan(row["base"]), (f"超出{in_wan(over)}",)),
        )


def _grown(store: FactStore, occasion: Occasion) -> ir.Table:
    rows = of_year(COSTINGS, occasion)
    rows = preferred(store, occasion, COSTINGS, rows.filter(rows.amount_fen.notnull()))
    base = rows.filter(rows.stage == BASE, rows.amount_fen > 0).select("community", base="amount_fen")
    later = rows.filter(rows.stage.isin(LATER))
    most = later.group_by("year", "community").aggregate(
        amount_fen=later.amount_fen.max(), stage=later.stage.argmax(later.amount_fen)
    )
    joined = most.inner_join(base, "community")
    return joined.filter(joined.amount_fen > joined.base)
