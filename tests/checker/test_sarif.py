"""The log is as SARIF 2.1.0 asks: what is required is there, indices lead somewhere, offsets hit the very words."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from report_cases import reading

from anju.checker import sarif
from anju.checker.fingerprint import fingerprint
from anju.checker.readers.txt import read_txt
from anju.checker.reading import Paragraph, Reading
from anju.checker.run import check
from anju.checker.specimen import document
from anju.checker.waivers import Settled, Waiver, settle

TEXT = (
    "一、概况\n2023年计划改造绿苑小区、华苑小区、锦春园3个小区，总投资约2033.23万元。\n二、效益\n"
    "2023年计划改造的 5 个老旧小区已完工。\n年初预算200万元，已拨付资金66.86万元，资金拨付进度100%。"
)
LEVELS = {"fail": {"error", "warning", "note"}, "pass": {"none"}, "review": {"none"}}


def log(*settled: Settled | None) -> Any:
    names = [f"报告/第 {number} 份.docx" for number, _ in enumerate(settled)]
    told = [
        json.dumps(each)
        for number, (name, one) in enumerate(zip(names, settled, strict=True))
        if one is not None
        for each in sarif.results(name, number, one, changes=False)
    ]
    artifacts = [json.dumps(sarif.artifact(name, one)) for name, one in zip(names, settled, strict=True)]
    unread = [(number, names[number], "没有文字") for number, one in enumerate(settled) if one is None]
    pieces = (sarif.head("1", changes=False), ",".join(told), sarif.between(), ",".join(artifacts), sarif.tail(unread))
    return json.loads("".join(pieces))


def settled(text: str = TEXT, *waivers: Waiver) -> Settled:
    return settle(check(reading(text)), waivers, date(2024, 1, 1))


def test_the_frame_is_that_of_the_standard() -> None:
    found = log(settled(), None)
    assert found.keys() == {"$schema", "version", "runs"}
    assert (found["version"], len(found["runs"])) == ("2.1.0", 1)
    (run,) = found["runs"]
    assert run.keys() == {"tool", "columnKind", "results", "artifacts", "invocations"}
    assert run["columnKind"] == "unicodeCodePoints"
    rules = run["tool"]["driver"]["rules"]
    assert len({rule["id"] for rule in rules}) == len(rules)
    for rule in rules:
        assert all(rule[name]["text"] for name in ("shortDescription", "fullDescription", "help"))
        assert "## 怎样了结" in rule["help"]["markdown"]
    (invocation,) = run["invocations"]
    assert invocation["executionSuccessful"] is False
    (told,) = invocation["toolExecutionNotifications"]
    assert told["locations"][0]["physicalLocation"]["artifactLocation"]["index"] == 1


def test_every_result_has_its_kind_its_rule_and_its_place() -> None:
    (run,) = log(None, settled())["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert {each["kind"] for each in run["results"]} >= {"fail", "pass"}
    for each in run["results"]:
        assert each["level"] in LEVELS[each["kind"]]
        assert rules[each["ruleIndex"]]["id"] == each["ruleId"]
        assert each["message"]["text"]
        for place in each["locations"] + each.get("relatedLocations", []):
            physical = place["physicalLocation"]
            artifact = run["artifacts"][physical["artifactLocation"]["index"]]
            assert artifact["location"]["uri"] == physical["artifactLocation"]["uri"]
            assert "%20" in artifact["location"]["uri"]
            region = physical["region"]
            text = artifact["contents"]["rendered"]["text"]
            start, end = region["charOffset"], region["charOffset"] + region["charLength"]
            assert text[start:end] == region["snippet"]["text"] != ""
            assert {"name", "kind", "fullyQualifiedName"} == place["logicalLocations"][0].keys()


def test_the_headings_lead_to_the_paragraph() -> None:
    (run,) = log(Settled(check(read_txt(Path("报告.txt"), TEXT.encode()))))["runs"]
    twice = next(each for each in run["results"] if each["ruleId"] == "stated_twice_differently")
    names = [each["logicalLocations"][0]["fullyQualifiedName"] for each in twice["locations"]]
    assert names == ["二、效益/第4段"]
    assert twice["locations"][0]["physicalLocation"]["region"]["snippet"]["text"] == "5 个"


def test_fingerprints_and_reasons_go_along() -> None:
    finding = check(reading(TEXT)).findings[0]
    waiver = Waiver(1, "口径不同", "王某", date(2024, 1, 1), print_=fingerprint(finding))
    (run,) = log(settled(TEXT, waiver))["runs"]
    failed = [each for each in run["results"] if each["kind"] == "fail"]
    assert all(len(each["partialFingerprints"]["anju/v1"]) == 16 for each in failed)
    let_pass = {
        each["partialFingerprints"]["anju/v1"]: each["suppressions"] for each in failed if "suppressions" in each
    }
    assert let_pass == {
        waiver.print_: [{"kind": "external", "status": "accepted", "justification": "口径不同（王某，2024-01-01）"}]
    }


def test_what_the_report_declares_is_suppressed() -> None:
    text = "2023年计划改造7个小区。\n2023年计划改造5个小区。\n计划数7个小区与5个小区不一致，待核实。"
    (run,) = log(settled(text))["runs"]
    declared = [each for each in run["results"] if each["kind"] == "fail"]
    assert [each["suppressions"][0]["justification"] for each in declared] == ["报告自己已写明这一差异"]


def test_cells_pages_and_sheets_have_their_names() -> None:
    table = document("| 小区 | 户数（户） |\n| 甲苑 | 120 |\n| 乙苑 | 96 |\n| 合计 | 261 |")
    (run,) = log(Settled(check(table)))["runs"]
    (found,) = run["results"]
    assert [each["name"] for each in found["locations"][0]["logicalLocations"]] == ["第8段", "表1第4行第2列"]
    cells = [Paragraph(n, p.text, p.place, page=2, sheet="户", cell=f"B{n}") for n, p in enumerate(table.paragraphs, 1)]
    (run,) = log(Settled(check(Reading("表", "xlsx", tuple(cells)))))["runs"]
    (found,) = run["results"]
    logical = found["locations"][0]["logicalLocations"]
    assert [(each["kind"], each["fullyQualifiedName"]) for each in logical] == [
        ("paragraph", "第8段"),
        ("sheetCell", "户!B8"),
        ("page", "第2页"),
    ]


@pytest.mark.parametrize(
    ("path", "uri"), [("报告/a b.docx", "%E6%8A%A5%E5%91%8A/a%20b.docx"), ("/x/a#1.txt", "file:///x/a%231.txt")]
)
def test_a_path_is_written_as_an_address(path: str, uri: str) -> None:
    assert sarif.artifact(str(Path(path)), None)["location"]["uri"] == uri
