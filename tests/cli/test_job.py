"""Hundreds of reports at once: in order, whatever the cores; what is broken is told and stops nobody."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from word_files import p, word_file

from anju.cli import _job, main
from anju.cli import check as command

SEVEN = "2023年计划改造绿苑小区、华苑小区、锦春园等7个小区，总投资2033.23万元。"
FIVE = "2023年计划改造的5个老旧小区建成年代久远。"
SLOW = (
    "import time; from anju.cli import _job, main; old = _job.check\n"
    "def check(reading):\n time.sleep(0.2); return old(reading)\n"
    "_job.check = check\nimport sys; sys.exit(main(sys.argv[1:]))\n"
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """300 files: every tenth is broken in one way or another, every seventh says two numbers."""
    base = tmp_path_factory.mktemp("县")
    noise = random.Random(4)
    for number in range(300):
        path = base / f"{number // 100}" / f"报告{number:03}.{'txt' if number % 2 else 'docx'}"
        path.parent.mkdir(exist_ok=True)
        if number % 10 == 0:
            path.write_bytes((b"", b"PK\x03\x04" + noise.randbytes(200), noise.randbytes(300))[number // 10 % 3])
        elif path.suffix == ".txt":
            path.write_text("\n".join([SEVEN, FIVE] if number % 7 == 0 else [SEVEN]), encoding="utf-8")
        else:
            word_file(path, p(SEVEN), *([p(FIVE)] if number % 7 == 0 else []))
    return base


def checked(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, dict[str, Any]]:
    status = main(["check", *map(str, arguments), "--format", "json"])
    return status, json.loads(capsys.readouterr().out)


def test_all_come_in_order_and_the_broken_are_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, found = checked(capsys, folder)
    assert status == 1
    documents = found["documents"]
    paths = sorted(folder.rglob("报告*"))
    assert [each["path"] for each in documents] == [f"{folder}/{p.relative_to(folder).as_posix()}" for p in paths]
    broken = [int(Path(each["path"]).stem[2:]) for each in documents if "error" in each]
    assert broken == [number for number in range(300) if number % 10 == 0]
    said = [int(Path(each["path"]).stem[2:]) for each in documents if each["findings"]]
    assert said == [number for number in range(300) if number % 7 == 0 and number % 10]


@pytest.mark.parametrize("form", ["text", "json", "sarif"])
def test_what_is_said_does_not_hang_on_the_cores(
    folder: Path, form: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    told = []
    for processes, method in ((1, "fork"), (3, "spawn")):
        monkeypatch.setattr(_job, "pooled", partial(_job.pooled, processes=processes, method=method))
        main(["check", str(folder / "1"), "--format", form])
        told.append(capsys.readouterr().out)
        monkeypatch.undo()
    assert told[0] == told[1] != ""


def test_the_summary_has_the_worst_first(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(folder / "0")]) == 1
    out = capsys.readouterr().out
    lines = out.splitlines()
    assert lines[1] == "核对100份报告"
    assert lines[3].startswith("10份没有查成；错误13条、警告0条、提示0条。")
    rows = [line for line in lines if line.startswith(str(folder)) or "没有查成" in line]
    assert "没有查成" in rows[1]
    assert "另77份没有发现问题。" in out
    assert out.count("要说明或改正的（1条）") == 13


def test_a_clean_folder_says_so_in_few_lines(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for number in range(3):
        (tmp_path / f"{number}.txt").write_text(SEVEN, encoding="utf-8")
    assert main(["check", str(tmp_path)]) == 0
    out = capsys.readouterr().out
    assert "全部3份没有发现问题。" in out
    assert len(out.splitlines()) < 8


def test_a_report_that_takes_too_long_is_left(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("慢", "快"):
        (tmp_path / f"{name}.txt").write_text(SEVEN, encoding="utf-8")
    ours = _job.check

    def slow(reading: Any) -> Any:
        if "慢" in reading.path:
            time.sleep(60)
        return ours(reading)

    monkeypatch.setattr(_job, "check", slow)
    monkeypatch.setattr(_job, "pooled", partial(_job.pooled, seconds=1, method="fork"))
    status, found = checked(capsys, tmp_path)
    assert status == 1
    assert [each.get("error") for each in found["documents"]] == [None, "“慢.txt”超过1秒没有查完"]


@pytest.mark.parametrize("count", [1, 2])
def test_what_nobody_foresaw_is_one_line(
    tmp_path: Path, count: int, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(count):
        (tmp_path / f"{number}.txt").write_text(SEVEN, encoding="utf-8")

    def broken(_: object) -> None:
        raise KeyError

    monkeypatch.setattr(_job, "check", broken)
    monkeypatch.setattr(_job, "pooled", partial(_job.pooled, method="fork"))
    assert main(["check", str(tmp_path)]) == 2
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert "（KeyError）" in told


def test_ctrl_c_ends_it_cleanly(folder: Path) -> None:
    arguments = [sys.executable, "-c", SLOW, "check", str(folder), "--format", "json"]
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True) as process:
        time.sleep(3)
        os.killpg(process.pid, signal.SIGINT)
        _, told = process.communicate(timeout=20)
    assert process.returncode == command._STOPPED
    assert "已停止，查完了" in told.decode()
    assert b"Traceback" not in told
    with pytest.raises(ProcessLookupError):
        os.killpg(process.pid, 0)


@pytest.mark.parametrize("form", ["text", "json", "sarif"])
def test_a_reader_that_goes_away_is_no_fault(folder: Path, form: str) -> None:
    arguments = [sys.executable, "-m", "anju.cli", "check", str(folder), "--format", form]
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.close()
        assert process.stderr is not None
        assert process.stderr.read() == b""


def test_copies_are_laid_as_the_reports_lie_and_not_checked_again(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    base = tmp_path / "报告"
    (base / "内").mkdir(parents=True)
    word_file(base / "内/甲.docx", p(SEVEN), p(FIVE))
    (base / "乙.txt").write_text(f"{SEVEN}\n{FIVE}", encoding="utf-8")
    (base / "丙.txt").write_text(SEVEN, encoding="utf-8")
    for _ in range(2):
        status, found = checked(capsys, base, "--annotate", base / "批注")
        assert (status, len(found["documents"])) == (1, 3)
    copies = sorted(path.relative_to(base / "批注").as_posix() for path in (base / "批注").rglob("*.docx"))
    assert copies == ["乙.txt.批注.docx", "乙.txt.批注2.docx", "内/甲.批注.docx", "内/甲.批注2.docx"]


def test_reports_of_one_name_from_two_folders_have_a_copy_each(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("甲县", "乙县"):
        (tmp_path / name).mkdir()
        word_file(tmp_path / name / "报告.docx", p(SEVEN), p(FIVE))
    folders = tmp_path / "甲县", tmp_path / "乙县"
    _, found = checked(capsys, *folders, folders[0] / "报告.docx", "--annotate", tmp_path / "批注")
    assert [each["path"] for each in found["documents"]] == [f"{folder}/报告.docx" for folder in folders]
    assert sorted(path.name for path in (tmp_path / "批注").iterdir()) == ["报告.批注.docx", "报告（2）.批注.docx"]
