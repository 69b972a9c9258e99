"""One wrong cell is one finding, however many sums and rates it spoils; two wrong cells are two."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from anju.checker.extract import extract
from anju.checker.merged import merged
from anju.checker.relation import Relation, Result
from anju.checker.run import RULES, run_rule
from anju.checker.specimen import document

TABLE = """
全县完成投资合计1076.90万元。
| 小区 | 计划投资（万元） | 中央（万元） | 省级（万元） | 县级（万元） | 完成投资（万元） | 完成率 |
| 绿苑小区 | 310.50 | 200.00 | 80.50 | 30.00 | 300.15 | 96.67% |
| 绿洲小区 | 255.30 | 150.00 | 75.30 | 30.00 | 250.35 | 98.06% |
| 华苑小区 | 501.20 | 300.00 | 151.20 | 50.00 | 480.75 | 95.92% |
| 东苑小区 | 110.00 | 70.00 | 30.00 | 10.00 | 45.65 | 41.50% |
| 合计 | 1177.00 | 720.00 | 337.00 | 120.00 | 1076.90 | 91.50% |
"""


def failed(text: str) -> list[Relation]:
    codes: Sequence[str] = [code for code in RULES if code.startswith(("table_", "row_", "text_"))]
    found = extract(document(text.replace("计划投资", "计划总投资")))
    relations = [each for code in codes for each in run_rule(code, RULES[code], found)]
    return [each for each in relations if each.result is Result.FAILED]


def test_the_table_itself_is_sound() -> None:
    assert failed(TABLE) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [("| 255.30 |", "| 525.30 |"), ("151.20", "115.20"), ("480.75", "408.75"), ("| 1076.90 |", "| 1067.90 |")],
)
def test_one_wrong_cell_is_one_finding_with_all_its_places(old: str, new: str) -> None:
    every = failed(TABLE.replace(old, new))
    (found,) = merged(every)
    assert len(every) > 1
    assert new.strip("| ") in found.message
    places = {each.where.order[:2] for each in every}
    assert places <= {each.order[:2] for each in (found.where, *found.related)}
    assert "多半是同一格引起的" in found.message


def test_two_wrong_cells_are_two_findings() -> None:
    every = failed(TABLE.replace("151.20", "115.20").replace("| 45.65 |", "| 46.65 |"))
    assert len(merged(every)) == 2


def test_what_shares_no_cell_stays_apart() -> None:
    every = failed(TABLE.replace("| 720.00 |", "| 721.00 |").replace("96.67%", "69.67%"))
    assert len(merged(every)) == len({each.where.order for each in every}) - 1 or len(merged(every)) == 2
