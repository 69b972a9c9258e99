"""PDF through LibreOffice, and plain words where there is none."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from reports.documents import document

from anju.reports.writers import pdf
from anju.reports.writers.docx import write
from anju.reports.writers.pdf import NoLibreOffice, to_pdf


@pytest.fixture
def docx(tmp_path: Path) -> Path:
    path = tmp_path / "报告 1.docx"
    write(document(annexes=()), path)
    return path


def test_the_docx_becomes_a_pdf(docx: Path, tmp_path: Path, require: Callable[[str], str]) -> None:
    require("libreoffice")
    to_pdf(docx, tmp_path / "out.pdf")
    assert (tmp_path / "out.pdf").read_bytes().startswith(b"%PDF-")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out.pdf", "报告 1.docx"]


def test_without_libreoffice_it_says_so(docx: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf.shutil, "which", lambda _: None)
    with pytest.raises(NoLibreOffice, match=r"^本机没有 LibreOffice，没有写 PDF；"):
        to_pdf(docx, tmp_path / "out.pdf")
    assert not (tmp_path / "out.pdf").exists()


def test_one_that_writes_nothing_or_hangs_is_told(docx: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf.shutil, "which", lambda _: "soffice")
    monkeypatch.setattr(pdf.subprocess, "run", lambda *_, **__: None)
    with pytest.raises(NoLibreOffice, match="没有转出 PDF"):
        to_pdf(docx, tmp_path / "out.pdf")

    def hang(command: list[str], timeout: float, **_: object) -> None:
        raise subprocess.TimeoutExpired(command, timeout)

    monkeypatch.setattr(pdf.subprocess, "run", hang)
    with pytest.raises(NoLibreOffice, match="过了 120 秒还没有转完"):
        to_pdf(docx, tmp_path / "out.pdf")


def test_a_missing_docx_is_told(tmp_path: Path, require: Callable[[str], str]) -> None:
    require("libreoffice")
    with pytest.raises(FileNotFoundError):
        to_pdf(tmp_path / "none.docx", tmp_path / "out.pdf")
