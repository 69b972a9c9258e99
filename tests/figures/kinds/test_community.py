"""一个小区的钱：更正算进它所更正的那一笔，最靠后的造价才是投资，一行没有金额就说不清。"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from assessed import complete, dengkou
from county_rows import tables

from anju.examples import fictional
from anju.facts.snapshot import Head, freeze
from anju.figures.book import Book
from anju.figures.kinds import community
from anju.kernel.outcome import Missing, Value
from anju.policy.loader import load_policy
from anju.scoring.assess import assess

MOVES = [
    {"编号": "1", "小区": "C1", "事项": "支付", "金额": 100, "办理日期": "2023-06-01"},
    {"编号": "2", "小区": "C1", "事项": "支付", "金额": 50, "办理日期": "2023-09-01"},
    {"编号": "3", "事项": "调整", "金额": -10, "更正编号": "2", "办理日期": "2023-09-09"},
    {"编号": "4", "小区": "C1", "事项": "支付", "金额": 7, "办理日期": "2024-06-01"},
    {"编号": "5", "小区": "C2", "事项": "支付"},
    {"编号": "6", "小区": "C2", "事项": "到位", "金额": 3},
    {"编号": "7", "小区": "C3", "事项": "支付", "金额": 3},
    {"编号": "8", "小区": "C3", "事项": "调整", "金额": 1, "更正编号": "无此一笔"},
]
COSTS = [
    {"小区": "C1", "造价阶段": "概算", "金额": 200},
    {"小区": "C1", "造价阶段": "审定", "金额": 180},
    {"小区": "C1", "造价阶段": "送审", "金额": 999},
    {"小区": "C2", "造价阶段": "合同"},
]


def book() -> Book:
    plan: list[Mapping[str, Any]] = [{"小区": each, "计划户数": 10} for each in ("C1", "C2", "C3")]
    facts = tables({"改造任务": plan, "资金流水": MOVES, "造价": COSTS})
    return Book(assess(freeze(Head("150822", "磴口县", 2023, fictional.HEAD.as_of), facts), load_policy()))


def test_sums_take_corrections_in_and_leave_out_what_came_later() -> None:
    found = book()
    paid, invested = found.figure("community.C1.paid"), found.figure("community.C1.investment")
    assert isinstance(paid, Value)
    assert isinstance(invested, Value)
    assert (paid.value.printed(), [row.value for row in paid.value.rows]) == (
        "140.00万元",
        [10_000_00 * 100, 5_000_00 * 100, -1_000_00 * 100],
    )
    assert invested.value.printed() == "180.00万元"


def test_one_row_without_an_amount_leaves_the_sum_open() -> None:
    found = book()
    for id in ("C2.paid", "C2.investment", "C3.paid", "C3.in_place"):
        assert isinstance(found.figure(f"community.{id}"), Missing), id


def test_made_up_shares_of_the_county_stay_made_up() -> None:
    found = dengkou().figure("community.C1.in_place")
    assert isinstance(found, Value)
    assert found.value.illustrative
    assert found.value.printed() == "362.55万元"


def test_the_communities_add_up_to_the_county() -> None:
    found = complete()
    codes = [row["community"] for row in found.rows("renovations")]
    total = found.figure("costs.investment.amount")
    assert isinstance(total, Value)
    parts = [found.figure(f"community.{code}.investment") for code in codes]
    assert sum(part.value.value or 0 for part in parts if isinstance(part, Value)) == total.value.value


def test_what_names_no_community_stands_by_itself() -> None:
    found = complete().figure("community..paid")
    assert isinstance(found, Value)
    assert (found.value.printed(), found.value.title) == ("136.34万元", "没有分到小区支付资金")
    assert isinstance(dengkou().figure("community..paid"), Missing)


def test_one_outside_the_plan_is_refused() -> None:
    for rest in ("C99.paid", "*.paid", "C1.spent", "C1"):
        with pytest.raises(KeyError):
            community.figure(dengkou(), rest)
