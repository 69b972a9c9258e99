"""What `evaluate --out` leaves behind, and what it refuses."""

from __future__ import annotations

import json
import os
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from anju.cli import main
from anju.examples import DENGKOU_WORKBOOK
from anju.facts import snapshot
from anju.reports.writers.docx import write_template

FOLDER = {"report.docx", "indicators.xlsx", "trace.json", "index.html", "findings.xlsx", "snapshot"}


def evaluate(*more: str) -> int:
    return main(["evaluate", str(DENGKOU_WORKBOOK), *more])


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("written") / "磴口"
    assert evaluate("--out", str(folder)) == 1
    return folder


def test_the_folder_holds_the_report_and_all_it_stands_on(out: Path) -> None:
    assert {path.name for path in out.iterdir()} == FOLDER


def test_the_snapshot_keeps_what_the_document_said(out: Path) -> None:
    (issued,) = snapshot.issued(out)
    told = json.loads((out / "trace.json").read_text(encoding="utf-8"))
    assert issued["id"] == told["document"]
    assert issued["snapshot"] == snapshot.read(out).hash
    marks = {figure["mark"] for paragraph in issued["paragraphs"] for figure in paragraph["figures"]}
    with zipfile.ZipFile(out / "report.docx") as package:
        body = package.read("word/document.xml").decode()
    assert all(f'w:name="anju_{mark}"' in body for mark in marks)


def test_the_same_facts_give_the_same_report(out: Path, tmp_path: Path) -> None:
    assert main(["evaluate", str(out), "--out", str(tmp_path / "again")]) == 1
    for name in ("report.docx", "trace.json"):  # the page also names the cells of a workbook
        assert (tmp_path / "again" / name).read_bytes() == (out / name).read_bytes(), name


def test_its_own_report_draws_no_error(out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(out / "report.docx"), "--against", str(out), "--format", "json"]) == 0
    (document,) = json.loads(capsys.readouterr().out)["documents"]
    assert [each["message"] for each in document["findings"] if each["status"] == "open"] == []
    assert document["relations"]["held"] > 10


def test_what_a_killed_run_left_is_taken_away_after_an_hour(tmp_path: Path) -> None:
    names = {
        ".out.abcd1234": ("report.docx", 2),
        ".out.old.abcd1234": ("folder", 2),
        ".out.abcd5678": ("report.docx", 0),
        ".out.abcd9999": ("thesis.docx", 2),
        ".other.abcd1234": ("report.docx", 2),
    }
    for name, (inside, hours) in names.items():
        (tmp_path / name).mkdir()
        (tmp_path / name / inside).write_text("half")
        long_ago = time.time() - hours * 3600 - 5
        os.utime(tmp_path / name, (long_ago, long_ago))
    assert evaluate("--out", str(tmp_path / "out")) == 1
    assert {path.name for path in tmp_path.iterdir()} == {"out", *names}, (
        "the only copy of the folder may be among them"
    )
    assert evaluate("--out", str(tmp_path / "out")) == 1
    left = {path.name for path in tmp_path.iterdir()}
    assert left == {"out", ".out.abcd5678", ".out.abcd9999", ".other.abcd1234"}


def test_an_offices_own_template_is_used(tmp_path: Path) -> None:
    template = tmp_path / "本局模板.docx"
    write_template(template)
    assert evaluate("--out", str(tmp_path / "out"), "--template", str(template)) == 1
    assert {path.name for path in (tmp_path / "out").iterdir()} == FOLDER


@pytest.mark.parametrize("content", [b"", b"not a docx", b"PK\x03\x04 nor this"])
def test_a_template_that_is_none_is_one_line_and_nothing_is_written(
    content: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "template.docx").write_bytes(content)
    assert evaluate("--out", str(tmp_path / "out"), "--template", str(tmp_path / "template.docx")) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("option", [["--pdf"], ["--template", "x.docx"]])
def test_what_belongs_to_the_folder_is_refused_without_it(
    option: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert evaluate(*option) == 2
    assert "--out" in capsys.readouterr().err


def test_without_libreoffice_the_folder_is_written_and_the_pdf_is_said_to_be_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert evaluate("--out", str(tmp_path / "out"), "--pdf") == 1
    assert {path.name for path in (tmp_path / "out").iterdir()} == FOLDER
    assert "LibreOffice" in capsys.readouterr().err


def test_with_libreoffice_the_pdf_lies_beside_the_report(tmp_path: Path, require: Callable[[str], str]) -> None:
    require("libreoffice")
    assert evaluate("--out", str(tmp_path / "out"), "--pdf") == 1
    assert (tmp_path / "out" / "report.pdf").read_bytes().startswith(b"%PDF")
