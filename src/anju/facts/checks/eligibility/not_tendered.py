"""应招未招：合同价达到必须招标的规模，没有招标。"""

from __future__ import annotations

from collections.abc import Iterator

from anju.facts.checking import Fault, row_of
from anju.facts.checks._rows import of_year
from anju.facts.checks._tenders import limits, untendered
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
    rules = limits(occasion)
    rows = untendered(of_year(CONTRACTS, occasion), occasion)
    for row in store.rows(rows.filter(rows.amount_fen >= rows.least)):
        limit = rules[row["kind"]]
        yield Fault(
            f"合同{row['id']}（{row['kind']}）合同价{in_wan(row['amount_fen'])}，{limit.words}必须招标的{in_wan(limit.named)}，"
            f"采购方式写{row['bid_method']}。请核对采购方式；确未招标的，说明依据并附批准文件。",
            row_of(CONTRACTS, row, "bid_method"),
            Computation(in_wan(row["amount_fen"]), in_wan(limit.named), (row["bid_method"],)),
            basis=limit.basis,
        )
