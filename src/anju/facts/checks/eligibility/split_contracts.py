"""疑似拆分：同一单位的几份同类合同都没有招标，单份不到规模，合起来达到。"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from anju.facts.checking import Fault, row_of
from anju.facts.checks._rows import of_year
from anju.facts.checks._tenders import Limit, limits, untendered
from anju.facts.checks._words import in_wan
from anju.facts.occasion import Occasion
from anju.facts.store import FactStore
from anju.facts.tables.contracts import TABLE as CONTRACTS
from anju.kernel.assurance import PolicyAssurance
from anju.kernel.citation import Citation
from anju.kernel.finding import Computation, Severity

AUDIT_POINTS = ("E03",)
SEVERITY = Severity.ERROR
BASIS = Citation("must-bid-2018", "第五条", assurance=PolicyAssurance.RECALLED)


def check(store: FactStore, occasion: Occasion) -> Iterator[Fault]:
    """A supplier is known by its credit code, else by its name."""
    rules = limits(occasion)
    rows = untendered(of_year(CONTRACTS, occasion), occasion)
    small = rows.filter(rows.amount_fen < rows.least)
    together = small.group_by(firm=small.supplier_code.coalesce(small.supplier.strip()), kind=small.kind).aggregate(
        id=small.id.min(),
        ids=small.id.group_concat("、"),
        supplier=small.supplier.min(),
        n=small.count(),
        amount=small.amount_fen.sum().cast("int64"),
        least=small.least.min(),
    )
    split = together.filter(together.firm.notnull(), together.n > 1, together.amount >= together.least)
    for row in store.rows(split):
        yield _fault(row, rules[row["kind"]])


def _fault(row: dict[str, Any], limit: Limit) -> Fault:
    ids = "、".join(sorted(row["ids"].split("、")))
    return Fault(
        f"{row['supplier'] or row['firm']}的{row['n']}份{row['kind']}合同（{ids}）都没有招标，"
        f"单份不到{in_wan(limit.named)}，"
        f"合计{in_wan(row['amount'])}，{limit.words}必须招标的规模。请核对是否同一项目拆分；不属拆分的，说明理由。",
        row_of(CONTRACTS, row, "bid_method"),
        Computation(in_wan(row["amount"]), in_wan(limit.named), (ids,)),
        basis=limit.basis,
    )
