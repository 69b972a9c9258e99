"""An officer asks for the empty workbook."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from anju.cli import main


def test_it_writes_the_empty_workbook(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "空表.xlsx"
    assert main(["template", "--out", str(out)]) == 0
    assert str(out) in capsys.readouterr().out
    assert {"封面", "资金流水", "改造任务"} <= set(openpyxl.load_workbook(out, read_only=True).sheetnames)


def test_it_never_overwrites(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "空表.xlsx"
    out.write_bytes(b"mine")
    assert main(["template", "--out", str(out)]) == 2
    assert out.read_bytes() == b"mine"
    assert "不覆盖" in capsys.readouterr().err


def test_a_missing_folder_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["template", "--out", str(tmp_path / "没有" / "表.xlsx")]) == 2
    assert "不存在" in capsys.readouterr().err


def test_the_empty_workbook_evaluates_to_nothing_known(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Sent back as it is, it is refused for its empty cover, and nothing is taken."""
    out = tmp_path / "空表.xlsx"
    main(["template", "--out", str(out)])
    assert main(["evaluate", str(out), "--out", str(tmp_path / "结果")]) == 2
    assert not (tmp_path / "结果" / "snapshot").exists()
    assert (tmp_path / "结果" / "findings.xlsx").exists()
