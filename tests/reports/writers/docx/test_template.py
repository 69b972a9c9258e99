"""An office's own template: its looks are taken, all else in it stays, and one that lacks a style is refused."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree
from reports.documents import document, form
from reports.writers.docx.parts import W, changed, names, part, text, written

from anju.reports.document import Annex
from anju.reports.layout import Manner, StyleName
from anju.reports.writers.docx import BadTemplate, write_template
from anju.reports.writers.docx.template import opened

STYLES, BODY = "word/styles.xml", "word/document.xml"


@pytest.fixture
def template(tmp_path: Path) -> Path:
    path = tmp_path / "template.docx"
    write_template(path)
    return path


def test_the_empty_template_shows_every_style(template: Path) -> None:
    shown = text(part(template))
    assert all(style.value in shown for style in StyleName if style not in (StyleName.PICTURE, StyleName.SEPARATOR))
    assert opened(template).style(Manner.OPEN)


def test_a_restyled_template_keeps_its_looks(template: Path, tmp_path: Path) -> None:
    own = changed(template, tmp_path / "own.docx", STYLES, 'w:styleId="Body"', 'w:styleId="a1"')
    own = changed(own, tmp_path / "own2.docx", STYLES, 'w:basedOn w:val="Body"', 'w:basedOn w:val="a1"')
    own = changed(own, tmp_path / "own3.docx", STYLES, 'w:eastAsia="黑体"', 'w:eastAsia="方正黑体_GBK"')
    own = changed(own, tmp_path / "own4.docx", BODY, 'w:left="1588"', 'w:left="1701"')
    path = written(tmp_path, document(), own)
    used = {each.get(f"{W}val") for each in part(path).iter(f"{W}pStyle")}
    assert "a1" in used
    assert "Body" not in used
    assert "方正黑体_GBK" in {each.get(f"{W}eastAsia") for each in part(path, STYLES).iter(f"{W}rFonts")}
    assert part(path).find(f".//{W}pgMar").get(f"{W}left") == "1701"
    assert "改好这些样式" not in text(part(path))
    assert "word/footer1.xml" in names(path)


@pytest.mark.parametrize("style", ["公文正文", "公文表格", "公文待填", "公文样张"])
def test_a_template_without_a_style_is_refused(template: Path, tmp_path: Path, style: str) -> None:
    bad = changed(template, tmp_path / "bad.docx", STYLES, f'w:val="{style}"', 'w:val="别的"')
    with pytest.raises(
        BadTemplate, match=f"^模板“bad.docx”里没有样式“{style}”；请在本软件写出的 report.docx 上改样式，另存作模板$"
    ):
        written(tmp_path, document(), bad)
    assert not (tmp_path / "report.docx").exists()


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("w:sectPr", "w:other", "里没有纸张和边距"),
        ('w:w="11906"', 'w:w="wide"', "的纸张或边距写得不对"),
        ('w:w="11906"', 'w:w="100"', "的纸张或边距写得不对"),
        ("<w:pgSz", '<w:headerReference w:type="even" r:id="rId77"/><w:pgSz', "里面缺少关系 rId77"),
        ("<w:body>", "<w:body", "里面的 word/document.xml 缺失或已损坏"),
    ],
)
def test_a_broken_template_is_refused(template: Path, tmp_path: Path, old: str, new: str, said: str) -> None:
    bad = changed(template, tmp_path / "bad.docx", BODY, old, new)
    with pytest.raises(BadTemplate, match=f"模板“bad.docx”{said}"):
        written(tmp_path, document(), bad)


@pytest.mark.parametrize("name", ["[Content_Types].xml", "docProps/custom.xml", "word/styles.xml"])
def test_a_broken_part_is_told(tmp_path: Path, name: str) -> None:
    bad = changed(written(tmp_path, document()), tmp_path / "bad.docx", name, "<?xml", "<xml")
    with pytest.raises(BadTemplate, match=r"模板“bad\.docx”里面的 .* 缺失或已损坏"):
        written(tmp_path, document(), bad)


def test_a_word_template_becomes_a_document(template: Path, tmp_path: Path) -> None:
    types = "[Content_Types].xml"
    own = changed(template, tmp_path / "own.dotx", types, "document.main+xml", "template.main+xml")
    said = {each.get("PartName"): each.get("ContentType") for each in part(written(tmp_path, document(), own), types)}
    assert said["/word/document.xml"].endswith("wordprocessingml.document.main+xml")


def test_a_template_with_macros_is_refused(template: Path, tmp_path: Path) -> None:
    relations = "word/_rels/document.xml.rels"
    macro = '<Relationship Id="rId50" Type="urn:x/vbaProject" Target="vbaProject.bin"/></Relationships>'
    bad = changed(template, tmp_path / "bad.docm", relations, "</Relationships>", macro)
    with pytest.raises(BadTemplate, match="里有宏"):
        written(tmp_path, document(), bad)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04broken", b"%PDF-1.7"])
def test_what_is_no_docx_is_refused(tmp_path: Path, content: bytes) -> None:
    bad = tmp_path / "bad.docx"
    bad.write_bytes(content)
    with pytest.raises(BadTemplate, match=r"模板“bad\.docx”不是 \.docx 文件，或者已损坏"):
        written(tmp_path, document(), bad)


def test_an_issued_report_is_a_template(tmp_path: Path) -> None:
    """Also a sample that ends with a landscape annex: the next report has the same parts as one on a fresh template."""
    told = document(annexes=(Annex("横表", (form(),), landscape=True),))
    fresh = written(tmp_path, told).read_bytes()
    issued = written(tmp_path, replace(document(sample=True), annexes=told.annexes)).rename(tmp_path / "issued.docx")
    again = written(tmp_path, told, issued)
    assert etree.tostring(part(again)).count(b"landscape") == 1
    assert "样张" not in "".join(text(part(again, name)) for name in names(again) if "header" in name)
    assert [name for name in names(again) if "header" not in name] == [
        name for name in names(rewritten(tmp_path, fresh)) if "header" not in name
    ]


def rewritten(folder: Path, content: bytes) -> Path:
    path = folder / "fresh.docx"
    path.write_bytes(content)
    return path


def test_a_missing_template_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        written(tmp_path, document(), tmp_path / "none.docx")
