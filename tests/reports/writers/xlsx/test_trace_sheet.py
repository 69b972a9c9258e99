"""数据来源：每个数的每一行事实都在，行数的和就是那个数。"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import pytest
from assessed import dengkou

from anju.reports.writers.xlsx import write
from anju.reports.writers.xlsx.trace_sheet import COLUMNS, NAME

HEADS = [name for name, _ in COLUMNS]


@pytest.fixture(scope="module")
def rows(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    path: Path = tmp_path_factory.mktemp("xlsx") / "indicators.xlsx"
    write(dengkou(), path)
    sheet = openpyxl.load_workbook(path)[NAME]
    assert [cell.value for cell in sheet[3]] == HEADS
    return [dict(zip(HEADS, values, strict=True)) for values in sheet.iter_rows(min_row=4, values_only=True)]


def of(rows: list[dict[str, Any]], id: str) -> list[dict[str, Any]]:
    return [row for row in rows if row["数的编号"] == id]


def test_a_sum_has_its_rows_with_table_key_value_and_document(rows: list[dict[str, Any]]) -> None:
    found = of(rows, "funds.raised.in_place")
    assert [(row["事实表"], row["键"], row["该行的数"], row["该行单位"], row["依据性质"]) for row in found] == [
        ("资金流水", "F1", 2021, "万元", "文件载明"),
        ("资金流水", "F2", 79.01, "万元", "文件载明"),
    ]
    assert {row["出处"] for row in found} == {"磴住建联发〔2024〕2号 二（一）"}
    assert found[0]["印出"].startswith("2,100.01")


def test_the_rows_of_every_measured_sum_add_up_to_it(rows: list[dict[str, Any]]) -> None:
    behind = dengkou().assessment.behind
    asked = {row["数的编号"] for row in rows} & {f"{code}.{name}" for code, name in behind}
    assert asked
    for id in asked:
        figure = dengkou().every().get(id)
        if figure is not None and figure.stored == "count":
            assert sum(row["该行的数"] or 0 for row in of(rows, id)) == figure.value, id


def test_a_rate_and_a_number_of_the_working_lead_to_the_rows_of_their_sums(rows: list[dict[str, Any]]) -> None:
    assert {row["事实表"] for row in of(rows, "progress.started")} == {"改造任务"}
    amounts = [row["该行的数"] for row in of(rows, "score.FM1.1.confirmed")]
    assert amounts == [79.01]


def test_what_rests_on_the_same_rows_says_where_they_are_listed(rows: list[dict[str, Any]]) -> None:
    (again,) = of(rows, "score.total.at_most")
    first = of(rows, "score.total.confirmed")
    assert again["事实表"] == f"同第4行起的{len(first)}行"
    assert rows[0]["数的编号"] == "score.total.confirmed"  # the fourth row of the sheet
    assert len(first) == len({(row["事实表"], row["键"], row["该行的数"], row["依据性质"]) for row in first}) > 1


def test_made_up_rows_are_named_so(rows: list[dict[str, Any]]) -> None:
    assert {row["依据性质"] for row in of(rows, "community.C1.in_place")} == {"示例"}


def test_points_of_the_scoring_table_rest_on_no_fact(rows: list[dict[str, Any]]) -> None:
    (row,) = of(rows, "score.total.points")
    assert (row["依据性质"], row["事实表"], row["该行的数"]) == ("无需事实", None, None)
