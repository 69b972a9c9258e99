"""What is checked when folders are named: every report once, in a fixed order, and no folder is passed over in
silence."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from anju.cli import main
from anju.cli._listed import jobs


def file(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("总投资3元。", encoding="utf-8")
    return path


def test_names_that_clash_have_places_of_their_own(tmp_path: Path) -> None:
    first, second = file(tmp_path / "甲/报告.docx"), file(tmp_path / "乙/报告.docx")
    listed = list(jobs([first, second, tmp_path / "甲", first]))
    assert [each.place for each in listed] == [Path("报告.docx"), Path("报告（2）.docx")]
    assert [each.number for each in listed] == [0, 1]


def test_a_link_that_leads_back_is_not_followed(tmp_path: Path) -> None:
    file(tmp_path / "甲/报告.txt")
    (tmp_path / "甲/上").symlink_to(tmp_path)
    (tmp_path / "甲/自己.txt").symlink_to("自己.txt")
    (tmp_path / "甲/没有.txt").symlink_to("/没有这个文件")
    assert [each.path.name for each in jobs([tmp_path])] == ["报告.txt"]


def test_a_folder_that_cannot_be_opened_is_one_that_was_not_checked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file(tmp_path / "甲/报告.txt")
    file(tmp_path / "乙/报告.txt")
    scan = os.scandir

    def refused(path: str) -> object:
        if Path(path).name == "乙":
            raise PermissionError(13, "Permission denied", path)
        return scan(path)

    monkeypatch.setattr(os, "scandir", refused)
    shut, report = jobs([tmp_path])
    assert shut.fault == f"文件夹“{tmp_path}/乙”打不开：没有权限，或正被别的程序占用，里面的报告没有查"
    assert (report.name, report.fault) == (f"{tmp_path}/甲/报告.txt", "")


def test_what_must_not_be_looked_at_is_left_to_the_reader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file(tmp_path / "报告.txt")
    stat = Path.stat

    def refused(path: Path, **options: bool) -> os.stat_result:
        if path.name == "报告.txt":
            raise PermissionError(13, "Permission denied", str(path))
        return stat(path, **options)

    monkeypatch.setattr(Path, "stat", refused)
    assert [each.path.name for each in jobs([tmp_path])] == ["报告.txt"]


def test_what_a_check_printed_is_no_report(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "报告.txt").write_text("到位资金100万元，支付90万元，结余15万元。", encoding="utf-8")
    main(["check", str(tmp_path / "报告.txt")])
    (tmp_path / "结果.txt").write_text(capsys.readouterr().out, encoding="utf-8")
    assert [job.path.name for job in jobs([tmp_path])] == ["报告.txt"]
