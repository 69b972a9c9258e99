"""补材料：空着的格子照最好的值填上，没有的行添上；别的一格不动，示例的行不碰。"""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from county_rows import BY_TITLE, occasion, row, tables

from anju.facts.store import TABLES
from anju.facts.tables.acceptances import TABLE as ACCEPTANCES
from anju.facts.tables.fund_moves import TABLE as MOVES
from anju.facts.tables.institutions import TABLE as INSTITUTIONS
from anju.facts.tables.renovations import TABLE as RENOVATIONS
from anju.measures._measure import Supply
from anju.scoring.supply import Row, Supplied, evidence, supplied

PAID = Supply(MOVES, "补登支付", {"amount_fen": lambda asked: asked.sums.get("allocated", 1)}, {"kind": "支付"})
PASSED = Supply(ACCEPTANCES, "补登验收", {"passed": True, "accepted_on": date(2023, 12, 31)})
PLAN = {"改造任务": [{"小区": "C1"}, {"小区": "C2"}]}


def county(written: dict[str, list[dict[str, Any]]]) -> dict[str, list[Row]]:
    return {
        BY_TITLE[title].name: [dict.fromkeys(BY_TITLE[title].by_name) | row(BY_TITLE[title], each) for each in rows]
        for title, rows in written.items()
    }


def supply(
    *supplies: Supply, sums: dict[str, int] | None = None, by_community: bool = False, **written: Any
) -> tuple[list[Row], tuple[str, ...]]:
    found, says = supplied(supplies, county(written), sums or {}, occasion(), by_community)
    return [each for rows in found.rows.values() for each in rows], says


def test_an_empty_cell_is_filled_and_nothing_else_changes() -> None:
    move = {"编号": "Z1", "小区": "C1", "事项": "支付", "收款单位": "某公司"}
    (new,), says = supply(PAID, sums={"allocated": 500_0000_00}, 资金流水=[move])
    assert new == county({"资金流水": [{**move, "金额": 500}]})["fund_moves"][0]
    assert says == ("补登支付（按金额500.00万元算）",)


def test_a_filled_cell_is_never_written_over() -> None:
    rows, says = supply(PAID, 资金流水=[{"编号": "Z1", "事项": "支付", "金额": 3}])
    assert [each["id"] for each in rows] == ["补-1"]
    assert says == ("补登支付（按金额0.00万元算）",)


def test_a_new_row_says_whose_it_is_and_where_it_came_from() -> None:
    (new,), _ = supply(PAID)
    given = {"region": "150822", "year": 2023, "community": "*", "kind": "支付", "amount_fen": 1, "id": "补-1"}
    assert {name: value for name, value in new.items() if value is not None} == {
        **given,
        "assurance": "stated",
        "document": "补充材料",
    }


def test_ids_of_new_rows_are_free() -> None:
    there = [{"编号": "补-2", "事项": "拨付", "金额": 1}, {"编号": "补-1", "事项": "拨付", "金额": 1}]
    rows, _ = supply(PAID, 资金流水=there)
    assert [each["id"] for each in rows] == ["补-3"]


def test_made_up_rows_are_left_alone() -> None:
    rows, _ = supply(PAID, 资金流水=[{"编号": "Z1", "事项": "支付", "依据性质": "示例"}])
    assert [each["id"] for each in rows] == ["补-1"]


def test_rows_of_another_kind_or_year_are_left_alone() -> None:
    there = [{"编号": "Z1", "事项": "拨付"}, {"编号": "Z2", "事项": "支付", "计划年度": 2022}]
    rows, _ = supply(PAID, 资金流水=there)
    assert [each["id"] for each in rows] == ["补-1"]


def test_another_year_can_be_asked_for() -> None:
    earlier = Supply(RENOVATIONS, "补", {"communities": 1}, {"community": "*", "year": 2022})
    (new,), _ = supply(earlier, 改造任务=[{"小区": "*"}])
    assert (new["year"], new["community"], new["communities"]) == (2022, "*", 1)


@pytest.mark.parametrize(
    ("there", "places"),
    [
        ([], ["C1", "C2"]),
        ([{"编号": "Y1", "小区": "C1"}], ["C1", "C2"]),
        ([{"编号": "Y1", "小区": "C1", "验收合格": "是", "验收日期": "2023-11-01"}], ["C2"]),
        ([{"编号": "Y1", "小区": "*"}], ["*"]),
        ([{"编号": "Y1", "小区": "C1"}, {"编号": "Y2", "小区": "C2"}], ["C1", "C2"]),
    ],
)
def test_each_planned_community_of_which_nothing_is_said_gets_a_row(
    there: list[dict[str, Any]], places: list[str]
) -> None:
    rows, _ = supply(PASSED, **PLAN, 验收=there)
    assert [each["community"] for each in rows] == places
    assert all(each["passed"] is True and each["accepted_on"] == date(2023, 12, 31) for each in rows)


def test_where_the_plan_names_nobody_the_whole_county_gets_one() -> None:
    for plan in ([], [{"小区": "*", "小区数": 7}], [{"小区": "C1", "依据性质": "示例"}]):
        rows, _ = supply(PASSED, 改造任务=plan)
        assert [each["community"] for each in rows] == ["*"]


def test_by_community_what_is_said_of_all_together_is_left_and_each_is_supplied_by_itself() -> None:
    """Also those that only a made-up row names: what is supplied for them is not made up."""
    plan = [{"小区": "*", "小区数": 2}, {"小区": "C1", "依据性质": "示例"}, {"小区": "C2", "依据性质": "示例"}]
    there = [{"编号": "Y1", "小区": "*"}, {"编号": "Y2"}, {"编号": "Y3", "小区": "C1", "验收合格": "是"}]
    rows, _ = supply(PASSED, by_community=True, 改造任务=plan, 验收=there)
    assert [(each["id"], each["community"], each["assurance"]) for each in rows] == [
        ("Y3", "C1", "stated"),
        ("补-1", "C2", "stated"),
    ]
    assert [each["community"] for each in supply(PASSED, 改造任务=plan, 验收=there[:1])[0]] == ["*"]


def test_a_row_that_is_there_is_not_replaced_by_a_new_one() -> None:
    whole = Supply(RENOVATIONS, "补", {"communities": 1}, {"community": "*"})
    assert supply(whole, 改造任务=[{"小区": "*", "小区数": 7, "计划户数": 776}]) == ([], ())


def test_a_row_that_leaves_open_what_it_is_is_named() -> None:
    """It might be one of those meant: its source is part of what is missing."""
    ours = Supply(MOVES, "补", {"amount_fen": 1}, {"kind": "到位", "source": ("中央", "省级")})
    (new,), says = supply(ours, 资金流水=[{"编号": "Z1", "事项": "到位", "金额": 5}])
    assert (new["id"], new["source"], new["amount_fen"]) == ("Z1", "中央", 5_0000_00)
    assert says == ("补（按资金来源“中央”算）",)


def test_a_row_of_no_community_is_not_taken_for_the_whole_county_s() -> None:
    whole = Supply(MOVES, "补", {"amount_fen": 1}, {"kind": "支付", "community": "*"})
    (new,), _ = supply(whole, 资金流水=[{"编号": "Z1", "事项": "支付"}])
    assert (new["id"], new["community"]) == ("补-1", "*")


def test_the_same_fact_is_supplied_once_and_what_stands_beside_it_too() -> None:
    group = Supply(INSTITUTIONS, "补小组", {"present": True}, {"kind": "领导小组"})
    duty = Supply(INSTITUTIONS, "补清单", {"present": True}, {"kind": "责任清单"}, beside=(group,))
    rows, says = supply(group, duty, group)
    assert [(each["id"], each["kind"]) for each in rows] == [("补-1", "领导小组"), ("补-2", "责任清单")]
    assert says == ("补小组（按已建立“是”算）", "补清单（按已建立“是”算）")


def test_later_supplies_see_what_earlier_ones_put_in() -> None:
    first = Supply(MOVES, "补", {"amount_fen": 2}, {"kind": "支付"})
    second = Supply(MOVES, "补日期", {"moved_on": date(2023, 12, 31)}, {"kind": "支付"})
    (new,), _ = supply(first, second)
    assert (new["amount_fen"], new["moved_on"]) == (2, date(2023, 12, 31))


def test_evidence_is_the_best_of_its_kind_for_the_whole_county() -> None:
    (new,), says = supply(
        evidence("会议纪要", "B", occasion()), 佐证资料=[{"编号": "E1", "材料类别": "会议纪要", "证据等级": "D"}]
    )
    assert (new["kind"], new["grade"], new["community"]) == ("会议纪要", "B", "*")
    assert says == ("提供“会议纪要”（B级：本单位签字的内部记录）",)


def test_rows_replace_those_of_the_same_key_and_the_rest_stays_in_order() -> None:
    before = tables(
        {"资金流水": [{"编号": f"Z{n}", "事项": "支付", "金额": n} for n in range(5)], "评议": [{"评分点": "x"}]}
    )
    new = {**before["fund_moves"].to_pylist()[1], "amount_fen": 9}
    added = {**new, "id": "补-1"}
    after = Supplied({"fund_moves": [new, added]}).apply(before)
    assert [each["id"] for each in after["fund_moves"].to_pylist()] == ["Z0", "Z2", "Z3", "Z4", "Z1", "补-1"]
    assert after["fund_moves"].to_pylist()[4] == new
    assert after["judgements"] is before["judgements"]
    assert before["fund_moves"].num_rows == 5


@pytest.mark.parametrize("name", TABLES)
def test_rows_can_be_put_into_every_table(name: str) -> None:
    table = TABLES[name]
    new = dict.fromkeys(table.by_name) | {column.name: _some(column.kind.value) for column in table.columns}
    after = Supplied({name: [new]}).apply({name: table.empty()})
    again = Supplied({name: [new]}).apply(after)
    assert after[name].to_pylist() == again[name].to_pylist() == [new]
    assert again[name].schema == table.arrow


def _some(kind: str) -> Any:
    return {"text": "x", "code": "x", "date": date(2023, 1, 1), "flag": True}.get(kind, 1)
