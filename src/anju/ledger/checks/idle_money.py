"""资金闲置：到位一年以上还没有用完，两年以上的应当收回。"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import Any

from anju.facts.checking import Fault
from anju.facts.checks._money import moves
from anju.facts.checks._totals import folded, grouped
from anju.facts.checks._words import in_wan
from anju.facts.occasion import Occasion
from anju.facts.store import FactStore
from anju.facts.tables.fund_moves import TABLE as MOVES
from anju.kernel.assurance import PolicyAssurance
from anju.kernel.citation import Citation
from anju.kernel.finding import Computation, Severity, Where
from anju.kernel.period import chinese_date

AUDIT_POINTS = ("M03",)
SEVERITY = Severity.ERROR
BASIS = Citation("audit-2014-2016", assurance=PolicyAssurance.REPORTED, note="全国审计按闲置一年以上列报")
SPENT = ("支付", "收回")
KNOWN = (*SPENT, "结转")
LIMITS = (("funds/carry_over_days", "已满应当收回的期限"), ("funds/idle_days", "已属闲置"))


def check(store: FactStore, occasion: Occasion) -> Iterator[Fault]:
    """The money that came first is spent first, within each plan year; the longer term is told and not the shorter.

    Where no use of the money is on record, nothing is known of what is left.
    """
    rows = moves(occasion)
    rows = rows.filter(rows.year <= occasion.year, rows.kind.isin(["到位", *KNOWN]))
    groups = grouped(rows, rows.amount_fen, rows.id.min(), year=rows.year, kind=rows.kind, day=rows.moved_on)
    by_year: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for group in store.rows(groups):
        by_year[group["year"]].append(group)
    for year, found in sorted(by_year.items()):
        for code, words in LIMITS:
            rule = occasion.parameter(code)
            came, left = _left(found, occasion.as_of - occasion.days(code))
            if left > 0:
                message = (
                    f"{year}年度资金中，有{in_wan(left)}到位已超过{rule.integer()}日，截至{chinese_date(occasion.as_of)}"
                    f"没有支付，也没有收回，{words}。请核对支付是否登全；确实未用的，按规定收回或说明用款计划。"
                )
                operands = (f"期限{rule.integer()}日", f"算到{chinese_date(occasion.as_of)}")
                where = Where(table=MOVES.name, key=came, column="moved_on")
                yield Fault(message, where, Computation(None, in_wan(left), operands), basis=rule.citation)
                break


def _left(groups: list[dict[str, Any]], limit: date) -> tuple[str | None, int]:
    """The first row that came in by that day, and how much has not gone out by now, in 分; 0 when not known."""
    came = [g for g in groups if g["kind"] == "到位" and g["day"] is not None and g["day"] < limit]
    used = [folded(each for each in groups if each["kind"] == kind) for kind in SPENT]
    if not came or not any(g["kind"] in KNOWN and g["known"] for g in groups) or any(each.unknown for each in used):
        return None, 0
    return min(group["id"] for group in came), folded(came).amount - sum(total.amount for total in used)
