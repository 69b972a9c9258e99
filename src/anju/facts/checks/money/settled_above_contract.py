"""结算超合同：结算金额多于合同价与已批变更之和。"""

from __future__ import annotations

from collections.abc import Iterator

from anju.facts.checking import Fault, row_of
from anju.facts.checks._rows import of_year
from anju.facts.checks._words import in_wan, percent
from anju.facts.occasion import Occasion
from anju.facts.store import FactStore
from anju.facts.tables.contracts import TABLE as CONTRACTS
from anju.kernel.assurance import PolicyAssurance
from anju.kernel.citation import Citation
from anju.kernel.finding import Computation, Severity

AUDIT_POINTS = ("M09",)
SEVERITY = Severity.WARNING
BASIS = Citation("shangcheng-2022-audit", assurance=PolicyAssurance.REPORTED, note="变更、调整未经规范审批曾被审计指出")


def check(store: FactStore, occasion: Occasion) -> Iterator[Fault]:
    """A contract without approved changes on record has none that could explain the surplus."""
    rows = of_year(CONTRACTS, occasion)
    for row in store.rows(rows.filter(rows.settled_fen > rows.amount_fen + rows.change_fen.fill_null(0))):
        change = row["change_fen"]
        agreed = row["amount_fen"] + (change or 0)
        over = row["settled_fen"] - agreed
        words = "没有登记批准变更" if change is None else f"批准变更{in_wan(change)}"
        yield Fault(
            f"合同{row['id']}结算{in_wan(row['settled_fen'])}，合同价{in_wan(row['amount_fen'])}，{words}，"
            f"结算多出{in_wan(over)}{_share(over, agreed)}。请补登变更签证的批准文件，或核减结算。",
            row_of(CONTRACTS, row, "settled_fen"),
            Computation(in_wan(row["settled_fen"]), in_wan(agreed), (f"合同价{in_wan(row['amount_fen'])}", words)),
        )


def _share(over: int, agreed: int) -> str:
    return f"（{percent(over, agreed)}）" if agreed > 0 else ""
