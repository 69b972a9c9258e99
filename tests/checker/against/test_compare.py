"""Eight edits of the docx are each named, with place, old and new; six that change nothing stay silent."""

from __future__ import annotations

import copy
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from checker.against import word_edits as word
from checker.against.paper import document, paragraphs, reading, record, told
from lxml import etree

from anju.checker.against import compare
from anju.checker.readers import read
from anju.checker.reading import Paragraph
from anju.kernel.finding import Finding, Severity
from anju.reports.writers import docx

Body = word.Element
VML = "{urn:schemas-microsoft-com:vml}"


@pytest.fixture(scope="module")
def issued(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("issued") / "report.docx"
    docx.write(document(), path)
    return path


def found(issued: Path, tmp_path: Path, *edits: word.Edit) -> list[Finding]:
    def edit(body: Body) -> None:
        for each in edits:
            each(body)

    return compare(read(word.rewritten(issued, tmp_path / "edited.docx", edit)), record())


def inside(body: Body) -> None:
    word.say(word.controls(body, "2033.23万元")[0], "2133.23万元")


def retyped(body: Body, text: str) -> None:
    word.without_control(word.controls(body, "776户")[0], text)


def one_of_two(body: Body) -> None:
    word.say(word.controls(body, "2100.01万元")[1], "2100.07万元")


def row_cut(body: Body) -> None:
    row = word.rows(body, "绿洲小区")[0]
    row.getparent().remove(row)


def row_put(body: Body) -> None:
    row = word.rows(body, "兴盛小区")[0]
    new = copy.deepcopy(row)
    word.stripped(new)
    for cell, text in zip(new.iter(f"{word.W}tc"), ("新村小区", "3", "99", "1.2", ""), strict=True):
        if text:
            word.say(cell, text)
    row.addnext(new)


def unit(body: Body) -> None:
    word.say(word.controls(body, "2021万元")[0], "2021元")


def name_cut(body: Body) -> None:
    word.say(word.controls(body, "绿苑小区、绿洲小区、福源小区、兴盛小区")[0], "绿苑小区、绿洲小区、兴盛小区")


NAMES = "绿苑小区、绿洲小区、福源小区、兴盛小区"
EDITS: dict[str, tuple[word.Edit, str, str | None, str | None]] = {
    "数在控件里改了": (inside, "figure_changed", "2033.23万元", "2133.23万元"),
    "控件删了另打一个数": (partial(retyped, text="767户"), "figure_changed", "776户", "767户"),
    "两处之一改了一个数字": (one_of_two, "figure_changed", "2100.01万元", "2100.07万元"),
    "打进带数的一句": (
        partial(word.typed, part="专账核算", text="另有省级奖补50万元。"),
        "number_added",
        None,
        "50万元",
    ),
    "删了一行": (row_cut, "row_removed", "绿洲小区 5 160 1.72", None),
    "添了一行": (row_put, "row_added", None, "新村小区 3 99 1.2"),
    "万元改成元": (unit, "unit_changed", "2021万元", "2021元"),
    "名单少了一个": (name_cut, "name_removed", NAMES, "绿苑小区、绿洲小区、兴盛小区"),
}


@pytest.mark.parametrize("name", EDITS)
@pytest.mark.parametrize("controls", [True, False], ids=["控件还在", "控件全没了"])
def test_an_edit_is_named_with_its_place(issued: Path, tmp_path: Path, name: str, controls: bool) -> None:
    edit, code, old, new = EDITS[name]
    edits = (edit,) if controls else (edit, word.stripped)
    (only,) = found(issued, tmp_path, *edits)
    assert (only.code, only.severity) == (f"against.{code}", Severity.ERROR)
    assert only.computation is not None
    assert (only.computation.stated, only.computation.computed) == (old, new)
    assert only.where.paragraph is not None
    assert "一节，" in only.message or "表“" in only.message


@pytest.fixture(scope="module")
def saved(issued: Path, tmp_path_factory: pytest.TempPathFactory, require: Callable[[str], str]) -> dict[str, Path]:
    """Every edited document, and the untouched one, saved by LibreOffice."""
    folder = tmp_path_factory.mktemp("edited")
    sources = [word.rewritten(issued, folder / f"{number}.docx", edit[0]) for number, edit in enumerate(EDITS.values())]
    target = tmp_path_factory.mktemp("saved")
    made = word.saved_by_libreoffice(require("libreoffice"), [*sources, issued], target)
    return dict(zip([*EDITS, "原样"], made, strict=True))


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_is_named_after_libreoffice_saved_it(saved: dict[str, Path], name: str) -> None:
    _, code, old, new = EDITS[name]
    assert told(compare(read(saved[name]), record())) == [(code, old, new)]


def retyped_alike(body: Body) -> None:
    retyped(body, "776户")


SILENT: dict[str, word.Edit] = {
    "字体": word.split_runs,
    "移动一段": partial(word.moved, part="比总投资多"),
    "批注": partial(word.commented, part="比总投资多"),
    "空格": partial(word.each_text, change="　 ".join),
    "千分位": partial(word.each_text, change=word.grouped),
    "重打同一个数": retyped_alike,
    "全角数字": partial(word.each_text, change=lambda text: text.translate({48 + n: 0xFF10 + n for n in range(10)})),
    "控件全没了": word.stripped,
}


@pytest.mark.parametrize("name", SILENT)
def test_what_changes_nothing_stays_silent(issued: Path, tmp_path: Path, name: str) -> None:
    assert found(issued, tmp_path, SILENT[name]) == []


def test_the_thousands_got_their_comma(issued: Path, tmp_path: Path) -> None:
    """So that silence about it means something."""
    edited = word.rewritten(issued, tmp_path / "e.docx", SILENT["千分位"])
    assert "2,100.01万元" in "".join(each.text for each in read(edited).paragraphs)


def test_saved_by_libreoffice_it_stays_silent(saved: dict[str, Path]) -> None:
    found = read(saved["原样"])
    assert sum(len(each.marks) for each in found.paragraphs) > 0, "LibreOffice 应当留下控件或书签"
    assert compare(found, record()) == []


def test_saved_as_text_it_stays_silent(issued: Path, tmp_path: Path, require: Callable[[str], str]) -> None:
    (text,) = word.saved_by_libreoffice(require("libreoffice"), [issued], tmp_path, "txt")
    assert compare(read(text), record()) == []


def test_of_a_revision_the_final_text_counts(issued: Path, tmp_path: Path) -> None:
    def edit(body: Body) -> None:
        word.tracked(word.controls(body, "23栋")[0], "32栋")

    assert told(found(issued, tmp_path, edit)) == [("figure_changed", "23栋", "32栋")]


def row_struck_out(body: Body) -> None:
    """With revisions on: the row stays in the file, marked as deleted."""
    row = word.rows(body, "绿洲小区")[0]
    properties = row.find(f"{word.W}trPr")
    if properties is None:
        properties = etree.Element(f"{word.W}trPr")
        row.insert(0, properties)
    etree.SubElement(properties, f"{word.W}del")
    for words in list(row.iter(f"{word.W}r")):
        struck = etree.Element(f"{word.W}del")
        words.getparent().replace(words, struck)
        struck.append(words)
        for each in words.iter(f"{word.W}t"):
            each.tag = f"{word.W}delText"


def in_a_text_box(body: Body) -> None:
    shape = etree.SubElement(etree.SubElement(word.paragraphs(body, "专账核算")[0], f"{word.W}r"), f"{word.W}pict")
    box = etree.SubElement(etree.SubElement(shape, f"{VML}shape"), f"{VML}textbox")
    etree.SubElement(etree.SubElement(box, f"{word.W}txbxContent"), f"{word.W}p").append(word.run("另有奖补50万元"))


def column_cut(body: Body) -> None:
    table = word.rows(body, "绿洲小区")[0].getparent()
    grid = table.find(f"{word.W}tblGrid")
    grid.remove(grid[2])
    for row in table.iter(f"{word.W}tr"):
        row.remove(row.findall(f"{word.W}tc")[2])


def beside(body: Body, before: str = "", behind: str = "", inside: str | None = None) -> None:
    """Words typed next to a control, which keeps its own or gets others."""
    control = word.controls(body, "776户")[0]
    control.addprevious(word.run(before))
    control.addnext(word.run(behind))
    if inside is not None:
        word.say(control, inside)


def cells_merged(body: Body) -> None:
    row = word.rows(body, "绿洲小区")[0]
    first, second, *_ = row.findall(f"{word.W}tc")
    for paragraph in second.findall(f"{word.W}p"):
        first.append(paragraph)
    row.remove(second)
    etree.SubElement(first.find(f"{word.W}tcPr"), f"{word.W}gridSpan").set(f"{word.W}val", "2")


ODD: dict[str, tuple[word.Edit, list[tuple[str, str | None, str | None]]]] = {
    "修订中删了一行": (row_struck_out, [("row_removed", "绿洲小区 5 160 1.72", None)]),
    "文本框里的数": (in_a_text_box, [("number_added", None, "50万元")]),
    "删了一列": (column_cut, [("column_removed", "户数（户） 134 160 210 272", None)]),
    "控件前添一个数字": (partial(beside, before="1"), [("figure_changed", "776户", "1776户")]),
    "控件后添一个数": (partial(beside, behind="（含商铺12户）"), [("number_added", None, "12户")]),
    "控件空了在旁边重打": (partial(beside, behind="775户", inside=""), [("figure_changed", "776户", "775户")]),
    "控件里多打一个数": (partial(beside, inside="776户、12人"), [("number_added", None, "12人")]),
    "合并单元格": (cells_merged, []),
}


@pytest.mark.parametrize("name", ODD)
def test_odd_edits_are_named_too(issued: Path, tmp_path: Path, name: str) -> None:
    edit, expected = ODD[name]
    assert told(found(issued, tmp_path, edit)) == expected


def test_two_edits_are_two_findings(issued: Path, tmp_path: Path) -> None:
    assert {each[0] for each in told(found(issued, tmp_path, unit, name_cut))} == {"unit_changed", "name_removed"}


def as_table_text(parted_by: str) -> list[Paragraph]:
    """The report copied into a text: each row one line."""
    lines: list[Paragraph] = []
    row = None
    for each in paragraphs(record(), marks=False):
        if each.place is None:
            row = None
            lines.append(Paragraph(0, each.text))
        elif row == (each.place.table, each.place.row):
            lines[-1] = Paragraph(0, lines[-1].text + parted_by + each.text)
        else:
            row = (each.place.table, each.place.row)
            lines.append(Paragraph(0, each.text))
    return lines


@pytest.mark.parametrize("parted_by", ["\t", "  ", " | ", " "])
def test_a_text_copied_out_of_it_is_compared_too(parted_by: str) -> None:
    lines = as_table_text(parted_by)
    assert compare(reading(lines, "txt"), record()) == []
    lines = [Paragraph(0, each.text.replace("134", "143")) for each in lines]
    assert told(compare(reading(lines, "txt"), record())) == [("figure_changed", "134", "143")]


def test_a_quite_different_report_is_one_finding() -> None:
    lines = [Paragraph(0, f"第{number}项工作由另一个单位承担，经费{number * 13}元。") for number in range(1, 3000)]
    (only,) = compare(reading(lines), record())
    assert (only.code, only.severity) == ("against.another_document", Severity.ERROR)
