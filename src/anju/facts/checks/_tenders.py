"""核查共用：哪类合同到多少钱必须招标。"""

from __future__ import annotations

from dataclasses import dataclass

import ibis.expr.types as ir

from anju.facts.occasion import Occasion
from anju.kernel.citation import Citation
from anju.kernel.money import fen


@dataclass(frozen=True)
class Limit:
    """From `fen` on (or, if strict, above it) a contract must be tendered."""

    fen: int
    strict: bool
    basis: Citation

    @property
    def words(self) -> str:
        return "超过" if self.strict else "达到"

    def reached(self, amount: ir.Value) -> ir.BooleanValue:
        return amount > self.fen if self.strict else amount >= self.fen


def limits(occasion: Occasion) -> dict[str, Limit]:
    """Kind of contract → its limit; kinds that no rule names are left out."""
    found: dict[str, Limit] = {}
    for kind, term in occasion.words("contract_kinds").terms.items():
        code = term.text("threshold")
        if code:
            rule = occasion.parameter(code)
            unit = occasion.policy.parameters[code].unit
            found[kind] = Limit(fen(rule.integer(), unit), rule.flag("strict"), rule.citation)
    return found


def untendered(rows: ir.Table, occasion: Occasion) -> ir.BooleanValue:
    """True where the way of procurement is known and is no tender."""
    return rows.bid_method.isin(occasion.words("bid_methods").codes("tendered", "false"))
