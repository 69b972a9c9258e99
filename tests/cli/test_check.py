"""An officer checks reports: one, several, a folder; as words or as JSON; whatever the files are."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from word_files import p, tbl, tr, word_file

from anju.cli import _job, main
from anju.examples import DENGKOU_WORKBOOK

SEVEN = "2023年计划改造绿苑小区、华苑小区、锦春园等7个小区，总投资2033.23万元。"
FIVE = "2023年计划改造的 5 个老旧小区建成年代久远。"
KEYS = {"code", "severity", "status", "message", "where", "related", "computation", "fingerprint"}


@pytest.fixture
def checked(capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, dict[str, Any]]]:
    def run(*arguments: object) -> tuple[int, dict[str, Any]]:
        status = main(["check", *map(str, arguments), "--format", "json"])
        return status, json.loads(capsys.readouterr().out)

    return run


def write(path: Path, *lines: str) -> Path:
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_an_error_gives_status_1_and_says_what_stands_where(tmp_path: Path, checked: Any) -> None:
    path = write(tmp_path / "报告.txt", "一、概况", SEVEN, "二、效益", FIVE)
    status, found = checked(path)
    assert status == 1
    (document,) = found["documents"]
    assert document.keys() == {"path", "figures", "relations", "findings"}
    assert document["path"] == str(path)
    assert document["figures"] == 3
    (finding,) = document["findings"]
    assert finding.keys() == KEYS
    assert (finding["severity"], finding["status"]) == ("error", "open")
    assert finding["where"] == {"paragraph": 4, "start": 11, "end": 14, "text": "5 个"}
    assert [each["text"] for each in finding["related"]] == ["7个"]
    assert finding["computation"].keys() == {"stated", "computed", "operands"}
    assert document["relations"]["checked"] == document["relations"]["held"] + 1


def test_nothing_wrong_gives_status_0(tmp_path: Path, checked: Any) -> None:
    status, found = checked(write(tmp_path / "报告.txt", SEVEN))
    assert (status, found["documents"][0]["findings"]) == (0, [])


def test_a_folder_is_checked_with_what_cannot_be_read_in_it(tmp_path: Path, checked: Any) -> None:
    folder = tmp_path / "报告"
    (folder / "内").mkdir(parents=True)
    word_file(folder / "内/甲.docx", p(SEVEN), tbl(tr("小区", "户"), tr("绿苑小区", "134")))
    write(folder / "乙.docx", "不是文档")
    write(folder / "不看.md", FIVE)
    (folder / "~$甲.docx").write_bytes(b"lock")
    status, found = checked(folder)
    assert status == 1
    assert [each["path"] for each in found["documents"]] == [f"{folder}/乙.docx", f"{folder}/内/甲.docx"]
    assert found["documents"][0].keys() == {"path", "error", "findings"}
    assert found["documents"][1]["figures"] == 3


def test_status_2_only_when_nothing_could_be_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(tmp_path / "没有.docx"), str(write(tmp_path / "空.txt", ""))]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.count("\n") == 1
    (tmp_path / "空夹").mkdir()
    assert main(["check", str(tmp_path / "空夹")]) == 2
    assert main(["check", str(write(tmp_path / "报告.txt", SEVEN)), "--against", str(tmp_path)]) == 2
    assert "快照" in capsys.readouterr().err


def test_json_tells_also_that_nothing_could_be_read(tmp_path: Path, checked: Any) -> None:
    status, found = checked(tmp_path / "没有.docx")
    assert status == 2
    assert found["findings"] == []
    assert "没有" in found["error"]


def test_the_words_are_those_of_a_reviewer(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(write(tmp_path / "报告.txt", SEVEN, FIVE))]) == 1
    out = "".join(capsys.readouterr().out.split())
    assert "错误1条" in out
    assert "7个小区”" in out
    assert "5个老旧小区" in out
    assert "不一致，请核" in out
    assert "对得上的" in out


def test_a_gbk_console_can_show_it(tmp_path: Path) -> None:
    path = write(tmp_path / "报告.txt", SEVEN, FIVE + "面积8.44万㎡，负责人龘䶮")
    environment = {**os.environ, "PYTHONIOENCODING": "gbk"}
    command = [sys.executable, "-m", "anju.cli", "check", str(path)]
    done = subprocess.run(command, capture_output=True, env=environment, check=False)
    assert done.returncode == 1
    assert "不一致" in done.stdout.decode("gbk")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that Anju writes for the shipped workbook."""
    out = tmp_path_factory.mktemp("演示") / "磴口"
    main(["evaluate", str(DENGKOU_WORKBOOK), "--out", str(out)])
    return out


def edited(path: Path, old: str, new: str) -> None:
    """Replace in the document's XML, as somebody does who retypes a number."""
    with zipfile.ZipFile(path) as package:
        members = {info.filename: package.read(info) for info in package.infolist()}
    document = members["word/document.xml"].decode()
    assert old in document
    members["word/document.xml"] = document.replace(old, new, 1).encode()
    with zipfile.ZipFile(path, "w") as package:
        for name, content in members.items():
            package.writestr(name, content)


def test_our_own_report_draws_no_error_and_declares_its_differences(folder: Path, checked: Any) -> None:
    status, found = checked(folder / "report.docx", "--against", folder)
    (document,) = found["documents"]
    assert status == 0
    assert {(each["status"], each["severity"]) for each in document["findings"]} == {("declared", "note")}
    assert document["figures"] > 100


def test_an_altered_report_is_told_from_the_issued_one(folder: Path, tmp_path: Path, checked: Any) -> None:
    copy = Path(shutil.copy(folder / "report.docx", tmp_path / "改过.docx"))
    edited(copy, "2033.23", "2033.32")
    status, found = checked(copy, "--against", folder / "snapshot")
    altered = [each for each in found["documents"][0]["findings"] if each["code"].startswith("against.")]
    assert status == 1
    assert len(altered) == 1
    assert altered[0]["computation"].keys() == {"issued", "found"}


def test_a_report_that_nobody_issued_cannot_be_compared(folder: Path, tmp_path: Path, checked: Any) -> None:
    status, found = checked(write(tmp_path / "报告.txt", SEVEN), "--against", folder)
    assert status == 1
    assert [each["code"] for each in found["documents"][0]["findings"]] == ["against.no_record"]


WAIVER = "理由: 5个是其中的第一批\n  人: 王某\n  日期: 2024-02-01\n"


def waivers(path: Path, *entries: str) -> Path:
    path.write_text("".join(f"- {entry}\n  {WAIVER}" for entry in entries), encoding="utf-8")
    return path


def test_a_finding_is_let_pass_with_its_reason_and_counts_no_more(
    tmp_path: Path, checked: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write(tmp_path / "报告.txt", SEVEN, FIVE)
    assert main(["check", str(path)]) == 1
    (print_,) = re.findall("指纹 ([0-9a-f]{8})$", capsys.readouterr().out, re.MULTILINE)
    file = waivers(tmp_path / "说明.yaml", f"指纹: {print_}")
    status, found = checked(path, "--waivers", file)
    assert status == 0
    (finding,) = found["documents"][0]["findings"]
    assert (finding["status"], finding["severity"]) == ("waived", "error")
    assert finding["fingerprint"].startswith(print_)
    assert finding["waiver"] == {"reason": "5个是其中的第一批", "person": "王某", "date": "2024-02-01", "expiry": None}
    assert main(["check", str(path), "--waivers", str(file)]) == 0
    out = capsys.readouterr().out
    assert "错误0条" in out
    assert "看过、说明理由放过的（1条）" in out
    assert "理由：5个是其中的第一批（王某，2024-02-01）" in out
    write(path, SEVEN, FIVE.replace("5", "6"))
    assert main(["check", str(path), "--waivers", str(file)]) == 1
    told = capsys.readouterr()
    assert told.err.count("\n") == 1
    assert "第1条" in told.err
    assert "没有对上任何问题" in told.err


def test_of_many_unused_entries_twenty_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = waivers(tmp_path / "说明.yaml", *(f"指纹: {number:08x}" for number in range(30)))
    assert main(["check", str(write(tmp_path / "报告.txt", SEVEN)), "--waivers", str(file)]) == 0
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 21
    assert lines[-1] == "anju：说明文件“说明.yaml”另有10条也没有对上任何问题。"


def test_changed_values_are_told_at_the_finding(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = write(tmp_path / "报告.txt", SEVEN, FIVE.replace("5", "6"))
    file = waivers(tmp_path / "说明.yaml", "规则: 同数异说\n  所在: 建成年代久远\n  数: [7个, 5 个]")
    assert main(["check", str(path), "--waivers", str(file)]) == 1
    told = capsys.readouterr()
    assert "数已改变，不再适用。" in "".join(told.out.split())
    assert told.err == ""


def test_a_waiver_that_cannot_be_used_is_one_line(tmp_path: Path, checked: Any) -> None:
    path = write(tmp_path / "报告.txt", SEVEN)
    status, found = checked(path, "--waivers", write(tmp_path / "说明.yaml", "- 指纹: 01234567", "  人: 王某"))
    assert status == 2
    assert found == {"error": "说明.yaml 第1行：缺少“理由”“日期”", "findings": []}


def test_a_waiver_file_that_is_none_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = write(tmp_path / "报告.txt", SEVEN)
    for file in (tmp_path / "没有.yaml", tmp_path):
        assert main(["check", str(path), "--waivers", str(file)]) == 2
        assert capsys.readouterr().err == f"anju：没有“{file}”这个说明文件\n"


def test_findings_are_told_even_if_no_copy_can_be_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(_job, "write_new", full)
    path = word_file(tmp_path / "报告.docx", p(SEVEN), p(FIVE))
    folder = tmp_path / "批注"
    assert main(["check", str(path), "--annotate", str(folder)]) == 2
    told = capsys.readouterr()
    assert "错误1条" in told.out
    assert told.out.endswith("\n批注没有写成。\n")
    assert told.err == f"anju：“报告.docx”的批注写不进“{folder}”：磁盘满了\n"


def test_an_empty_folder_is_told_and_does_not_stop_the_rest(tmp_path: Path, checked: Any) -> None:
    (tmp_path / "空夹").mkdir()
    status, found = checked(tmp_path / "空夹", write(tmp_path / "报告.txt", SEVEN))
    assert status == 1
    assert "里没有可查的报告" in found["documents"][0]["error"]
    assert found["documents"][1]["findings"] == []


def test_a_name_in_another_machines_encoding_is_as_good_as_any(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], require: Callable[[str], str]
) -> None:
    require("linux")
    named = tmp_path / os.fsdecode("县".encode("gb18030"))
    named.mkdir()
    write(named / "好.txt", SEVEN, FIVE)
    write(named / "空.txt", "")
    for form in ("text", "json", "sarif"):
        assert main(["check", str(tmp_path), "--format", form, "--annotate", str(named / "批注")]) == 1
    assert json.loads("{" + capsys.readouterr().out.rpartition('\n{"$schema"')[2].partition(",")[2])["runs"]
    assert len(list((named / "批注").rglob("*.docx"))) == 3


def test_sarif_is_one_log_of_all_reports(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path / "甲.txt", SEVEN, FIVE)
    write(tmp_path / "乙.txt", "")
    assert main(["check", str(tmp_path), "--format", "sarif"]) == 1
    (run,) = json.loads(capsys.readouterr().out)["runs"]
    assert [Path(unquote(each["location"]["uri"])).name for each in run["artifacts"]] == ["乙.txt", "甲.txt"]
    assert {each["kind"] for each in run["results"]} == {"fail", "pass"}
    assert len(run["invocations"][0]["toolExecutionNotifications"]) == 1
    artifacts = {each["locations"][0]["physicalLocation"]["artifactLocation"]["index"] for each in run["results"]}
    assert artifacts == {1}


def test_a_copy_bears_the_findings(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = word_file(tmp_path / "报告.docx", p(SEVEN), p(FIVE))
    assert main(["check", str(path), "--annotate", str(tmp_path / "批注")]) == 1
    assert f"批注写在 {tmp_path}/批注/报告.批注.docx。" in capsys.readouterr().out
    assert main(["check", str(tmp_path / "批注/报告.批注.docx")]) == 1
    for place in (path, path / "内"):
        assert main(["check", str(path), "--annotate", str(place)]) == 2
        assert "批注要写进一个文件夹" in capsys.readouterr().err
    other = word_file(tmp_path / "报告2.docx", p(SEVEN), p(FIVE))
    assert main(["check", str(path), str(other), "--annotate", str(tmp_path / "批注")]) == 1
    assert f"批注写在“{tmp_path}/批注”里，共2份。" in capsys.readouterr().out
    clean = word_file(tmp_path / "好.docx", p(SEVEN))
    assert main(["check", str(clean), "--annotate", str(tmp_path / "批注")]) == 0
    assert "没有要批注的问题" in capsys.readouterr().out
