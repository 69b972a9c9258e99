"""用途超出范围：补助资金用在办公、还贷、其他项目等不许开支的地方。"""

from __future__ import annotations

from collections.abc import Iterator

from anju.facts.checking import Fault, row_of
from anju.facts.checks._money import moves
from anju.facts.checks._words import in_wan
from anju.facts.occasion import Occasion
from anju.facts.store import FactStore
from anju.facts.tables.fund_moves import TABLE as MOVES
from anju.kernel.assurance import PolicyAssurance
from anju.kernel.citation import Citation
from anju.kernel.finding import Severity

AUDIT_POINTS = ("M04",)
SEVERITY = Severity.ERROR
BASIS = Citation("caizong-2024-15", "", "", PolicyAssurance.RECALLED, "补助资金只能用于小区改造，不得用于办公、还贷等")


def check(store: FactStore, occasion: Occasion) -> Iterator[Fault]:
    """What residents and companies give is theirs to spend; money of no named source is taken for the government's."""
    purposes = occasion.words("fund_purposes")
    private = occasion.words("source_levels").codes("government", "false")
    rows = moves(occasion)
    wrong = rows.filter(
        rows.year == occasion.year,
        rows.kind.isin(["拨付", "支付"]),
        rows.purpose.isin(purposes.codes("allowed", "false")),
        ~rows.source.isin(private).fill_null(False),
    )
    for row in store.rows(wrong):
        payee = f"给{row['payee']}" if row["payee"] else ""
        amount = in_wan(row["amount_fen"])
        yield Fault(
            f"资金流水{row['id']}{row['kind']}{payee}{amount}，用途写“{row['purpose']}”（{purposes.terms[row['purpose']].title}），"
            f"不在补助资金开支范围内。可能是用途选错；请核对凭证，属实的应当退回并调整账目。",
            row_of(MOVES, row, "purpose"),
        )
