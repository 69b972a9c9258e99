"""What is no report is told in one sentence, whatever its name says."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from word_files import p, run, word_file

from anju.checker.readers import read
from anju.checker.reading import Unreadable

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)


def zipped(**members: str) -> bytes:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in members.items():
            package.writestr(name.replace("__", "/").replace("_xml", ".xml"), text)
    return kept.getvalue()


def test_the_content_counts_and_not_the_name(tmp_path: Path) -> None:
    word_file(tmp_path / "其实是文档.txt", "正文")
    assert read(tmp_path / "其实是文档.txt").kind == "docx"


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
        (OLE, "旧版 Office"),
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
