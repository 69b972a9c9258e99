"""LibreOffice opens the copies and shows every comment at the words that it is on; their text is unchanged."""

from __future__ import annotations

import re
import subprocess
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from lxml import etree
from word_files import p, run, tbl, tr, word_file

from anju.checker.annotate.comment import Comment, Comments
from anju.checker.annotate.package import annotated
from anju.checker.annotate.plain import plain_copy
from anju.checker.readers import read

NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
BASE = "http://schemas.openxmlformats.org"
RELATED = (
    f'<Relationships xmlns="{BASE}/package/2006/relationships">'
    f'<Relationship Id="rId1" Type="{BASE}/officeDocument/2006/relationships/footnotes" Target="footnotes.xml"/>'
    f'<Relationship Id="rId2" Type="{BASE}/officeDocument/2006/relationships/comments" Target="comments.xml"/>'
    "</Relationships>"
)
TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
BOX = (
    '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline xmlns:wp="'
    f'{BASE}/drawingml/2006/wordprocessingDrawing"><wp:extent cx="2000000" cy="500000"/><wp:docPr id="1" name="b"/>'
    f'<a:graphic xmlns:a="{BASE}/drawingml/2006/main"><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/'
    'wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="2000000" '
    'cy="500000"/></a:xfrm><a:prstGeom prst="rect"/></wps:spPr><wps:txbx><w:txbxContent>BOXED</w:txbxContent>'
    "</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>"
    "</mc:AlternateContent></w:r>"
)


def rich(path: Path) -> Path:
    """A report with what people's reports have: a table, tracked changes, a link, a text box, a note, a comment."""
    gone = '<w:del w:id="1" w:author="x"><w:r><w:delText>5个小区</w:delText></w:r></w:del>'
    new = f'<w:ins w:id="2" w:author="x">{run("7个小区")}</w:ins>'
    reference = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    own = '<w:commentRangeStart w:id="7"/>', '<w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r>'
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{run('投资2033.23万元')}</w:sdtContent></w:sdt>"
    notes = f'<w:footnote w:id="2">{p("注里还有15栋")}</w:footnote>'
    remark = f'<w:comment w:id="7" w:author="李某">{p("旧批注")}</w:comment>'
    word_file(
        path,
        p("计划改造", gone, new, "，惠及", run("776户", "<w:b/>"), "居民", reference, "。"),
        p("另有", own[0], "再看的话", own[1], f'<w:hyperlink w:anchor="a">{run("见附件共3份")}</w:hyperlink>'),
        p("框前", BOX.replace("BOXED", p("框里投资96万元")), "框后"),
        tbl(tr("小区", "户数"), tr("绿苑小区", "120户"), tr("绿洲小区", "96户")),
        p(control),
        parts={
            "word/footnotes.xml": f"<w:footnotes {NS}>{notes}</w:footnotes>",
            "word/comments.xml": f"<w:comments {NS}>{remark}</w:comments>",
            "word/_rels/document.xml.rels": RELATED,
        },
    )
    kinds = ("footnotes", "comments")
    types = "".join(f'<Override PartName="/word/{kind}.xml" ContentType="{TYPES}.{kind}+xml"/>' for kind in kinds)
    with zipfile.ZipFile(path) as package:
        members = {info.filename: package.read(info).decode() for info in package.infolist()}
    members["[Content_Types].xml"] = members["[Content_Types].xml"].replace("</Types>", types + "</Types>")
    with zipfile.ZipFile(path, "w") as package:
        for name, text in members.items():
            package.writestr(name, text)
    return path


def converted(soffice: str, path: Path, form: str) -> Path:
    profile = f"-env:UserInstallation={(path.parent / 'profile').as_uri()}"
    command = [soffice, profile, "--headless", "--convert-to", form, "--outdir", str(path.parent), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return path.with_suffix(f".{form.partition(':')[0]}")


def shown(path: Path) -> dict[str, str]:
    """What each comment is on, as LibreOffice has it, by the comment's first line."""
    root = etree.parse(path).getroot()
    office = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
    text = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
    found: dict[str, str] = {}
    open_notes: dict[str, str] = {}
    for event, element in etree.iterwalk(root, events=("start", "end")):
        inside = next(element.iterancestors(f"{office}annotation"), None)
        if event == "start" and element.tag == f"{office}annotation":
            first = element.find(f"{text}p")
            said = "" if first is None else "".join(first.itertext())
            found[said] = ""
            open_notes[element.get(f"{office}name") or ""] = said
        elif event == "start" and element.tag == f"{office}annotation-end":
            open_notes.pop(element.get(f"{office}name") or "", None)
        elif inside is None and element.tag != f"{office}annotation":
            for said in open_notes.values():
                found[said] += (element.text or "") if event == "start" else ""
        if event == "end" and inside is None:
            for said in open_notes.values():
                found[said] += element.tail or ""
    return found


WORDS = ("7个小区", "776户", "3份", "96户", "120户", "2033.23万元", "框里投资96万元", "15栋")


@pytest.fixture
def soffice(require: Callable[[str], str]) -> str:
    return require("libreoffice")


def comments(path: Path) -> Comments:
    found = []
    for word in WORDS:
        (paragraph,) = [each for each in read(path).paragraphs if word in each.text]
        start = paragraph.text.index(word)
        found.append(Comment(paragraph.number, start, start + len(word), (f"批{word}", "请核。")))
    return Comments(tuple(found), date(2024, 5, 1))


def test_the_comments_are_at_their_words(tmp_path: Path, soffice: str) -> None:
    path = rich(tmp_path / "报告.docx")
    copy = tmp_path / "副本.docx"
    copy.write_bytes(annotated(path.read_bytes(), read(path), comments(path)))
    found = {said: "".join(on.split()) for said, on in shown(converted(soffice, copy, "fodt")).items()}
    wanted = {f"批{word}": word for word in WORDS} | {"旧批注": "再看的话"}
    wanted["批15栋"] = "1注里还有15栋"  # the note's mark, where LibreOffice keeps the note
    assert found == wanted


def test_the_text_is_unchanged(tmp_path: Path, soffice: str) -> None:
    path = rich(tmp_path / "报告.docx")
    copy = tmp_path / "副本.docx"
    copy.write_bytes(annotated(path.read_bytes(), read(path), comments(path)))
    before, after = (converted(soffice, each, "txt:Text").read_text(encoding="utf-8-sig") for each in (path, copy))
    assert "7个小区" in before
    assert re.sub(r"\s+", " ", after) == re.sub(r"\s+", " ", before)


def test_a_text_set_anew_shows_them_too(tmp_path: Path, soffice: str) -> None:
    path = rich(tmp_path / "报告.docx")
    copy = tmp_path / "副本.docx"
    copy.write_bytes(plain_copy("报告.pdf", read(path), comments(path)))
    found = {said: "".join(on.split()) for said, on in shown(converted(soffice, copy, "fodt")).items()}
    assert found == {f"批{word}": word for word in WORDS}
