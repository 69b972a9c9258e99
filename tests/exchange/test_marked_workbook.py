"""What could not be read comes back red, with a comment in each cell; mended, the same workbook passes."""

import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
from exchange._books import NAMED, Typed, cell, errors, read_file, said

from anju.exchange import ReadWorkbook, write_marked
from anju.exchange.book import RED_TINT
from anju.exchange.catalogue import in_order
from anju.exchange.layout import Layout
from anju.exchange.workbook_reader import LISTED
from anju.facts.snapshot import freeze
from anju.policy.loader import load_policy

MOVES = "资金流水"


def mark(read: ReadWorkbook, folder: Path) -> Path:
    path = folder / "台账.批注.xlsx"
    write_marked(path, read, load_policy())
    return path


def comments(path: Path) -> dict[tuple[str, str], str]:
    """(sheet, cell) → what its comment says."""
    book = openpyxl.load_workbook(path)
    found = {}
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            found |= {(sheet.title, each.coordinate): each.comment.text for each in row if each.comment}
    return found


def convert(soffice: str, path: Path, folder: Path) -> Path:
    """The file as LibreOffice writes it anew."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [soffice, profile, "--headless", "--convert-to", "xlsx", "--outdir", str(folder / "out"), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return folder / "out" / path.name


def test_five_thousand_bad_cells_come_back_with_five_thousand_comments(
    tmp_path: Path, require: Callable[[str], str]
) -> None:
    book = Typed()
    for number in range(2500):
        book.add(MOVES, {"编号": f"Z{number}", "事项": "拨付", "金额": f"约{number}", "办理日期": "某日"})
    read = book.read(tmp_path)
    assert len(errors(read)) == 5000
    assert read.tables == {}
    path = mark(read, tmp_path)
    said_in = comments(path)
    assert len(said_in) == 5000
    assert all("不是" in text for text in said_in.values())

    opened = convert(require("libreoffice"), path, tmp_path)
    assert len(comments(opened)) == 5000
    assert len(errors(read_file(opened))) == 5000

    mended = openpyxl.load_workbook(path)
    layout = Layout(NAMED[MOVES])
    for number in range(2500):
        for name, value in (("amount_fen", 1.5), ("moved_on", "2023年5月1日")):
            cell(mended[MOVES], layout.first_row + number, layout.place(name)).value = value
    mended.save(path)
    again = read_file(path)
    assert said(errors(again)) == []
    assert again.tables["fund_moves"].num_rows == 2500
    assert set(again.tables["fund_moves"]["amount_fen"].to_pylist()) == {1500000}


def spoilt() -> Typed:
    """A workbook with six faults, each in a cell of its own."""
    book = Typed()
    book.add("小区", {"小区": "C1", "小区名称": "绿苑小区"})
    for number in range(1, 5):
        book.add(MOVES, {"小区": "C1", "编号": f"Z{number}", "事项": "拨付", "金额": number})
    layout, sheet = Layout(NAMED[MOVES]), book.sheet(MOVES)
    first = layout.first_row
    cell(sheet, first, layout.place("amount_fen")).value = "约20万"
    cell(sheet, first + 1, layout.place("amount_fen")).value = "=1+1"
    cell(sheet, first + 2, layout.place("kind")).value = None
    cell(sheet, first + 3, layout.place("community")).value = "绿园"
    cell(sheet, 2, 19).value = "备注"
    cell(sheet, first, 19).value = "我的话"
    book.cover_cell("区划代码").value = "15082"
    book.head("造价", "金额").value = "金额（美元）"
    return book


def test_each_fault_has_its_comment_and_its_red_cell(tmp_path: Path) -> None:
    book = spoilt()
    read = book.read(tmp_path)
    path = mark(read, tmp_path)
    found = comments(path)
    assert len(found) == len(errors(read)) == 6
    assert set(found.values()) == {finding.message for finding in errors(read)}
    marked = openpyxl.load_workbook(path)
    for sheet, name in found:
        assert marked[sheet][name].fill.fgColor.rgb == "FF" + RED_TINT.removeprefix("#").upper()
    assert marked[MOVES]["E8"].value is None
    assert "必填" in found[MOVES, "E8"]


def test_what_was_typed_is_kept_and_own_columns_stand_at_the_right(tmp_path: Path) -> None:
    book = spoilt()
    marked = openpyxl.load_workbook(mark(book.read(tmp_path), tmp_path))[MOVES]
    layout = Layout(NAMED[MOVES])
    typed = [marked.cell(layout.first_row + 1, place + 1).value for place in (2, 3, 4, 6)]
    assert typed == ["C1", "Z1", "拨付", "约20万"]
    assert marked.cell(layout.GROUPS + 1, layout.width + 1).value == "备注"
    assert marked.cell(layout.first_row + 1, layout.width + 1).value == "我的话"
    # As text: a formula without a result would be taken for 0 by the next reader.
    with zipfile.ZipFile(tmp_path / "台账.批注.xlsx") as package:
        assert not any(b"<f>" in package.read(name) for name in package.namelist() if "worksheets/sheet" in name)
    assert marked.cell(layout.first_row + 4, 7).value == 4


def test_unmended_the_same_faults_are_found_again(tmp_path: Path) -> None:
    book = spoilt()
    read = book.read(tmp_path)
    again = read_file(mark(read, tmp_path))
    place = {(f.where.sheet, f.where.row, f.where.column) for f in errors(read)}
    assert {(f.where.sheet, f.where.row, f.where.column) for f in errors(again)} == place


def test_all_problems_are_listed_with_links(tmp_path: Path) -> None:
    book = spoilt()
    read = book.read(tmp_path)
    opened = openpyxl.load_workbook(mark(read, tmp_path))
    assert opened.active is not None
    assert opened.active.title == LISTED
    rows = [[each.value for each in row] for row in opened[LISTED].iter_rows(min_row=4)]
    assert len(rows) == len(read.findings)
    assert {(row[2], row[4]) for row in rows} == {(f.where.sheet, f.where.cell) for f in read.findings}
    assert opened[LISTED]["D4"].hyperlink.location == "'封面'!B4"


def test_moved_columns_and_another_unit_come_back_in_the_templates_order(tmp_path: Path) -> None:
    book = Typed()
    sheet = book.sheet("造价")
    sheet.insert_cols(1, 2)
    sheet.insert_rows(1, 3)
    layout = Layout(NAMED["造价"])
    cell(sheet, layout.GROUPS + 3, layout.place("amount_fen") + 2).value = "金额（元）"
    for place, value in ((2, "*"), (3, "概算"), (4, "约20"), (5, "2023年5月1日")):
        cell(sheet, layout.first_row + 3, place + 2).value = value
    read = book.read(tmp_path)
    assert [finding.where.cell for finding in errors(read)] == ["G8"], said(errors(read))
    path = mark(read, tmp_path)
    assert list(comments(path)) == [("造价", "E5")]
    opened = openpyxl.load_workbook(path)
    assert opened["造价"].cell(layout.GROUPS + 1, 5).value == "金额\n（元）"
    opened["造价"]["E5"].value = "20.5"
    opened.save(path)
    again = read_file(path)
    assert said(errors(again)) == []
    assert again.tables["costings"]["amount_fen"].to_pylist() == [2050]


def test_merged_cells_stay_merged_until_somebody_parts_them(tmp_path: Path) -> None:
    book = Typed()
    for number in range(3):
        book.add(MOVES, {"编号": f"Z{number}", "事项": "拨付", "金额": 1})
    book.sheet(MOVES).merge_cells("G6:G8")
    read = book.read(tmp_path)
    again = read_file(mark(read, tmp_path))
    assert [(f.code, f.where.cell) for f in errors(again)] == [("sheet/merged_cells", "G6")]


def test_an_unknown_column_stays_unknown_until_somebody_names_it(tmp_path: Path) -> None:
    book = Typed()
    book.add(MOVES, {"编号": "Z1", "事项": "拨付", "办理日期": "2023-05-01"})
    book.head(MOVES, "办理日期").value = "拨付时间"
    path = mark(book.read(tmp_path), tmp_path)
    assert [f.code for f in errors(read_file(path))] == ["sheet/unknown_column"]
    opened = openpyxl.load_workbook(path)
    (sheet, name), text = next(iter(comments(path).items()))
    assert "“办理日期”" in text
    opened[sheet][name].value = "办理日期"
    opened.save(path)
    again = read_file(path)
    assert said(errors(again)) == []
    assert again.tables["fund_moves"]["moved_on"][0].as_py().isoformat() == "2023-05-01"


def test_missing_doubled_and_foreign_sheets_are_named_on_them(tmp_path: Path) -> None:
    book = Typed()
    del book.book["评议"]
    book.sheet("造价").delete_rows(1, 10)
    book.sheet("造价")["A1"] = "见附件"
    book.book.copy_worksheet(book.sheet(MOVES)).title = "资金流水 (2)"
    book.book.create_sheet("草稿")["B2"] = "记一笔"
    read = book.read(tmp_path)
    path = mark(read, tmp_path)
    found = comments(path)
    assert set(found) == {("评议", "A1"), ("造价", "A1"), (MOVES, "A1")}
    opened = openpyxl.load_workbook(path)
    assert opened["草稿"]["B2"].value == "记一笔"
    assert opened["造价（原）"]["A1"].value == "见附件"
    assert "资金流水 (2)" in opened.sheetnames
    assert [f.code for f in errors(read_file(path))].count("sheet/doubled_sheet") == 2


def test_a_workbook_without_any_of_the_sheets_comes_back_as_a_template(tmp_path: Path) -> None:
    path = tmp_path / "空.xlsx"
    openpyxl.Workbook().save(path)
    read = read_file(path)
    found = comments(mark(read, tmp_path))
    assert {sheet for sheet, _ in found} == {sheet.name for sheet in in_order()}


def test_a_clean_workbook_marked_is_the_same_facts(tmp_path: Path) -> None:
    book = Typed()
    book.add("小区", {"小区": "C1", "小区名称": "绿苑小区", "现有建筑面积": "8.44万㎡", "建成年份": 1998})
    book.add("评议", {"评分点": "甲", "得分比例": "85%"})
    book.add(MOVES, {"小区": "绿苑小区", "编号": "001", "事项": "支付", "金额": "2，100.01", "办理日期": "2023.5.1"})
    read = book.read(tmp_path)
    again = read_file(mark(read, tmp_path))
    assert read.head is not None
    assert again.head == read.head
    assert freeze(read.head, again.tables).hash == freeze(read.head, read.tables).hash
