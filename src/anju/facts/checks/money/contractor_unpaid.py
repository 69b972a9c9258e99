"""拖欠工程款：工程量已确认或已结算，过了规定期限还没有付足。"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import Any

from anju.facts.checking import Fault, row_of
from anju.facts.checks._contracts import contracts
from anju.facts.checks._words import in_wan, share
from anju.facts.occasion import Occasion
from anju.facts.store import FactStore
from anju.facts.tables.contracts import TABLE as CONTRACTS
from anju.kernel.assurance import PolicyAssurance
from anju.kernel.citation import Citation
from anju.kernel.finding import Computation, Severity
from anju.kernel.period import chinese_date
from anju.kernel.unit import half_up

AUDIT_POINTS = ("M10",)
SEVERITY = Severity.WARNING
BASIS = Citation("audit-methods-notes", assurance=PolicyAssurance.REPORTED, note="审计关注拖欠参建单位账款")


def check(store: FactStore, occasion: Occasion) -> Iterator[Fault]:
    """Settled: all but the quality retention is due. Not yet settled: the least share of the certified value is."""
    days = occasion.days("funds/sme_payment_days")
    retention = occasion.share("quality/retention_share")
    progress = occasion.share("funds/progress_payment_minimum")
    rows = contracts(occasion)
    settled = rows.settled_fen.notnull() & (rows.settled_on < occasion.as_of - days)
    certified = rows.settled_fen.isnull() & rows.certified_fen.notnull() & (rows.certified_on < occasion.as_of - days)
    for row in store.rows(rows.filter(settled | certified, rows.paid.notnull())):
        if row["settled_fen"] is not None:
            yield from _short(occasion, row, "结算", 1 - retention, row["settled_on"])
        else:
            yield from _short(occasion, row, "计量确认", progress, row["certified_on"])


def _short(occasion: Occasion, row: dict[str, Any], words: str, part: Fraction, since: date) -> Iterator[Fault]:
    value = row["settled_fen"] if words == "结算" else row["certified_fen"]
    if row["paid"] * part.denominator >= value * part.numerator:
        return
    rule = occasion.parameter("funds/sme_payment_days")
    due = half_up(value * part.numerator, part.denominator)
    paid = f"累计支付{in_wan(row['paid'])}"
    yield Fault(
        f"合同{row['id']}{chinese_date(since)}{words}{in_wan(value)}，至少应付{share(part)}即{in_wan(due)}，{paid}，"
        f"少{in_wan(due - row['paid'])}，已过{rule.integer()}日的付款期限。"
        f"请核对支付是否登全；合同另有约定的，附约定条款。",
        row_of(CONTRACTS, row, "paid_fen"),
        Computation(in_wan(row["paid"]), in_wan(due), (f"{words}{in_wan(value)}", share(part))),
        basis=rule.citation,
    )
