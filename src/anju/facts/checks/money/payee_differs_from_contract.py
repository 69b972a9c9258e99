"""收款人不是承包单位：支付所写的收款单位与合同的承包单位不同，或所写合同查不到。"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import ibis.expr.types as ir

from anju.facts.checking import Fault, row_of
from anju.facts.checks._money import moves
from anju.facts.checks._rows import of_region
from anju.facts.checks._words import in_wan
from anju.facts.occasion import Occasion
from anju.facts.store import FactStore
from anju.facts.tables.contracts import TABLE as CONTRACTS
from anju.facts.tables.fund_moves import TABLE as MOVES
from anju.kernel.citation import Citation
from anju.kernel.finding import Severity

AUDIT_POINTS = ("M04",)
# Wages and materials are at times paid for the contractor into another account: a question, not an accusation.
SEVERITY = Severity.WARNING
BASIS = Citation("anju-default", note="支付应当付给合同的承包单位")


def check(store: FactStore, occasion: Occasion) -> Iterator[Fault]:
    contracts = of_region(CONTRACTS, occasion)
    if not store.run(contracts.limit(1)).num_rows:
        return
    for row in store.rows(_odd(occasion, contracts)):
        amount = in_wan(row["amount_fen"])
        yield Fault(f"资金流水{row['id']}支付{amount}，{_what(row)}", row_of(MOVES, row, "payee"))


def _odd(occasion: Occasion, contracts: ir.Table) -> ir.Table:
    """The code decides where both have one; else the name."""
    paid = moves(occasion)
    paid = paid.filter(paid.year == occasion.year, paid.kind == "支付", paid.contract.notnull())
    named = contracts.select(signed="id", supplier="supplier", supplier_code="supplier_code")
    joined = paid.left_join(named, paid.contract == named.signed)
    other_code = joined.payee_code != joined.supplier_code
    other_name = joined.payee.strip() != joined.supplier.strip()
    return joined.filter(joined.signed.isnull() | other_code.coalesce(other_name).fill_null(False))


def _what(row: dict[str, Any]) -> str:
    if row["signed"] is None:
        return f"所写合同{row['contract']}在合同表里查不到。请补登合同，或更正合同编号。"
    payee, supplier = row["payee"] or row["payee_code"], row["supplier"] or row["supplier_code"]
    return (
        f"收款单位为{payee}，而合同{row['contract']}的承包单位为{supplier}，两者不同。"
        f"委托收款、农民工工资专户等情况请附说明；否则请核对付款对象。"
    )
