"""A goal is compared with its measure in the goal's own unit, or not at all."""

from __future__ import annotations

import pytest
from county_rows import occasion, store

from anju.scoring.county import counties
from anju.scoring.goal_actual import actual

CASE = {
    "改造任务": [{"小区": "C1", "计划户数": 100, "实际户数": 90, "计划建筑面积": "1.5", "实际建筑面积": "1.2"}],
    "改造内容": [{"小区": "C1", "改造内容": "供水管网改造", "计划数量": "2", "完成数量": "1.25"}],
    "资金流水": [{"编号": "1", "事项": "拨付", "金额": 200}, {"编号": "2", "事项": "支付", "金额": 50}],
    "造价": [{"小区": "C1", "造价阶段": "决算", "金额": "180.5"}],
}


@pytest.mark.parametrize(
    ("code", "unit", "thousandths"),
    [
        ("funds.execution_rate", "%", 25_000),
        ("quantities.households", "%", 90_000),
        ("quantities.households", "户", 90_000),
        ("quantities.area", "万㎡", 1_200),
        ("quantities.area", "平方米", 12_000_000),
        ("effects.aged_pipes", "公里", 1_250),
        ("effects.aged_pipes", "米", 1_250_000),
        ("effects.aged_pipes", "%", 62_500),
        ("costs.investment", "万元", 180_500),
        ("quantities.area", "户", None),
        ("quantities.households", "把", None),
        ("no.such_measure", "户", None),
        (None, "户", None),
        ("funds.execution_rate", None, None),
        ("funds.execution_rate", "", None),
    ],
)
def test_it_speaks_in_the_goals_unit(code: str | None, unit: str | None, thousandths: int | None) -> None:
    codes = ["funds.execution_rate", "quantities.households", "quantities.area", "effects.aged_pipes"]
    county = counties(store(CASE), occasion(), [*codes, "costs.investment"])["150822"]
    assert actual(code, unit, county) == thousandths
