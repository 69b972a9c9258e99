"""A workbook is read as it is seen: every cell of the visible sheets as displayed, merged cells once, faults told."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from checker.readers.book_file import NAMESPACE, SHEET, book, funds, sheet, swapped

from anju.checker.readers.xlsx import read_xlsx
from anju.checker.readers.xlsx import workbook as module
from anju.checker.reading import Place, Reading, Unreadable


def reading(content: bytes) -> Reading:
    return read_xlsx(Path("资金.xlsx"), content)


def grid(found: Reading) -> dict[str, str]:
    return {f"{each.sheet}!{each.cell}": each.text for each in found.paragraphs if each.text}


def test_cells_are_read_as_displayed_with_their_place() -> None:
    found = reading(book(funds))
    assert [(each.text, each.place, each.cell) for each in found.paragraphs] == [
        ("资金使用情况表", Place(1, 1, 1, 3, 1), "A1"),
        ("单位：万元", Place(1, 2, 1), "A2"),
        ("", Place(1, 2, 2), "B2"),
        ("", Place(1, 2, 3), "C2"),
        ("项目", Place(1, 3, 1), "A3"),
        ("到位", Place(1, 3, 2), "B3"),
        ("支出率", Place(1, 3, 3), "C3"),
        ("绿苑小区", Place(1, 4, 1), "A4"),
        ("1,100.01", Place(1, 4, 2), "B4"),
        ("98.3%", Place(1, 4, 3), "C4"),
        ("合计", Place(1, 5, 1), "A5"),
        ("2,100.01", Place(1, 5, 2), "B5"),
        ("100.0%", Place(1, 5, 3), "C5"),
    ]
    assert (found.kind, found.notes) == ("xlsx", ())
    assert [each.number for each in found.paragraphs] == list(range(1, 14))
    assert found.paragraphs[8].spot == "“资金表”B4"


def test_each_sheet_is_a_table_and_hidden_ones_are_told_of() -> None:
    def fill(made: Any) -> None:
        made.add_worksheet("一").write("B2", 7)
        hidden = made.add_worksheet("底稿")
        hidden.write("A1", 8)
        hidden.hide()
        third = made.add_worksheet("三")
        third.write("A1", 9)
        third.write("C3", 10)
        third.set_row(2, None, None, {"hidden": True})
        made.add_worksheet("空")

    found = reading(book(fill))
    assert grid(found) == {"一!B2": "7", "三!A1": "9", "三!C3": "10"}
    assert {each.place.table for each in found.paragraphs if each.place} == {1, 2}
    assert found.notes == ("工作表“底稿”是隐藏的，没有查", "“三”有隐藏的行或列，其中的数也一并查了")


def test_a_formula_gives_its_stored_result_or_a_note() -> None:
    def fill(made: Any) -> None:
        page = made.add_worksheet("表")
        page.write_formula("A1", "=1+1", None, 2)
        page.write_formula("A2", '="甲"&"乙"', None, "甲乙")
        page.write_formula("A3", "=1/0", None, "#DIV/0!")
        page.write_boolean("A4", True)

    assert grid(reading(book(fill))) == {"表!A1": "2", "表!A2": "甲乙", "表!A3": "#DIV/0!", "表!A4": "TRUE"}
    assert [note[:10] for note in reading(book(fill)).notes] == ["“表”A3格的公式出错"[:10]]
    unanswered = "".join(f'<c r="A{row}"><f>B{row}*2</f></c>' for row in (1, 2)) + '<c r="C2"><v>7</v></c>'
    found = reading(swapped(book(funds), {SHEET: sheet(f'<row r="1">{unanswered}</row>')}))
    assert found.notes == ("“资金表”A1等2格的公式没有存下结果，没有查；请在 Excel 或 WPS 里打开、保存后再查",)


def test_rich_text_line_breaks_and_phonetics() -> None:
    def fill(made: Any) -> None:
        page = made.add_worksheet("表")
        page.write_rich_string("A1", "总投资", made.add_format({"bold": True}), "2033.23", "万元")
        page.write("A2", "第一行\n第二行")

    assert grid(reading(book(fill))) == {"表!A1": "总投资2033.23万元", "表!A2": "第一行\n第二行"}
    inline = '<c r="A1" t="inlineStr"><is><t>一_x000D_二</t><rPh sb="0" eb="1"><t>yi</t></rPh></is></c>'
    assert grid(reading(swapped(book(funds), {SHEET: sheet(f"<row>{inline}</row>")}))) == {"资金表!A1": "一二"}


def test_cells_without_a_reference_stand_one_after_the_other() -> None:
    rows = "<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>"
    found = grid(reading(swapped(book(funds), {SHEET: sheet(rows)})))
    assert found == {"资金表!A1": "1", "资金表!B1": "2", "资金表!A2": "3"}


def test_a_sheet_with_two_far_corners_and_endless_merges_costs_nothing() -> None:
    rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>'
    merges = '<mergeCells><mergeCell ref="B2:XFC1048575"/></mergeCells>'
    assert len(reading(swapped(book(funds), {SHEET: sheet(rows, merges)})).paragraphs) == 2


def test_what_is_too_much_is_cut_and_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("anju.checker.readers.xlsx.sheet.MOST_CELLS", 5)
    monkeypatch.setattr(module, "MOST_CELLS", 50_000)
    found = reading(book(funds))
    assert len(grid(found)) == 5
    assert found.notes == ("“资金表”太大，没有查完：一个工作簿只查前5万个有内容的格",)


ENTITIES = '<!DOCTYPE l [<!ENTITY a "{}">]>'


@pytest.mark.parametrize(
    ("members", "says"),
    [
        ({SHEET: ENTITIES.format("x") + sheet('<row><c t="inlineStr"><is><t>&a;</t></is></c></row>')}, "实体"),
        ({"xl/sharedStrings.xml": ENTITIES.format("x") + f"<sst {NAMESPACE}><si><t>&a;</t></si></sst>"}, "实体"),
        ({"xl/styles.xml": '<!DOCTYPE l SYSTEM "file:///etc/passwd"><x/>'}, "实体"),
        ({SHEET: sheet("<row/>" * 4_000_000)}, "压缩炸弹"),
        ({SHEET: "<worksheet>"}, "损坏"),
        ({SHEET: sheet("")}, "空的"),
        ({"xl/workbook.xml": "<workbook/>"}, "空的"),
        ({"xl/workbook.xml": ""}, "损坏"),
    ],
)
def test_bad_workbooks_are_refused_with_a_sentence(members: dict[str, str], says: str) -> None:
    with pytest.raises(Unreadable, match=says) as told:
        reading(swapped(book(funds), members))
    assert "\n" not in str(told.value)


def test_strange_references_and_numbers_do_no_harm() -> None:
    cells = (
        '<c r="AAAA0"><v>1e999999999</v></c><c r="ZZZ9999999"><v>1e308</v></c><c s="99"><v>x</v></c>'
        '<c t="s"><v>-1</v></c><c t="s"><v>99999</v></c><c r="B1"><v>7</v></c>'
    )
    found = reading(swapped(book(funds), {SHEET: sheet(f'<row r="99999999999">{cells}</row>')}))
    assert "7" in grid(found).values()
