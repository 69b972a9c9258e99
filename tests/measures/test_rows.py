"""每个计划小区配上另一张表的说法：没有说的是不知道，全县一行代表全部计划小区。"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from county_rows import occasion, store
from hypothesis import given, settings
from hypothesis import strategies as st

from anju.facts.tables.governance import TABLE as GOVERNANCE
from anju.measures._aggregate import Plan, aggregate, by_region
from anju.measures._measure import Sum
from anju.measures._resolve import resolve
from anju.measures._rows import per_community, planned, weight

Facts = Mapping[str, list[Mapping[str, Any]]]
REGION = "150822"


def beside(facts: Facts) -> list[tuple[Any, ...]]:
    """Community, weight, flag, assurance of each row."""
    with_plan = per_community(GOVERNANCE, occasion())
    found = store(facts).rows(with_plan.select("community", "weight", "party_organisation", "assurance"))
    return sorted((row["community"], row["weight"], row["party_organisation"], row["assurance"]) for row in found)


def test_a_planned_community_nobody_speaks_of_is_there_and_unknown() -> None:
    facts: Facts = {"改造任务": [{"小区": "C1"}, {"小区": "C2"}], "长效管理": [{"小区": "C1", "已建党组织": "是"}]}
    assert beside(facts) == [("C1", 1, True, "stated"), ("C2", 1, None, "stated")]


def test_a_community_that_is_not_planned_does_not_count() -> None:
    facts: Facts = {"改造任务": [{"小区": "C1"}], "长效管理": [{"小区": "C9", "已建党组织": "是"}]}
    assert beside(facts) == [("C1", 1, None, "stated")]


def test_what_is_said_bears_its_own_assurance() -> None:
    facts: Facts = {
        "改造任务": [{"小区": "C1", "依据性质": "示例"}],
        "长效管理": [{"小区": "C1", "已建党组织": "是", "依据性质": "系统记录"}],
    }
    assert beside(facts) == [("C1", 1, True, "recorded")]


@pytest.mark.parametrize(
    ("plan", "stands_for"),
    [
        ([{"小区": "*", "小区数": 7}], 7),
        ([{"小区": "C1"}, {"小区": "C2"}], 2),
        ([{"小区": "*", "小区数": 7}, {"小区": "C1"}], 1),
        ([{"小区": "*", "小区数": 7}, {"小区": "C1", "依据性质": "示例"}], 7),
        ([{"小区": "*"}, {"小区": "C1", "依据性质": "示例"}], 1),
        ([{"小区": "*"}], None),
        ([], None),
    ],
)
def test_the_whole_county_row_stands_for_the_plan(plan: list[Mapping[str, Any]], stands_for: int | None) -> None:
    found = beside({"改造任务": plan, "长效管理": [{"小区": "*", "已建党组织": "是"}]})
    assert [row for row in found if row[0] == "*"] == [("*", stands_for, True, "stated")]


def test_rows_of_another_plan_year_do_not_count() -> None:
    facts: Facts = {
        "改造任务": [{"小区": "C1"}, {"小区": "C2", "计划年度": 2022}],
        "长效管理": [{"小区": "C1", "计划年度": 2022, "已建党组织": "是"}],
    }
    assert beside(facts) == [("C1", 1, None, "stated")]


PLANS = st.lists(
    st.fixed_dictionaries(
        {
            "小区": st.sampled_from(["*", "C1", "C2", "C3"]),
            "依据性质": st.sampled_from(["系统记录", "文件载明", "示例"]),
            "小区数": st.none() | st.integers(0, 9),
        }
    ),
    unique_by=lambda row: row["小区"],
    max_size=4,
)


@settings(max_examples=40)
@given(PLANS)
def test_the_weight_is_what_the_engine_sums(plan: list[Mapping[str, Any]]) -> None:
    facts = store({"改造任务": plan, "长效管理": [{"小区": "*", "已建党组织": "是"}]})
    rows = planned(occasion())
    total = Plan({"m": {"planned": Sum("计划小区", rows, weight(rows))}})
    summed = resolve(total, by_region(aggregate(facts, total)), REGION)["m"]["planned"].exact
    found = facts.rows(per_community(GOVERNANCE, occasion()).filter(lambda t: t.community == "*").select("weight"))
    assert found == [{"weight": summed}]
