"""分类：许多合计只差哪一类的行时，分组算一遍；结果与逐个算的完全一样。"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import ibis
import pyarrow as pa
from hypothesis import given, settings
from hypothesis import strategies as st

from anju.facts.store import FactStore
from anju.facts.tables.fund_moves import TABLE as MOVES
from anju.measures._aggregate import Plan, aggregate, by_region
from anju.measures._cut import common, cuts
from anju.measures._measure import Sum
from anju.measures._resolve import resolve
from anju.measures._rows import ONE

KINDS = ("下达", "到位", "拨付", "支付", "结转", "收回")
ROWS = MOVES.rows
SURE = ROWS.source.notnull()


def of_kind(kind: str) -> Sum:
    return Sum(kind, ROWS, ROWS.amount_fen, ROWS.kind == kind, bound=ROWS.year)


def of_family(*kinds: str) -> Sum:
    return Sum("类", ROWS, ROWS.amount_fen, SURE & ROWS.kind.isin(list(kinds)) & (ROWS.year == 2023), bound=ONE)


SUMS = (
    {kind: of_kind(kind) for kind in KINDS}
    | {f"{kind}类": of_family(kind) for kind in KINDS[:4]}
    | {"末": of_family("结转", "收回"), "全部": Sum("全部", ROWS, ROWS.amount_fen)}
)
PAID = {"有来源": Sum("有来源", ROWS, ROWS.amount_fen, SURE & (ROWS.kind == "支付"), bound=ROWS.year)}
PAID |= {"本年": Sum("本年", ROWS, ROWS.amount_fen, (ROWS.kind == "支付") & (ROWS.year == 2023), bound=ONE)}


def test_sums_that_differ_in_the_class_of_rows_share_one_cut() -> None:
    cut = cuts({kind: of_kind(kind) for kind in KINDS})
    assert cut is not None
    assert [sorted(words) for words in cut.classes] == [[kind] for kind in KINDS]
    assert all(rest is None for _, rest in cut.of.values())


def test_the_rest_of_the_condition_stays() -> None:
    cut = cuts({kind: of_family(kind) for kind in KINDS})
    assert cut is not None
    assert {rest.op() for _, rest in cut.of.values() if rest is not None} == {(SURE & (ROWS.year == 2023)).op()}


def test_classes_that_overlap_are_not_cut() -> None:
    assert cuts({kind: of_family(kind, "调整") for kind in KINDS}) is None
    cut = cuts({kind: of_kind(kind) for kind in KINDS} | {"末": of_family("结转", "收回")})
    assert cut is not None
    assert "末" not in cut.of


def test_a_value_of_its_own_for_each_class_is_not_cut() -> None:
    own = {
        kind: Sum(kind, ROWS, ibis.ifelse(ROWS.kind == kind, ROWS.amount_fen, n), ROWS.kind == kind)
        for n, kind in enumerate(KINDS)
    }
    assert cuts(own) is None


def test_what_all_sums_ask_is_asked_of_the_rows() -> None:
    of_year, paid = ROWS.year == 2023, ROWS.kind == "支付"
    keep, rest = common({"a": of_year & SURE & paid, "b": SURE & of_year, "c": SURE & of_year & paid})
    assert {each.op() for each in keep} == {of_year.op(), SURE.op()}
    assert {key: each if each is None else each.op() for key, each in rest.items()} == {
        "a": paid.op(),
        "b": None,
        "c": paid.op(),
    }


def test_where_one_sum_takes_every_row_nothing_is_asked_of_all() -> None:
    assert common({"a": SURE, "b": None})[0] == []


def test_a_cut_is_a_statement_of_its_own() -> None:
    plan = Plan({"m": SUMS})
    assert len(plan.expressions) == 2
    assert plan.columns["m", "全部"].at is None


def values(rows: list[Mapping[str, Any]], *sums: Mapping[str, Sum]) -> dict[str, Any]:
    """Each mapping of sums in a plan of its own, all results together."""
    store = FactStore({MOVES.name: pa.Table.from_pylist(rows, schema=MOVES.arrow)})
    found = {}
    for some in sums:
        plan = Plan({"m": some})
        found |= resolve(plan, by_region(aggregate(store, plan)), "150822")["m"]
    return found


MOVE = st.fixed_dictionaries(
    {
        "region": st.just("150822"),
        "year": st.sampled_from([2022, 2023]),
        "community": st.sampled_from([None, "*", "C1"]),
        "kind": st.sampled_from([*KINDS, "调整"]),
        "source": st.sampled_from([None, "中央"]),
        "amount_fen": st.none() | st.integers(0, 10**9),
        "assurance": st.sampled_from(["recorded", "stated", "illustrative"]),
    }
)


@settings(max_examples=25)
@given(st.lists(MOVE, max_size=40))
def test_cut_or_not_every_sum_is_the_same(moves: list[Mapping[str, Any]]) -> None:
    rows = [{**move, "id": str(n)} for n, move in enumerate(moves)]
    for sums in (SUMS, PAID):
        assert values(rows, sums) == values(rows, *({name: each} for name, each in sums.items()))
