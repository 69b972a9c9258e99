"""All findings on one sheet, in the order of the workbook, with what they rest on and how they were computed."""

from pathlib import Path
from typing import Any

import openpyxl

from anju.exchange import write_findings
from anju.exchange.findings_book import COLUMNS
from anju.kernel.assurance import PolicyAssurance
from anju.kernel.citation import Citation
from anju.kernel.finding import Computation, Finding, Severity, Where

RULE = Citation("caizong-2024-15", "第八条", assurance=PolicyAssurance.RECALLED)
FINDINGS = [
    Finding("a/nowhere", Severity.ERROR, "没有位置"),
    Finding("a/later", Severity.NOTE, "资金流水第9行", Where(sheet="资金流水", row=9, cell="B9")),
    Finding("a/column", Severity.WARNING, "资金流水AA7", Where(sheet="资金流水", row=7, cell="AA7")),
    Finding(
        "a/first",
        Severity.ERROR,
        "资金流水G7",
        Where(sheet="资金流水", row=7, cell="G7"),
        RULE,
        Computation("2100.01万元", "2033.23万元", ("2021万元", "79.01万元")),
    ),
    Finding("a/cover", Severity.NOTE, "小区B6", Where(sheet="小区", row=6, cell="B6")),
    Finding("a/foreign", Severity.NOTE, "别的表", Where(sheet="草稿")),
]


def rows(path: Path) -> list[list[Any]]:
    sheet = openpyxl.load_workbook(path).worksheets[0]
    return [[each.value for each in row] for row in sheet.iter_rows(min_row=4)]


def test_findings_stand_in_the_order_of_the_workbook(tmp_path: Path) -> None:
    path = tmp_path / "findings.xlsx"
    write_findings(path, FINDINGS)
    head, *lines = rows(path)
    assert head == [name for name, _ in COLUMNS]
    assert [line[4] for line in lines] == ["小区B6", "资金流水G7", "资金流水AA7", "资金流水第9行", "没有位置", "别的表"]
    assert [line[0] for line in lines] == [1, 2, 3, 4, 5, 6]
    first = lines[1]
    assert first[1:4] == ["错误", "资金流水", "G7"]
    assert "财综〔2024〕15号" in first[5]
    assert "第八条（记忆待核）" in first[5]
    assert first[6] == "写明：2100.01万元\n算得：2033.23万元\n用到：2021万元、79.01万元"
    assert first[7] == "a/first"


def test_the_sheet_says_how_many_there_are(tmp_path: Path) -> None:
    path = tmp_path / "findings.xlsx"
    write_findings(path, FINDINGS)
    sheet = openpyxl.load_workbook(path).worksheets[0]
    assert sheet["A2"].value == "共 6 处：错误 2 处，警告 1 处，提示 3 处。"
    assert sheet.auto_filter.ref == "A4:H10"


def test_no_finding_is_said_in_words(tmp_path: Path) -> None:
    path = tmp_path / "findings.xlsx"
    write_findings(path, [])
    assert rows(path)[1][0] == "没有发现问题。"
