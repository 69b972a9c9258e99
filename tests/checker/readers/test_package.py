"""A zip is opened within bounds: bombs, entities, lying sizes and mangled directories are told in one sentence."""

from __future__ import annotations

import io
import time
import zipfile
from pathlib import Path

import pytest
from checker.readers.book_file import swapped
from hypothesis import given
from hypothesis import strategies as st
from word_files import NAMESPACES, p, tbl, tr, word_file

from anju.checker.readers.docx import read_docx
from anju.checker.readers.package import Package, main_part
from anju.checker.reading import Unreadable

MAIN = "word/document.xml"
LAUGHS = "".join(f'<!ENTITY a{each} "{f"&a{each - 1};" * 10}">' for each in range(1, 12))


def document(inside: str, before: str = "") -> str:
    return f"{before}<w:document {NAMESPACES}><w:body>{inside}</w:body></w:document>"


@pytest.fixture
def word(tmp_path: Path) -> bytes:
    return word_file(tmp_path / "报告.docx", "正文7个小区").read_bytes()


@pytest.mark.parametrize(
    ("members", "says"),
    [
        ({MAIN: document(p("&a11;"), f'<!DOCTYPE l [<!ENTITY a0 "ha">{LAUGHS}]>')}, "损坏|实体"),
        ({MAIN: document(p("&a;"), '<!DOCTYPE l [<!ENTITY a SYSTEM "file:///etc/passwd">]>')}, "实体"),
        ({"word/styles.xml": '<!DOCTYPE l [<!ENTITY a "x">]><a>&a;</a>'}, "实体"),
        ({MAIN: document("<w:p/>" * 3_000_000)}, "压缩炸弹"),
        ({MAIN: document(p("深")).replace("<w:body>", "<w:body>" + "<w:sdt>" * 400)}, "损坏"),
        ({MAIN: "\0"}, "损坏"),
        ({"_rels/.rels": "<a"}, "损坏"),
    ],
)
def test_bombs_and_entities_are_refused(word: bytes, members: dict[str, str], says: str) -> None:
    began = time.monotonic()
    with pytest.raises(Unreadable, match=says) as told:
        read_docx(Path("报告.docx"), swapped(word, members))
    assert time.monotonic() - began < 20
    assert "\n" not in str(told.value)
    assert "root:" not in str(told.value)


def test_members_beyond_counting_are_a_bomb() -> None:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as package:
        for number in range(20_001):
            package.writestr(str(number), b"")
    with pytest.raises(Unreadable, match="压缩炸弹"):
        Package("报告.docx", kept.getvalue())


def test_paths_that_climb_out_and_doubled_members_do_no_harm(word: bytes) -> None:
    kept = io.BytesIO(swapped(word, {"../../etc/passwd": "x", "/word/document.xml": "x"}))
    with zipfile.ZipFile(kept, "a") as package, pytest.warns(UserWarning, match="Duplicate"):
        package.writestr(MAIN, document(p("后写的一份")))
    assert read_docx(Path("报告.docx"), kept.getvalue()).paragraphs[0].text == "后写的一份"


def test_an_encrypted_member_is_told(word: bytes) -> None:
    locked = bytearray(word)
    at = locked.rindex(b"PK\x01\x02", 0, locked.index(MAIN.encode(), locked.index(b"PK\x01\x02")))
    start = int.from_bytes(locked[at + 42 : at + 46], "little")
    locked[at + 8] |= 1
    locked[start + 6] |= 1
    with pytest.raises(Unreadable, match="加了密"):
        read_docx(Path("报告.docx"), bytes(locked))


def test_strict_documents_and_main_parts_of_other_names_are_found(word: bytes) -> None:
    strict = document(p("严格格式7个")).replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    assert read_docx(Path("x"), swapped(word, {MAIN: strict})).paragraphs[0].text == "严格格式7个"
    with zipfile.ZipFile(io.BytesIO(word)) as package:
        relations = package.read("_rels/.rels").decode().replace(MAIN, "/别处/正文.xml")
    moved = swapped(word, {"_rels/.rels": relations, "别处/正文.xml": document(p("别处")), MAIN: document(p("不是"))})
    assert main_part(Package("x", moved)) == "别处/正文.xml"
    assert read_docx(Path("x"), moved).paragraphs[0].text == "别处"


def test_wide_and_deep_tables_take_their_size_and_no_more(word: bytes) -> None:
    began = time.monotonic()
    wide = swapped(word, {MAIN: document(tbl(tr(*["7"] * 20_000)))})
    assert len(read_docx(Path("x"), wide).paragraphs) == 20_000
    spans = tbl(tr(*['<w:tc><w:tcPr><w:gridSpan w:val="99999999"/></w:tcPr><w:p/></w:tc>' * 2 + p("7")]))
    assert read_docx(Path("x"), swapped(word, {MAIN: document(spans + p("尾"))})).paragraphs[-1].text == "尾"
    field = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    many = swapped(word, {MAIN: document(p(*[field.format("begin"), field.format("separate")] * 20_000, "7" * 20_000))})
    assert len(read_docx(Path("x"), many).paragraphs) == 1
    assert time.monotonic() - began < 30


@given(st.binary(max_size=400))
def test_anything_that_begins_like_a_zip(content: bytes) -> None:
    with pytest.raises(Unreadable):
        read_docx(Path("x"), b"PK\x03\x04" + content)
