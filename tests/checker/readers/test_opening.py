"""What is no report is told in one sentence, whatever its name says."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from checker.readers.book_file import book, funds
from checker.readers.pdf_file import pdf, text
from word_files import p, run, word_file

from anju.checker.readers import READABLE, opening, read
from anju.checker.reading import Unreadable

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)


def zipped(**members: str) -> bytes:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in members.items():
            package.writestr(name.replace("__", "/").replace("_xml", ".xml"), text)
    return kept.getvalue()


@pytest.mark.parametrize("suffix", [".txt", ".docx", ".pdf", ".xlsx", ".html", ".doc", ""])
@pytest.mark.parametrize("kind", ["docx", "pdf", "xlsx", "html"])
def test_the_content_counts_and_not_the_name(tmp_path: Path, kind: str, suffix: str) -> None:
    contents = {
        "docx": word_file(tmp_path / "x", "正文").read_bytes(),
        "pdf": pdf(text(72, 120, "总投资2033.23万元")),
        "xlsx": book(funds),
        "html": "<!-- 注 -->\n<!DOCTYPE html><p>总投资2033.23万元".encode(),
    }
    path = tmp_path / f"报告{suffix}"
    path.write_bytes(contents[kind])
    assert read(path).kind == kind


def test_a_pdf_library_is_loaded_for_a_pdf_only(tmp_path: Path) -> None:
    path = word_file(tmp_path / "报告.docx", "正文")
    script = (
        "import sys, pathlib; from anju.checker.readers import read; read(pathlib.Path(sys.argv[1]));"
        "print(sorted({'pdfplumber', 'pdfminer', 'PIL', 'pypdfium2', 'lxml.html', 'openpyxl'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", script, path], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_page_without_a_tag_to_tell_it_is_still_a_page_by_its_name(tmp_path: Path) -> None:
    path = tmp_path / "报告.htm"
    path.write_text("总投资<b>2033.23</b>万元", encoding="utf-8")
    assert [each.text for each in read(path).paragraphs] == ["总投资2033.23万元"]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "空文件"),
        (b"%PDF-1.7", "PDF"),
        (b"{\\rtf1", "RTF"),
        (b"<html><body>", "网页"),
        ("只是文字".encode(), "不是 Word 文档"),
        (OLE + "WordDocument".encode("utf-16-le"), "旧版 Word"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "密码"),
        (OLE + "Workbook".encode("utf-16-le"), "旧版 Excel.*xlsx"),
        (OLE + "PowerPoint Document".encode("utf-16-le"), "演示文稿"),
        (OLE, "旧版 Office"),
        (b"\xff\xd8\xff\xe0JFIF", "图片.*OCR"),
        (b"\x89PNG\r\n", "图片.*OCR"),
        (b"BM\x00\x01\x02\x03\0\0\0\0", "图片"),
        (b"RIFF\x00\x01\x02\x03WEBP", "图片"),
        (b"II*\0", "图片"),
        (b"7z\xbc\xaf\x27\x1c", "压缩包"),
        (b"Rar!\x1a\x07\x00", "压缩包"),
        (b"\x1f\x8b\x08", "压缩包"),
        (b"MIME-Version: 1.0\r\n", "mht"),
        (b"From: <Saved by Blink>\r\n", "mht"),
        (b'<?xml version="1.0"?><a/>', "XML"),
        (b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">', "表格"),
        (zipped(OFD_xml="<x/>"), "OFD"),
        (zipped(content_xml="<x/>"), "OpenDocument"),
        (zipped(ppt__presentation_xml="<x/>"), "演示文稿"),
        (zipped(**{"xl__workbook.bin": "x"}), "xlsb"),
        (zipped(**{"..__..__etc__passwd": "x"}), "没有 Word 文档"),
        (b"PK\x03\x04" + bytes(40), "损坏"),
        (zipped(xl__workbook_xml="<x/>"), "Excel"),
        (zipped(readme="x"), "没有 Word 文档"),
        (zipped(word__document_xml="<a><b></a>"), "损坏"),
        (zipped(word__document_xml=""), "损坏"),
        (zipped(word__document_xml="<a/>"), "没有正文"),
        (zipped(word__document_xml="<a>" * 2000 + "</a>" * 2000), "损坏"),
        (zipped(word__document_xml="<a>" + " " * (20 << 20) + "</a>"), "压缩炸弹"),
    ],
)
def test_what_cannot_be_read_is_told(tmp_path: Path, content: bytes, says: str) -> None:
    path = tmp_path / "报告.docx"
    path.write_bytes(content)
    with pytest.raises(Unreadable, match=says) as told:
        read(path)
    assert "\n" not in str(told.value)


def test_a_folder_a_missing_file_and_an_empty_document(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="文件夹"):
        read(tmp_path)
    with pytest.raises(Unreadable, match="没有"):
        read(tmp_path / "没有.docx")
    with pytest.raises(Unreadable, match="没有文字"):
        read(word_file(tmp_path / "空.docx", p(), p(run(" "))))


def test_deep_nesting_is_read_or_refused_but_never_a_crash(tmp_path: Path) -> None:
    for deep in (5, 40, 100, 300):
        nested = "<w:tbl><w:tr><w:tc>" * deep + p("里") + "</w:tc></w:tr></w:tbl>" * deep
        path = word_file(tmp_path / "报告.docx", nested)
        try:
            assert "里" in [each.text for each in read(path).paragraphs]
        except Unreadable:
            assert deep > 40


def test_a_file_too_large_is_refused_unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "read_bytes", None)
    for suffix in READABLE:
        path = tmp_path / f"报告{suffix}"
        with path.open("wb") as kept:
            os.truncate(kept.fileno(), 500 << 20)
        with pytest.raises(Unreadable, match="超过100兆"):
            read(path)


def test_folders_links_and_strange_names(tmp_path: Path) -> None:
    (tmp_path / "文件夹.docx").mkdir()
    (tmp_path / "环.docx").symlink_to(tmp_path / "环.docx")
    for name, says in (("文件夹.docx", "文件夹"), ("环.docx", "读不了"), ("空\0.docx", "字符"), ("长" * 300, "读不了")):
        with pytest.raises(Unreadable, match=says) as told:
            read(tmp_path / name)
        assert "\n" not in str(told.value)


def test_more_paragraphs_than_a_report_has_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "MOST_PARAGRAPHS", 2)
    path = tmp_path / "报告.txt"
    path.write_text("一。\n二。\n三。\n", encoding="utf-8")
    with pytest.raises(Unreadable, match="不像一份报告"):
        read(path)


@pytest.mark.parametrize("fault", [RecursionError, MemoryError])
def test_the_last_bound_holds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: type[Exception]) -> None:
    def fails(*_: object) -> None:
        raise fault

    monkeypatch.setattr(opening, "read_txt", fails)
    path = tmp_path / "报告.txt"
    path.write_text("一。", encoding="utf-8")
    with pytest.raises(Unreadable, match="层层相套"):
        read(path)
