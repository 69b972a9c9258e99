"""核查共用：哪类合同到多少钱必须招标。"""

from __future__ import annotations

from dataclasses import dataclass

import ibis
import ibis.expr.types as ir

from anju.facts.occasion import Occasion
from anju.kernel.citation import Citation
from anju.kernel.money import fen


@dataclass(frozen=True)
class Limit:
    """A contract of at least `least` 分 must be tendered; `named` is the amount the rule names."""

    least: int
    named: int
    words: str
    basis: Citation


def limits(occasion: Occasion) -> dict[str, Limit]:
    """Kind of contract → its limit; kinds that no rule names are left out."""
    found: dict[str, Limit] = {}
    for kind, term in occasion.words("contract_kinds").terms.items():
        code = term.text("threshold")
        if code:
            rule = occasion.parameter(code)
            named = fen(rule.integer(), occasion.policy.parameters[code].unit)
            strict = rule.flag("strict")
            found[kind] = Limit(named + strict, named, "超过" if strict else "达到", rule.citation)
    return found


def untendered(rows: ir.Table, occasion: Occasion) -> ir.Table:
    """Contracts whose way of procurement is known and is no tender, each with the `least` amount of its kind."""
    cases = [(kind, limit.least) for kind, limit in limits(occasion).items()]
    least = rows.kind.cases(*cases, else_=ibis.null("int64"))
    methods = occasion.words("bid_methods").codes("tendered", "false")
    return rows.filter(rows.bid_method.isin(methods)).mutate(least=least).filter(lambda found: found.least.notnull())
