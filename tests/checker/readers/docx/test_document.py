"""A Word document is read as it would be printed: final text, each cell once, nothing lost and nothing doubled."""

from __future__ import annotations

from pathlib import Path

import pytest
from word_files import NAMESPACES, p, run, tbl, tc, tr, word_file

from anju.checker.readers import read
from anju.checker.readers.docx.document import OPEN_REVISIONS
from anju.checker.reading import Mark, Place, Reading

CONTROL = (
    '<w:sdt><w:sdtPr><w:alias w:val="计划户数 f12"/><w:tag w:val="x"/></w:sdtPr><w:sdtContent>'
    '<w:bookmarkStart w:id="7" w:name="anju_f12"/>' + run("77") + run("6户") + '<w:bookmarkEnd w:id="7"/>'
    "</w:sdtContent></w:sdt>"
)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "报告.docx"


def texts(reading: Reading) -> list[str]:
    return [paragraph.text for paragraph in reading.paragraphs]


def test_the_final_text_is_read_and_open_revisions_are_told(place: Path) -> None:
    word_file(
        place,
        p("计划改造", f"<w:del>{run('5').replace('w:t', 'w:delText')}</w:del>", f"<w:ins>{run('7')}</w:ins>", "个小区"),
        p(f"<w:moveFrom>{run('移走的')}</w:moveFrom>", f"<w:moveTo>{run('移来的')}</w:moveTo>"),
    )
    reading = read(place)
    assert texts(reading) == ["计划改造7个小区", "移来的"]
    assert reading.notes == (OPEN_REVISIONS,)


def test_a_deleted_paragraph_mark_joins_two_paragraphs(place: Path) -> None:
    word_file(place, p("总投资", properties="<w:rPr><w:del/></w:rPr>"), p(CONTROL), "另一段")
    reading = read(place)
    assert texts(reading) == ["总投资776户", "另一段"]
    assert reading.paragraphs[0].marks == (Mark("f12", 3, 7),)


def test_controls_and_bookmarks_give_the_figure_its_span_once(place: Path) -> None:
    word_file(place, p("涉及住户", CONTROL, "。"))
    reading = read(place)
    assert texts(reading) == ["涉及住户776户。"]
    assert reading.paragraphs[0].marks == (Mark("f12", 4, 8),)


def test_a_bookmark_is_enough_and_others_are_no_figures(place: Path) -> None:
    start, end = '<w:bookmarkStart w:id="{0}" w:name="{1}"/>', '<w:bookmarkEnd w:id="{0}"/>'
    word_file(
        place, p(start.format(1, "anju_f3"), start.format(2, "_Toc1"), "23栋", end.format(2), end.format(1), "住宅楼")
    )
    assert read(place).paragraphs[0].marks == (Mark("f3", 0, 3),)


def test_links_fields_formulas_and_ruby_are_read_as_printed(place: Path) -> None:
    field = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    word_file(
        place,
        p(f"<w:hyperlink>{run('2033.23')}</w:hyperlink>", "万元"),
        p(
            field.format("begin"),
            "<w:r><w:instrText>= SUM(</w:instrText></w:r>",
            run("不印"),
            field.format("separate"),
            "79.01",
            field.format("end"),
            "万元",
        ),
        p(f'<w:fldSimple w:instr="DOCPROPERTY x">{run("3")}</w:fldSimple>', "页"),
        p("<m:oMath><m:r><m:t>1+1</m:t></m:r></m:oMath>"),
        p(f"<w:r><w:ruby><w:rt>{run('xīn')}</w:rt><w:rubyBase>{run('新')}</w:rubyBase></w:ruby></w:r>"),
        p(run("藏", "<w:vanish/>"), run("现", '<w:vanish w:val="0"/>'), "<w:r><w:tab/><w:br/></w:r>", "尾"),
    )
    assert texts(read(place)) == ["2033.23万元", "79.01万元", "3页", "1+1", "新", "现\t\n尾"]


def test_a_text_box_is_read_once_and_footnotes_are_not_lost(place: Path) -> None:
    box = "<w:txbxContent>" + p("框内23栋") + "</w:txbxContent>"
    shape = (
        f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing>"
        f"</mc:Choice><mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    kept = f'<w:footnote w:id="0">{p("隔线")}</w:footnote><w:footnote w:id="2">{p("注：不含车库")}</w:footnote>'
    notes = f"<w:footnotes {NAMESPACES}>{kept}</w:footnotes>"
    word_file(place, p("正文", shape, note), p("再引", note), parts={"word/footnotes.xml": notes})
    assert texts(read(place)) == ["正文", "框内23栋", "再引", "注：不含车库"]


def test_a_table_is_read_cell_by_cell_and_merged_cells_once(place: Path) -> None:
    down, on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    word_file(
        place,
        "前",
        tbl(
            tr(tc("一级指标", properties=down), tc("目标", properties='<w:gridSpan w:val="2"/>')),
            tr(tc(properties=on), "7", ""),
            tr(tc("删", properties=""), "9", "", properties="<w:del/>"),
            tr(tc("第一行", "第二行"), tc(p("外"), tbl(tr("内")), p()), "8"),
        ),
        "",
        "后",
    )
    assert [(each.text, each.place) for each in read(place).paragraphs] == [
        ("前", None),
        ("一级指标", Place(1, 1, 1, 1, 2)),
        ("目标", Place(1, 1, 2, 2, 1)),
        ("7", Place(1, 2, 2)),
        ("", Place(1, 2, 3)),
        ("第一行\n第二行", Place(1, 3, 1)),
        ("外\n", Place(1, 3, 2)),
        ("内", Place(2, 1, 1)),
        ("8", Place(1, 3, 3)),
        ("后", None),
    ]


def test_styles_are_inherited_and_automatic_numbers_are_no_text(place: Path) -> None:
    styles = (
        f"<w:styles {NAMESPACES}><w:style w:type='paragraph' w:styleId='1'><w:name w:val='heading 1'/><w:pPr>"
        "<w:outlineLvl w:val='0'/></w:pPr></w:style><w:style w:type='paragraph' w:styleId='a1'>"
        "<w:name w:val='一级标题'/><w:basedOn w:val='1'/></w:style></w:styles>"
    )
    numbered = "<w:pStyle w:val='a1'/><w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr>"
    word_file(place, p("基本情况", properties=numbered), "（二）资金情况", "正文。", parts={"word/styles.xml": styles})
    found = [(each.text, each.style, each.level) for each in read(place).paragraphs]
    assert found == [("基本情况", "一级标题", 1), ("（二）资金情况", "", 2), ("正文。", "", None)]


@pytest.mark.parametrize("member", ["docProps/custom.xml", "customXml/item1.xml"])
def test_the_record_of_issue_is_named(place: Path, member: str) -> None:
    word_file(place, "正文", parts={member: '<x xmlns="urn:anju">performance_evaluation-0123456789ab</x>'})
    assert read(place).document_id == "performance_evaluation-0123456789ab"
    word_file(place, "正文", parts={member: "<x>performance_evaluation-0123456789ab</x>"})
    assert read(place).document_id is None
