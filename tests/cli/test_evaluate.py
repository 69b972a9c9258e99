"""An officer evaluates a county: from a workbook or a snapshot, under any table, as words or as JSON."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from anju.cli import main
from anju.examples import DENGKOU_WORKBOOK

KEYS = {"region", "year", "scheme", "as_of", "snapshot", "policy", "code", "total", "grade", "items", "findings"}


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    return Path(shutil.copy(DENGKOU_WORKBOOK, tmp_path / "磴口.xlsx"))


@pytest.fixture
def evaluate(capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, dict[str, Any]]]:
    def run(*arguments: object) -> tuple[int, dict[str, Any]]:
        status = main(["evaluate", *map(str, arguments), "--json"])
        return status, json.loads(capsys.readouterr().out)

    return run


def test_findings_of_severity_error_give_status_1(workbook: Path, evaluate: Callable[..., Any]) -> None:
    status, found = evaluate(workbook)
    assert status == 1
    assert found.keys() == KEYS
    assert (found["region"], found["year"], found["as_of"]) == ("150822", 2023, "2024-01-30")


def test_findings_of_the_workbook_name_sheet_and_cell(workbook: Path, evaluate: Callable[..., Any]) -> None:
    _, found = evaluate(workbook)
    stated = next(f for f in found["findings"] if f["code"] == "consistency.stated_twice_differently")
    assert stated["where"]["sheet"] == "文件中的说法"
    assert stated["where"]["cell"]


def test_a_snapshot_gives_the_same_score_as_its_workbook(
    workbook: Path, tmp_path: Path, evaluate: Callable[..., Any]
) -> None:
    _, first = evaluate(workbook, "--out", tmp_path / "结果")
    for place in (tmp_path / "结果", tmp_path / "结果" / "snapshot"):
        _, again = evaluate(place)
        assert again["items"] == first["items"]
        assert again["snapshot"] == first["snapshot"]


def test_three_tables_give_three_sheets(workbook: Path, evaluate: Callable[..., Any]) -> None:
    sheets = [
        evaluate(workbook, "--scheme", code)[1] for code in ("national/2023", "national/self_evaluation", "360000/2022")
    ]
    assert len({len(sheet["items"]) for sheet in sheets}) == 3
    assert len({json.dumps(sheet["total"]) for sheet in sheets}) == 3


def test_the_as_of_day_can_be_set(workbook: Path, evaluate: Callable[..., Any]) -> None:
    assert evaluate(workbook, "--as-of", "2023年12月31日")[1]["as_of"] == "2023-12-31"


def test_the_input_is_never_touched(workbook: Path, tmp_path: Path, evaluate: Callable[..., Any]) -> None:
    before = workbook.read_bytes()
    evaluate(workbook, "--out", tmp_path / "结果")
    assert workbook.read_bytes() == before


def test_a_changed_byte_in_a_snapshot_is_refused(
    workbook: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["evaluate", str(workbook), "--out", str(tmp_path / "结果")])
    capsys.readouterr()
    path = tmp_path / "结果/snapshot/tables/fund_moves.parquet"
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)
    assert main(["evaluate", str(tmp_path / "结果"), "--out", str(tmp_path / "再算")]) == 2
    refused(capsys, "改动过")
    assert not (tmp_path / "再算").exists()


def test_a_missing_file_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["evaluate", str(tmp_path / "没有.xlsx")]) == 2
    refused(capsys, "不存在")


def test_a_folder_that_is_no_snapshot_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["evaluate", str(tmp_path)]) == 2
    refused(capsys, "manifest.json")


def test_refusals_in_json_carry_the_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["evaluate", str(tmp_path / "没有.xlsx"), "--json"]) == 2
    assert json.loads(capsys.readouterr().out).keys() == {"error", "findings"}


def test_a_folder_with_other_things_is_not_overwritten(
    workbook: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["evaluate", str(workbook), "--out", str(tmp_path)]) == 2
    assert workbook.exists()


def test_an_unknown_option_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["evaluate", "x.xlsx", "--fast"])
    assert stopped.value.code == 2
    refused(capsys, "--fast")


def test_json_is_utf8_and_text_legible_in_a_gbk_console(workbook: Path) -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "gbk", "LC_ALL": "C"}
    command = [sys.executable, "-m", "anju.cli", "evaluate", str(workbook)]
    text = subprocess.run(command, env=environment, capture_output=True, check=False).stdout.decode("gbk")
    assert "?" not in text
    assert "资金筹集" in text
    found = subprocess.run([*command, "--json"], env=environment, capture_output=True, check=False).stdout
    assert json.loads(found.decode("utf-8"))["region"] == "150822"


def refused(capsys: pytest.CaptureFixture[str], says: str) -> None:
    """One line on stderr that says why, nothing on stdout."""
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert says in err
