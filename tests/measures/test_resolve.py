"""法则四：全县一行和逐小区的行只取一种；不知道的决不当作零。"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from anju.facts.preference import prefers_whole
from anju.facts.store import FactStore
from anju.facts.tables.fund_moves import TABLE as MOVES
from anju.kernel.assurance import RowAssurance
from anju.measures._aggregate import Plan, aggregate, by_region
from anju.measures._measure import Sum, Sums
from anju.measures._resolve import ABSENT, SumValue, resolve

REGION = "150822"
PAID = MOVES.rows.kind == "支付"


def resolve_all(rows: list[Mapping[str, Any]], sums: Sums, regions: list[str]) -> list[SumValue]:
    """The one sum of every region."""
    common = {"region": REGION, "year": 2023, "assurance": "stated", "kind": "支付"}
    table = pa.Table.from_pylist(
        [common | {"id": str(n)} | dict(row) for n, row in enumerate(rows)], schema=MOVES.arrow
    )
    store = FactStore({MOVES.name: table})
    plan = Plan({"m": sums})
    groups = by_region(aggregate(store, plan))
    store.close()
    return [resolve(plan, groups, region)["m"]["paid"] for region in regions]


def paid(rows: list[Mapping[str, Any]], bound: Any = None, region: str = REGION) -> SumValue:
    sums = {"paid": Sum("已支付", MOVES.rows, MOVES.rows.amount_fen, PAID, bound)}
    return resolve_all(rows, sums, [region])[0]


def row(community: str | None, amount: int | None, assurance: str = "stated", **more: Any) -> Mapping[str, Any]:
    return {"community": community, "amount_fen": amount, "assurance": assurance, **more}


@pytest.mark.parametrize(
    ("whole", "single", "wins"),
    [
        ("stated", "stated", 7),
        ("recorded", "stated", 100),
        ("stated", "recorded", 7),
        ("stated", "illustrative", 100),
        ("illustrative", "stated", 7),
    ],
)
def test_the_better_assurance_wins_and_if_equal_the_single_rows(whole: str, single: str, wins: int) -> None:
    found = paid([row("*", 100, whole), row("C1", 3, single), row("C2", 4, single)])
    assert found.exact == wins


def test_one_bad_single_row_spoils_the_single_rows() -> None:
    rows = [row("*", 100), row("C1", 3, "recorded"), row("C2", 4, "illustrative")]
    assert paid(rows) == SumValue(100, 100, 1, 0, RowAssurance.STATED)


def test_a_side_that_has_no_value_gives_way_to_the_other() -> None:
    assert paid([row("*", 100, "illustrative"), row("C1", None, "recorded")]).exact == 100
    assert paid([row("*", None, "recorded"), row("C1", 3, "illustrative")]).exact == 3


def test_rows_of_another_kind_do_not_decide() -> None:
    assert paid([row("*", 100), row("C1", 3, "recorded", kind="拨付")]).exact == 100
    assert paid([row("*", 100, "recorded", kind="拨付"), row("C1", 3)]).exact == 3


def test_rows_of_no_community_in_particular_stand_with_the_single_ones() -> None:
    assert paid([row(None, 5), row("C1", 3)]).exact == 8
    assert paid([row(None, 5), row("C1", 3), row("*", 100, "recorded")]).exact == 100


@pytest.mark.parametrize("rows", [[], [row("C1", 3, kind="拨付")]])
def test_what_nobody_speaks_of_is_absent_and_open(rows: list[Mapping[str, Any]]) -> None:
    assert paid(rows) == ABSENT
    assert ABSENT.absent
    assert ABSENT.exact is None
    assert ABSENT.high is None


def test_a_region_without_any_row_is_absent_too() -> None:
    assert paid([row("C1", 3)], region="360000") == ABSENT


@pytest.mark.parametrize("community", ["*", "C1"])
def test_an_empty_cell_is_unknown_not_zero(community: str) -> None:
    assert paid([row(community, None)]) == SumValue(0, None, 1, 1, None)
    assert paid([row(community, None)], MOVES.rows.year) == SumValue(0, 2023, 1, 1, None)
    assert paid([row(community, 0)]) == SumValue(0, 0, 1, 0, RowAssurance.STATED)


def test_an_unknown_row_adds_at_most_its_bound() -> None:
    rows = [row("C1", 3), row("C2", None), row("C3", None)]
    assert paid(rows, MOVES.rows.year) == SumValue(3, 3 + 2 * 2023, 3, 2, RowAssurance.STATED)


def test_one_row_without_a_bound_opens_the_sum() -> None:
    rows = [row("C1", 3), row("C2", None, payee="x"), row("C3", None)]
    assert paid(rows, MOVES.rows.payee.length()).high is None


@dataclass(frozen=True)
class Model:
    """What law 4 says, once more and slowly."""

    rows: list[Mapping[str, Any]]

    def value(self) -> SumValue:
        known = [each for each in self.rows if each["kind"] == "支付"]
        whole = [each for each in known if each["community"] == "*"]
        single = [each for each in known if each["community"] != "*"]
        sides = [{each["assurance"] for each in side if each["amount_fen"] is not None} for side in (whole, single)]
        side = whole if prefers_whole(*sides) or not single else single
        if not side:
            return ABSENT
        amounts = [each["amount_fen"] for each in side if each["amount_fen"] is not None]
        unknown = len(side) - len(amounts)
        sure = [RowAssurance(each["assurance"]) for each in side if each["amount_fen"] is not None]
        return SumValue(
            sum(amounts),
            sum(amounts) + unknown * 2023,
            len(side),
            unknown,
            RowAssurance.worst(sure) if sure else None,
        )


ROWS = st.lists(
    st.fixed_dictionaries(
        {
            "community": st.sampled_from([None, "*", "C1", "C2"]),
            "assurance": st.sampled_from([each.value for each in RowAssurance]),
            "kind": st.sampled_from(["支付", "支付", "拨付"]),
            "amount_fen": st.none() | st.integers(-(10**12), 10**12),
        }
    ),
    max_size=8,
)


FEW = settings(max_examples=15)
"""An example is many counties at once: the engine answers them all in one statement."""


def each_county(counties: list[list[Mapping[str, Any]]]) -> list[SumValue]:
    """The sum of each county, whose rows lie mixed in one table."""
    rows = [dict(each) | {"region": f"{n:06}"} for n, county in enumerate(counties) for each in county]
    sums = {"paid": Sum("已支付", MOVES.rows, MOVES.rows.amount_fen, PAID, MOVES.rows.year)}
    return resolve_all(rows, sums, [f"{n:06}" for n in range(len(counties))])


@FEW
@given(st.lists(ROWS, min_size=1, max_size=40))
def test_any_rows_give_what_the_law_says(counties: list[list[Mapping[str, Any]]]) -> None:
    assert each_county(counties) == [Model(rows).value() for rows in counties]


@FEW
@given(st.lists(ROWS, min_size=1, max_size=40), st.randoms(use_true_random=False))
def test_the_order_of_rows_does_not_matter(counties: list[list[Mapping[str, Any]]], random: Any) -> None:
    shuffled = [random.sample(rows, len(rows)) for rows in counties]
    assert each_county(shuffled) == each_county(counties)
