"""核查共用的合同付款：合同表所填的累计支付，与资金流水里写明合同编号的支付，取大的一个。"""

from __future__ import annotations

from functools import lru_cache

import ibis
import ibis.expr.types as ir

from anju.facts.checks._money import moves
from anju.facts.checks._rows import of_year
from anju.facts.occasion import Occasion
from anju.facts.tables.contracts import TABLE as CONTRACTS


@lru_cache
def contracts(occasion: Occasion) -> ir.Table:
    """The plan year's contracts with `paid`: NULL when neither place tells. Both are cumulative, so neither adds."""
    rows = of_year(CONTRACTS, occasion)
    paid = moves(occasion)
    paid = paid.filter(paid.kind == "支付", paid.contract.notnull())
    sums = paid.group_by(id=paid.contract).aggregate(moved=paid.amount_fen.sum().cast("int64"))
    joined = rows.left_join(sums, "id", rname="moved_{name}")
    return joined.select(*rows.columns, paid=ibis.greatest(joined.paid_fen, joined.moved))
