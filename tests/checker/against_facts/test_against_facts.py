"""A report that nobody issued here against the facts of its county: equal figures hold, others are told once each."""

from __future__ import annotations

from pathlib import Path

import pytest
from report_cases import reading

from anju.checker.against_facts import FIGURE_DIFFERS, NO_RECORD, against_snapshot
from anju.checker.checked import Checked
from anju.checker.run import check
from anju.examples import fictional
from anju.facts.snapshot import freeze, write
from anju.kernel.finding import Finding, Severity
from anju.policy.loader import load_policy

HEAD = "清河县2023年城镇老旧小区改造绩效报告\n"
TRUE = (
    "2023年计划改造小区6个，涉及居民1219户、43栋，建筑面积100308.4平方米。"
    "项目总投资2569.95万元，到位资金2569.95万元，支付2494.96万元。6个小区全部开工，开工率100%。"
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("county") / "snapshot"
    write(freeze(fictional.HEAD, fictional.tables(load_policy(), 6, 2)), path)
    return path


def compared(folder: Path, text: str, table: list[list[str | None]] | None = None) -> Checked:
    found = check(reading(text, table or ()))
    return against_snapshot(Checked(found.reading, found.figures, (), ()), folder)


def differing(checked: Checked) -> list[Finding]:
    return [each for each in checked.findings if each.code == FIGURE_DIFFERS]


def no_record(checked: Checked) -> Finding:
    (found,) = (each for each in checked.findings if each.code == NO_RECORD)
    return found


def test_what_is_equal_within_its_print_holds(folder: Path) -> None:
    found = compared(folder, HEAD + TRUE)
    assert [each.message for each in differing(found)] == []
    said = {each.computation.stated for each in found.relations if each.computation is not None}
    assert {"6个", "1219户", "43栋", "100308.4平方米", "2569.95万元", "2494.96万元", "100%"} <= said
    assert no_record(found).severity is Severity.NOTE


@pytest.mark.parametrize(
    ("old", "new", "severity", "issued"),
    [
        ("计划改造小区6个", "计划改造小区5个", Severity.ERROR, "6个"),
        ("1219户", "1291户", Severity.ERROR, "1219户"),
        ("43栋", "34栋", Severity.ERROR, "43栋"),
        ("建筑面积100308.4", "建筑面积103008.4", Severity.ERROR, "100308.4㎡"),
        ("到位资金2569.95万元", "到位资金2659.95万元", Severity.WARNING, "2569.95"),
        ("开工率100%", "开工率96%", Severity.WARNING, "100%"),
    ],
)
def test_another_figure_is_told_with_both_values(
    folder: Path, old: str, new: str, severity: Severity, issued: str
) -> None:
    assert old in TRUE
    (found,) = differing(compared(folder, HEAD + TRUE.replace(old, new)))
    assert found.computation is not None
    assert found.computation.stated is not None
    assert found.computation.stated.startswith(issued)
    assert found.computation.computed == found.where.text
    assert found.severity in {severity, Severity.ERROR}
    assert "不一致，请核。" in found.message


def test_one_finding_for_a_figure_however_often_it_stands_there(folder: Path) -> None:
    (found,) = differing(compared(folder, f"{HEAD}2023年计划改造小区5个。\n2023年计划改造小区5个，均列入省里计划。"))
    assert len(found.related) == 1


@pytest.mark.parametrize(
    "text",
    [
        "2022年计划改造小区5个。",
        "全省2023年计划改造小区5个。",
        "2023年计划改造小区6个，其中清河小区等3个小区已加装电梯。",
        "2023年计划改造小区6个，调查居民1000户，困难居民120户。",
        "2023年计划改造小区6个，平均每个小区200户。",
        "2023年计划改造小区6个，第一批到位资金100万元。",
        "2023年计划改造小区6个，约1200户。",
    ],
)
def test_what_is_of_another_year_level_or_kind_is_not_compared(folder: Path, text: str) -> None:
    assert [each.message for each in differing(compared(folder, HEAD + text))] == []


def test_the_rows_of_a_table_are_the_communities(folder: Path) -> None:
    table: list[list[str | None]] = [
        ["小区名称", "计划楼栋数（栋）", "计划户数（户）", "项目投资（万元）"],
        ["清河小区", "4", "96", "193.08"],
        ["安和花园", "9", "297", "570.92"],
        ["合计", "13", "393", "764.00"],
    ]
    found = compared(folder, f"{HEAD}2023年计划完成情况", table)
    (other,) = differing(found)
    assert (other.where.text, other.severity) == ("297", Severity.ERROR)
    assert "安和花园" in other.message
    assert len(found.relations) == 5


def test_a_report_of_another_county_is_not_compared_and_that_is_no_clean_result(folder: Path) -> None:
    found = compared(folder, "白石县2023年城镇老旧小区改造绩效报告\n" + TRUE)
    assert differing(found) == []
    assert no_record(found).severity is Severity.ERROR
    assert found.has_errors
