"""A newcomer runs the demonstration: the county of the seed, from the shipped workbook to its score sheet."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from golden_file import compare

from anju.cli import main
from anju.facts import snapshot


def test_it_prints_the_score_sheet_and_writes_the_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "demo"
    assert main(["demo", "--out", str(out), "--no-serve"]) == 0
    report = {"report.docx", "indicators.xlsx", "trace.json", "index.html", "findings.xlsx", "snapshot"}
    checked = {"county-report.docx", "county-report-check.txt", "county-report-check.json"}
    assert {path.name for path in out.iterdir()} == report | checked
    assert snapshot.read(out).head.region == "150822"
    compare("demo-dengkou-2023.txt", capsys.readouterr().out.replace(str(out), "var/demo"))


def test_what_the_report_hides_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The five things that a reviewer must see, each raised by the program itself."""
    main(["demo", "--out", str(tmp_path / "demo")])
    said = "".join(capsys.readouterr().out.split())
    assert "5个" in said
    assert "7个" in said
    assert "66.78万元（3.28%）" in said
    assert "去向未说明" in said
    assert "没有一笔支付" in said
    assert "预算执行率无法计算" in said
    assert "没有应调查户数、发放和有效份数" in said
    assert "满意率无从核实" in said
    assert "无偏离" in said
    assert "无从衡量" in said


def test_the_counties_own_report_is_checked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["demo", "--out", str(tmp_path / "demo")])
    page = (tmp_path / "demo" / "county-report-check.txt").read_text(encoding="utf-8")
    assert page in capsys.readouterr().out
    told = json.loads((tmp_path / "demo" / "county-report-check.json").read_text(encoding="utf-8"))
    (document,) = told["documents"]
    found = {(each["severity"], each["status"]): "".join(each["message"].split()) for each in document["findings"]}
    assert set(found) == {("error", "open"), ("warning", "open")}
    assert "7个" in found["error", "open"]
    assert "5个" in found["error", "open"]
    assert "2100.01万元" in found["warning", "open"]
    assert "2033.23万元" in found["warning", "open"]
    held = [each["computation"] for each in document["relations"]["list"] if each["result"] == "held"]
    assert {"stated": "2100.01万元", "computed": "2100.01万元", "operands": ["2021万元", "79.01万元"]} in held


def test_an_own_folder_is_replaced(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "demo"
    assert main(["demo", "--out", str(out)]) == 0
    (out / "snapshot" / "left over").write_text("old")
    assert main(["demo", "--out", str(out)]) == 0
    assert not (out / "snapshot" / "left over").exists()
    assert [path.name for path in tmp_path.iterdir()] == ["demo"]


def test_a_strangers_folder_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "thesis.docx").write_text("years of work")
    assert main(["demo", "--out", str(tmp_path)]) == 2
    assert (tmp_path / "thesis.docx").read_text() == "years of work"
    assert capsys.readouterr().err.count("\n") == 1
