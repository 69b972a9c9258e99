"""The docx holds exactly the issued paragraphs, every figure bound, in an order of elements that Word accepts."""

from __future__ import annotations

import itertools
import re
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree
from reports.documents import HEAD, MONEY, document, paragraph, printed
from reports.writers.docx.parts import WORDS, W, local, names, part, text, written
from reports.writers.docx.schema_order import ORDER

from anju.checker.readers.docx import read_docx
from anju.reports.document import Annex, Cell, Grid
from anju.reports.issued import flatten


def bound(path: Path) -> list[tuple[object, ...]]:
    """Text, style, place and marks of each paragraph that the checker's reader finds."""
    found = []
    for each in read_docx(path, path.read_bytes()).paragraphs:
        place = each.place and (
            each.place.table,
            each.place.row,
            each.place.column,
            each.place.columns,
            each.place.rows,
        )
        marks = tuple(sorted({(mark.name, mark.start, mark.end) for mark in each.marks}, key=lambda mark: mark[1]))
        found.append((each.text, each.style, place, marks))
    return found


def issued(told: object) -> list[tuple[object, ...]]:
    found = []
    for each in flatten(told):
        place = each.place and (
            each.place.table,
            each.place.row,
            each.place.column,
            each.place.columns,
            each.place.rows,
        )
        marks = tuple((figure.mark, figure.start, figure.end) for figure in each.figures)
        found.append((each.text, each.style, place, marks))
    return found


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("docx"), document(sample=True))


def test_the_docx_says_what_was_issued(path: Path) -> None:
    assert bound(path) == issued(document())


def test_libreoffice_keeps_text_and_marks(path: Path, tmp_path: Path, require: Callable[[str], str]) -> None:
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [
        require("libreoffice"),
        profile,
        "--headless",
        "--convert-to",
        "docx",
        "--outdir",
        str(tmp_path),
        str(path),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    saved = tmp_path / path.name
    assert bound(saved) == issued(document())
    assert read_docx(saved, saved.read_bytes()).document_id == document().id


def test_the_same_document_gives_the_same_bytes(path: Path, tmp_path: Path) -> None:
    assert written(tmp_path, document(sample=True)).read_bytes() == path.read_bytes()


def test_each_figure_has_a_titled_control_inside_a_bookmark(path: Path) -> None:
    root = part(path)
    figures = [figure for each in flatten(document()) for figure in each.figures]
    controls = root.findall(f".//{W}sdt")
    assert len(controls) == len(figures) > 100
    for control, figure in zip(controls, figures, strict=True):
        assert control.find(f"{W}sdtPr/{W}alias").get(f"{W}val") == f"{figure.title} {figure.mark}"
        assert text(control) == figure.text
        before, after = control.getprevious(), control.getnext()
        assert before.get(f"{W}name") == f"anju_{figure.mark}"
        assert (local(before), local(after)) == ("bookmarkStart", "bookmarkEnd")
        assert before.get(f"{W}id") == after.get(f"{W}id")
    ids = [each.get(f"{W}val") for each in root.iterfind(f".//{W}sdtPr/{W}id")]
    assert len(set(ids)) == len(ids)


def test_a_long_title_of_a_figure_is_cut_and_keeps_its_mark(tmp_path: Path) -> None:
    long = replace(MONEY, title="到位资金" * 30)
    told = replace(document(annexes=()), blocks=(paragraph(printed(long)),))
    alias = part(written(tmp_path, told)).find(f".//{W}alias").get(f"{W}val")
    assert len(alias) == 64
    assert alias.endswith(" f1")


def disordered(root: etree._Element) -> Iterator[str]:
    """Elements whose children are out of order, or no children of theirs at all."""
    for element in root.iter():
        if isinstance(element.tag, str) and local(element) in ORDER:
            order = ORDER[local(element)].split()
            children = [local(child) for child in element if isinstance(child.tag, str)]
            known = [order.index(child) if child in order else -1 for child in children]
            if -1 in known or any(left > right for left, right in itertools.pairwise(known)):
                yield f"{local(element)}: {children}"


def test_children_stand_in_the_order_of_the_schema(path: Path) -> None:
    parts = [name for name in names(path) if name.startswith("word/") and name.endswith(".xml")]
    assert {"word/document.xml", "word/styles.xml", "word/settings.xml", "word/footer1.xml"} <= set(parts)
    assert [fault for name in parts for fault in disordered(part(path, name))] == []


def test_the_order_is_looked_at() -> None:
    wrong = etree.fromstring(f'<w:pPr xmlns:w="{WORDS["w"]}"><w:jc/><w:spacing/></w:pPr>')
    assert list(disordered(wrong)) == ["pPr: ['jc', 'spacing']"]


def test_no_theme_font_and_every_font_named_for_chinese(path: Path) -> None:
    every = [name for name in names(path) if name.endswith(".xml")]
    content = "".join(etree.tostring(part(path, name), encoding="unicode") for name in every)
    assert not re.search(r"asciiTheme|hAnsiTheme|eastAsiaTheme|theme1", content)
    fonts = {each.get(f"{W}eastAsia") for each in part(path, "word/styles.xml").iter(f"{W}rFonts")} - {None}
    assert fonts == {"仿宋_GB2312", "黑体", "楷体_GB2312", "方正小标宋简体", "宋体"}
    language = part(path, "word/styles.xml").find(f".//{W}docDefaults//{W}lang")
    # As Chinese, LibreOffice would break 8.44 after the point; the language of figures decides how they break.
    assert (language.get(f"{W}val"), language.get(f"{W}eastAsia")) == ("en-US", "zh-CN")


def test_a_landscape_annex_has_turned_pages_and_the_next_stands_upright(path: Path) -> None:
    sizes = [each.find(f"{W}pgSz") for each in part(path).iter(f"{W}sectPr")]
    assert [(each.get(f"{W}w"), each.get(f"{W}h"), each.get(f"{W}orient")) for each in sizes] == [
        ("11906", "16838", None),
        ("16838", "11906", "landscape"),
        ("11906", "16838", None),
    ]


def test_an_annex_begins_a_page(path: Path) -> None:
    labels = [
        p for p in part(path).iter(f"{W}p") if p.findtext(f".//{W}t", "").startswith("附件") and len(text(p)) == 3
    ]
    assert [text(label) for label in labels] == ["附件1", "附件2", "附件3"]
    assert [label.find(f"{W}pPr/{W}pageBreakBefore") is not None for label in labels] == [True, False, False]


def test_the_signature_takes_what_stands_above_it_along(path: Path, tmp_path: Path) -> None:
    def kept(written: Path) -> list[str]:
        body = part(written).iterfind(f"{W}body/{W}p")
        return [text(each) for each in body if each.find(f"{W}pPr/{W}keepNext") is not None]

    offices = "青石县住房和城乡建设局青石县财政局"
    assert kept(path) == ["3.佐证材料目录", offices]
    assert kept(written(tmp_path, document(annexes=()))) == ["以上报告，请审阅。", offices]


def test_open_places_are_shown(tmp_path: Path) -> None:
    bare = replace(HEAD, number=None, addressee=None)
    root = part(written(tmp_path, document(head=bare)))
    shown = [text(run) for run in root.iter(f"{W}r") if run.find(f"{W}rPr/{W}rStyle") is not None]
    assert "〔发文字号〕" in shown
    assert "〔主送机关〕" in shown


def test_a_table_at_the_end_of_its_pages_is_followed_by_a_line(tmp_path: Path) -> None:
    grid = Grid((1, 1), ((Cell(("甲",)), Cell(("乙",))),), heads=0)
    told = document(annexes=(Annex("横表", (grid, grid), landscape=True), Annex("竖表", (grid,))))
    body = part(written(tmp_path, told)).find(f"{W}body")
    kinds = [local(child) for child in body]
    assert "tbl,tbl" not in ",".join(kinds)
    assert all(child.getnext() is not None and local(child.getnext()) == "p" for child in body.iter(f"{W}tbl"))


def test_signs_that_no_xml_may_hold_are_replaced_here_and_in_the_record(tmp_path: Path) -> None:
    told = replace(document(annexes=()), blocks=(paragraph("甲\x0b乙\n丙"),))
    assert bound(written(tmp_path, told)) == issued(told)
