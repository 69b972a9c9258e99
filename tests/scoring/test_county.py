"""一个县的评分材料：逐县分开；目标和评议只取本年度的、不是示例的。"""

from __future__ import annotations

from typing import Any

from county_rows import occasion, store

from anju.scoring.county import County, counties

MOVES = [{"编号": "1", "事项": "拨付", "金额": 100}]


def found(tables: dict[str, Any], *measures: str) -> dict[str, County]:
    facts = store(tables)
    try:
        return counties(facts, occasion(), measures)
    finally:
        facts.close()


def test_each_region_has_its_own_and_the_occasion_s_is_always_there() -> None:
    tables = {"资金流水": [*MOVES, {**MOVES[0], "区划代码": "150823", "编号": "9", "金额": 7}]}
    both = found(tables, "funds.execution_rate")
    assert sorted(both) == ["150822", "150823"]
    assert both["150822"].value("funds.execution_rate", "allocated").exact == 100_0000_00
    assert both["150823"].value("funds.execution_rate", "allocated").exact == 7_0000_00
    assert found({"资金流水": []}, "funds.execution_rate")["150822"].value("funds.execution_rate", "paid").absent


def test_a_measure_or_sum_nobody_computed_is_absent() -> None:
    one = found({"资金流水": MOVES}, "funds.execution_rate")["150822"]
    assert one.value("funds.execution_rate", "nothing").absent
    assert one.value("progress.started", "started").absent


def test_goals_and_judgements_are_those_of_the_year_that_nobody_made_up() -> None:
    goal = {"指标类型": "数量", "指标名称": "改造小区数"}
    judged = {"得分比例": "80%", "理由": "有", "评议人": "评审组"}
    one = found(
        {
            "绩效目标": [
                {"编号": "b", **goal},
                {"编号": "a", **goal},
                {"编号": "c", **goal, "计划年度": 2022},
                {"编号": "d", **goal, "依据性质": "示例"},
            ],
            "评议": [
                {"评分点": "获得表彰", **judged},
                {"评分点": "工作创新", **judged, "依据性质": "示例"},
                {"评分点": "旧", **judged, "计划年度": 2022},
            ],
        }
    )["150822"]
    assert [row["id"] for row in one.goals] == ["a", "b"]
    assert list(one.judgements) == ["获得表彰"]
    assert one.judgements["获得表彰"]["share"] == 8000
