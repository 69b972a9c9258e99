"""结余：每个余额都是它的分录之和，一分不差；有一环不知道，余额就不知道。"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

import pyarrow as pa
from county_rows import occasion
from hypothesis import given, settings
from hypothesis import strategies as st

from anju.facts.store import FactStore
from anju.facts.tables.fund_moves import TABLE as MOVES
from anju.ledger.balances import accounts, by_source
from anju.ledger.entries import stages

KINDS = {kind: stage for stage, kind in stages(occasion()).items()}
ROW = st.fixed_dictionaries(
    {
        "region": st.sampled_from(["150822", "360101"]),
        "community": st.sampled_from([None, "*", "C1"]),
        "kind": st.sampled_from([*KINDS, "调整"]),
        "source": st.sampled_from([None, "中央", "县"]),
        "amount_fen": st.none() | st.integers(-(10**12), 10**12),
        "assurance": st.sampled_from(["recorded", "stated", "illustrative"]),
        "corrects": st.sampled_from([None, "0", "1", "2", "99"]),
    }
)


def balances(rows: list[Mapping[str, Any]]) -> dict[tuple[Any, ...], dict[str, int]]:
    table = pa.Table.from_pylist([{**row, "id": str(n), "year": 2023} for n, row in enumerate(rows)], MOVES.arrow)
    store = FactStore({MOVES.name: table})
    found = store.rows(by_source(occasion()))
    store.close()
    return {
        (row["region"], row["source"], row["whole"], row["assurance"]): {
            name: value for name, value in row.items() if name in KINDS.values() and value is not None
        }
        | {name: value for name, value in row.items() if name.endswith("_unknown") and value}
        for row in found
    }


def one_by_one(rows: list[Mapping[str, Any]]) -> dict[tuple[Any, ...], dict[str, int]]:
    """The same, move by move."""
    kept: dict[tuple[Any, ...], dict[str, int]] = defaultdict(lambda: defaultdict(int))
    by_id = {(row["region"], str(n)): row for n, row in enumerate(rows)}
    for row in rows:
        first = by_id.get((row["region"], row["corrects"])) if row["kind"] == "调整" else None
        first = None if first and first["kind"] == "调整" else first
        meant = first or row
        community, source = meant["community"] or row["community"], row["source"] or meant["source"]
        balance = kept[row["region"], source or "", community == "*", row["assurance"]]
        stage = KINDS.get(meant["kind"])
        if stage is None:
            for each in KINDS.values():
                balance[f"{each}_unknown"] += 1
        elif row["amount_fen"] is None:
            balance[f"{stage}_unknown"] += 1
        else:
            balance[stage] += row["amount_fen"]
    return {key: dict(balance) for key, balance in kept.items()}


@settings(max_examples=60)
@given(st.lists(ROW, max_size=40))
def test_each_balance_is_the_sum_of_its_moves(rows: list[Mapping[str, Any]]) -> None:
    assert balances(rows) == one_by_one(rows)


AMOUNTS = st.fixed_dictionaries({stage: st.integers(0, 10**12) for stage in KINDS.values()})


@given(AMOUNTS)
def test_what_leaves_one_account_enters_another(totals: Mapping[str, int]) -> None:
    held = accounts(totals, occasion())
    assert sum(value for value in held.values() if value is not None) == 0


@given(AMOUNTS)
def test_what_is_left_is_what_came_less_what_went(totals: Mapping[str, int]) -> None:
    held = accounts(totals, occasion())
    assert held["本级国库"] == totals["received"] - totals["passed_on"]
    went = totals["paid"] + totals["carried_over"] + totals["recovered"]
    assert held["项目单位"] == totals["passed_on"] - went


def test_an_unknown_payment_leaves_the_remainder_unknown() -> None:
    held = accounts({"received": 210001, "passed_on": 210001}, occasion())
    assert held["本级国库"] == 0
    assert held["项目单位"] is None
    assert held["收款人"] is None
