"""超进度付款：支付给承包单位的多于已经计量确认的，或多于合同价与批准变更之和。"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from anju.facts.checking import Fault, row_of
from anju.facts.checks._contracts import contracts
from anju.facts.checks._words import in_wan
from anju.facts.occasion import Occasion
from anju.facts.store import FactStore
from anju.facts.tables.contracts import TABLE as CONTRACTS
from anju.kernel.assurance import PolicyAssurance
from anju.kernel.citation import Citation
from anju.kernel.finding import Computation, Severity

AUDIT_POINTS = ("M05",)
SEVERITY = Severity.ERROR
BASIS = Citation("renshou-2020-2022-audit", assurance=PolicyAssurance.REPORTED, note="审计指出进度款超过合同约定")


def check(store: FactStore, occasion: Occasion) -> Iterator[Fault]:
    """A settled contract is measured by its settlement."""
    rows = contracts(occasion)
    due = rows.mutate(due=rows.settled_fen.coalesce(rows.certified_fen, rows.amount_fen + rows.change_fen.fill_null(0)))
    for row in store.rows(due.filter(due.paid > due.due)):
        yield _fault(row)


def _fault(row: dict[str, Any]) -> Fault:
    words = next(words for column, words in _MEASURES if row[column] is not None)
    over = row["paid"] - row["due"]
    return Fault(
        f"合同{row['id']}（{row['supplier'] or '承包单位未填'}）累计支付{in_wan(row['paid'])}，"
        f"{words}{in_wan(row['due'])}，多付{in_wan(over)}。可能是预付款或计量未登记；请核对，属实的应当追回或在后续付款中抵扣。",
        row_of(CONTRACTS, row, "paid_fen"),
        Computation(
            in_wan(row["paid"]),
            in_wan(row["due"]),
            (f"支付{in_wan(row['paid'])}", f"{words}{in_wan(row['due'])}"),
        ),
    )


_MEASURES = (("settled_fen", "结算只有"), ("certified_fen", "计量确认只有"), ("amount_fen", "合同价与批准变更共"))
