"""合计的执行：同表的合计并成一条语句，相同的式子只算一次，各县互不相干。"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pyarrow as pa
from hypothesis import given, settings
from hypothesis import strategies as st

from anju.facts.store import FactStore
from anju.facts.tables.acceptances import TABLE as ACCEPTANCES
from anju.facts.tables.audit_findings import TABLE as FINDINGS
from anju.facts.tables.fund_moves import TABLE as MOVES
from anju.measures._aggregate import Plan, aggregate, by_region
from anju.measures._measure import Sum
from anju.measures._resolve import resolve

ROWS = MOVES.rows
PAID = Sum("已支付", ROWS, ROWS.amount_fen, ROWS.kind == "支付")
PASSED = Sum("已拨付", ROWS, ROWS.amount_fen, ROWS.kind == "拨付")


def test_sums_over_one_relation_are_one_statement() -> None:
    again = Sum("已支付", MOVES.rows, MOVES.rows.amount_fen, MOVES.rows.kind == "支付")
    accepted = Sum("验收", ACCEPTANCES.rows, ACCEPTANCES.rows.year)
    plan = Plan({"a": {"paid": PAID, "passed": PASSED}, "b": {"paid": again}, "c": {"accepted": accepted}})
    assert len(plan.expressions) == 2
    assert plan.columns["a", "paid"] == plan.columns["b", "paid"]
    assert plan.columns["a", "paid"] != plan.columns["a", "passed"]


def test_a_filter_that_reads_the_same_is_the_same_relation() -> None:
    def of_2023() -> Sum:
        rows = MOVES.rows.filter(MOVES.rows.year == 2023)
        return Sum("已支付", rows, rows.amount_fen)

    assert len(Plan({"a": {"x": of_2023()}, "b": {"y": of_2023()}}).expressions) == 1


def test_a_table_without_communities_has_only_single_rows() -> None:
    table = pa.Table.from_pylist(
        [{"region": "150822", "year": 2023, "id": "1", "severity": "一般", "assurance": "stated"}],
        schema=FINDINGS.arrow,
    )
    plan = Plan({"a": {"n": Sum("发现", FINDINGS.rows, FINDINGS.rows.year)}})
    (found,) = aggregate(FactStore({FINDINGS.name: table}), plan)
    assert found.to_pylist()[0]["whole"] is False


def test_a_sum_too_great_for_one_row_s_type_is_still_exact() -> None:
    rows = [move(1, "150822", 2**62), move(2, "150822", 2**62 - 1)]
    assert paid_by_region(rows) == {"150822": 2**63 - 1}


def move(number: int, region: str, amount: int) -> Mapping[str, Any]:
    return {
        "region": region,
        "year": 2023,
        "id": str(number),
        "kind": "支付",
        "amount_fen": amount,
        "assurance": "stated",
    }


def paid_by_region(rows: list[Mapping[str, Any]]) -> Mapping[str, int | None]:
    store = FactStore({MOVES.name: pa.Table.from_pylist(rows, schema=MOVES.arrow)})
    plan = Plan({"a": {"paid": PAID}})
    groups = by_region(aggregate(store, plan))
    return {region: resolve(plan, groups, region)["a"]["paid"].exact for region in groups}


@settings(max_examples=15)
@given(st.lists(st.tuples(st.sampled_from(["150822", "360101", "990101"]), st.integers(-(10**12), 10**12))))
def test_each_region_gets_the_sum_of_its_own_rows(pairs: list[tuple[str, int]]) -> None:
    rows = [move(n, region, amount) for n, (region, amount) in enumerate(pairs)]
    totals = {region: sum(amount for at, amount in pairs if at == region) for region, _ in pairs}
    assert paid_by_region(rows) == totals
