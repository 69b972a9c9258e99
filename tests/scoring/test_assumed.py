"""建议按什么值算，照表格的单位写。"""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from anju.facts.store import TABLES
from anju.scoring.assumed import assumed, written


@pytest.mark.parametrize(
    ("table", "column", "value", "text"),
    [
        ("fund_moves", "amount_fen", 2100_0100_00, "2100.01万元"),
        ("renovations", "area_planned_dm2", 8_440_000, "8.44万㎡"),
        ("renovations", "reused_dm2", 1, "0.01㎡"),
        ("renovations", "households_planned", 776, "776户"),
        ("renovations", "started_on", date(2023, 5, 1), "2023年5月1日"),
        ("renovations", "from_library", True, "“是”"),
        ("renovations", "from_library", False, "“否”"),
        ("goals", "target_milli", 1250, "1.25"),
        ("goals", "weight", 50_000, "5分"),
        ("judgements", "share", 8000, "80%"),
        ("fund_moves", "source", "中央", "“中央”"),
        ("renovations", "year", 2022, "2022"),
    ],
)
def test_a_value_is_written_in_the_unit_of_the_forms(table: str, column: str, value: Any, text: str) -> None:
    assert written(TABLES[table].by_name[column], value) == text


def test_only_what_was_empty_is_told_and_of_many_values_three() -> None:
    table = TABLES["renovations"]
    before = [{"households_actual": None, "stage": "已开工"} for _ in range(5)]
    after = [{"households_actual": n, "stage": "已开工"} for n in range(5)]
    said = assumed(table, zip(before, after, strict=True), ["households_actual", "stage", "households_actual"])
    assert said == "（按实际户数0户、1户、2户等算）"
    assert assumed(table, [], ["stage"]) == ""
