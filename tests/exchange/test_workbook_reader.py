"""A county workbook is read whole: facts, or every problem with its sheet and cell, and then nothing."""

import random
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
from exchange._books import NAMED, Typed, cell, errors, read_file, said

from anju.exchange import Question, ReadWorkbook, UnusableFile, read_workbook
from anju.exchange.column_names import NOT_READ
from anju.exchange.layout import Layout
from anju.facts.snapshot import Head, freeze
from anju.kernel.finding import Severity
from anju.policy.loader import load_policy

MOVES = "资金流水"


def filled() -> Typed:
    book = Typed()
    for code, name in (("C1", "绿苑小区"), ("C2", "绿洲小区")):
        book.add("小区", {"小区": code, "小区名称": name, "现有户数": 100})
    for number in range(1, 7):
        row = {
            "小区": "绿苑小区",
            "编号": f"Z{number}",
            "事项": "拨付",
            "金额": number * 1.5,
            "办理日期": date(2023, 5, number),
        }
        book.add(MOVES, row)
    return book


def only(read: ReadWorkbook) -> tuple[str, str | None, str | None]:
    """The one error: its kind, sheet and cell."""
    assert len(errors(read)) == 1, said(errors(read))
    found = errors(read)[0]
    assert read.tables == {}
    assert read.unreadable
    return found.code.removeprefix("sheet/"), found.where.sheet, found.where.cell


def content(read: ReadWorkbook) -> str:
    assert errors(read) == [], said(errors(read))
    assert read.head is not None
    return freeze(read.head, read.tables).hash


def move_columns(book: Typed, name: str) -> None:
    """The columns of a sheet in reverse order, an empty one between, two rows put on top."""
    old = book.sheet(name)
    rows = [[each.value for each in row] for row in old.iter_rows(min_row=1, max_row=old.max_row)]
    layout = Layout(NAMED[name])
    heads = [rows[layout.head_row][p] or rows[layout.GROUPS][p] for p in range(layout.width)]
    place = book.book.index(old)
    book.book.remove(old)
    new = book.book.create_sheet(name, place)
    new["A1"], new["A2"] = "某县财政局", "填表日期：2024年1月"
    for number, head in enumerate(reversed(heads)):
        cell(new, 3, 2 * number + 1).value = head
        for row in range(layout.example_row, len(rows)):
            cell(new, row + 1, 2 * number + 1).value = rows[row][len(heads) - 1 - number]


def test_the_workbook_becomes_facts(tmp_path: Path) -> None:
    read = filled().read(tmp_path)
    assert read.findings == []
    assert read.head == Head("150822", "磴口县", 2023, date(2024, 1, 30))
    assert read.tables["fund_moves"].num_rows == 6
    assert read.tables["regions"].to_pylist()[0]["name"] == "磴口县"
    assert set(read.tables) == {sheet.table.name for sheet in NAMED.values()}
    for name, table in read.tables.items():
        assert table.schema == next(s.table for s in NAMED.values() if s.table.name == name).arrow


def test_the_last_day_of_the_year_when_no_day_is_given(tmp_path: Path) -> None:
    read = Typed(截至日期=None).read(tmp_path)
    assert read.head is not None
    assert read.head.as_of == date(2023, 12, 31)


def test_order_and_place_of_rows_and_columns_make_no_difference(tmp_path: Path) -> None:
    plain = content(filled().read(tmp_path))
    assert content(filled().read(tmp_path)) == plain
    moved = filled()
    move_columns(moved, MOVES)
    assert content(moved.read(tmp_path)) == plain
    shuffled = filled()
    sheet, layout = shuffled.sheet(MOVES), Layout(NAMED[MOVES])
    rows = [[each.value for each in row] for row in sheet.iter_rows(min_row=layout.first_row + 1)]
    sheet.delete_rows(layout.first_row + 1, len(rows))
    random.Random(1).shuffle(rows)
    for number, row in enumerate(rows):
        for place, value in enumerate(row):
            cell(sheet, layout.first_row + 3 * number, place).value = value
    assert content(read_file(shuffled.save(tmp_path))) == plain


def test_a_national_form_with_short_headings_under_groups_is_known(tmp_path: Path) -> None:
    book = Typed()
    sheet = book.book["改造任务"]
    book.book.remove(sheet)
    new = book.book.create_sheet("改造任务", 2)
    new["A1"], new["B1"], new["D1"] = "小区", "计划", "实际"
    new.merge_cells("B1:C1")
    new.merge_cells("D1:E1")
    new.append([None, "楼栋数（栋）", "户数(户)", "楼栋数（栋）", "户数（户）"])
    new.append(["*", 5, 186, 4, 150])
    read = book.read(tmp_path)
    assert errors(read) == [], said(errors(read))
    row = read.tables["renovations"].to_pylist()[0]
    planned_and_actual = ("buildings_planned", "households_planned", "buildings_actual", "households_actual")
    assert [row[name] for name in planned_and_actual] == [5, 186, 4, 150]


def test_an_unknown_heading_is_named_with_what_it_may_be(tmp_path: Path) -> None:
    book = filled()
    book.head(MOVES, "办理日期").value = "拨付时间"
    read = book.read(tmp_path)
    assert only(read) == ("unknown_column", MOVES, book.head(MOVES, "办理日期").coordinate)
    assert "“办理日期”" in errors(read)[0].message


def test_an_unknown_heading_is_asked_once_and_remembered(tmp_path: Path) -> None:
    book = filled()
    book.head(MOVES, "办理日期").value = "拨付\n时间"
    cell(book.sheet(MOVES), 2, 19).value = "经办科室"
    asked: list[Question] = []

    def ask(question: Question) -> str:
        asked.append(question)
        return NOT_READ if question.heading == "经办科室" else question.candidates[0]

    path = book.save(tmp_path)
    read = read_workbook(path, policy=load_policy(), ask=ask)
    assert errors(read) == [], said(errors(read))
    assert [(q.sheet, q.heading, q.candidates) for q in asked] == [(MOVES, "拨付\n时间", ("办理日期",))]
    assert read.tables["fund_moves"]["moved_on"][0].as_py() == date(2023, 5, 1)
    assert "拨付 时间: 办理日期" in (tmp_path / "台账.列名.yaml").read_text("utf-8")
    assert content(read_workbook(path, policy=load_policy())) == content(read)


def test_a_file_of_names_that_was_asked_for_is_read(tmp_path: Path) -> None:
    book = filled()
    book.head(MOVES, "金额").value = "拨款额"
    names = tmp_path / "对照.yaml"
    names.write_text("资金流水: {拨款额: 金额（元）}\n", encoding="utf-8")
    read = book.read(tmp_path, mapping=names)
    assert errors(read) == [], said(errors(read))
    assert read.tables["fund_moves"]["amount_fen"][0].as_py() == 150
    with pytest.raises(UnusableFile, match="读不了"):
        book.read(tmp_path, mapping=tmp_path / "没有.yaml")


def test_answers_that_cannot_be_kept_are_told(tmp_path: Path) -> None:
    book = filled()
    book.head(MOVES, "办理日期").value = "拨付时间"
    names = tmp_path / "没有这个文件夹" / "对照.yaml"
    read = book.read(tmp_path, mapping=names, ask=lambda question: question.candidates[0])
    assert [finding.code for finding in read.findings] == ["sheet/names_not_kept"]


def test_own_columns_beside_all_of_the_template_are_left_alone(tmp_path: Path) -> None:
    book = filled()
    cell(book.sheet(MOVES), 2, 19).value = "经办人签字"
    cell(book.sheet(MOVES), 5, 19).value = "=A1"
    assert content(book.read(tmp_path)) == content(filled().read(tmp_path))


def test_a_unit_for_the_whole_sheet_may_stand_above(tmp_path: Path) -> None:
    book = filled()
    book.head(MOVES, "金额").value = "金额"
    cell(book.sheet(MOVES), 0, 8).value = "单位：元"
    read = book.read(tmp_path)
    assert errors(read) == [], said(errors(read))
    assert read.tables["fund_moves"]["amount_fen"][0].as_py() == 150


def test_a_month_is_its_last_day_and_is_told(tmp_path: Path) -> None:
    book = filled()
    row = book.add(MOVES, {"编号": "Z8", "事项": "拨付", "办理日期": "2023年5月"})
    read = book.read(tmp_path)
    assert read.tables["fund_moves"]["moved_on"][6].as_py() == date(2023, 5, 31)
    note = read.findings[0]
    assert (note.code, note.severity, note.where.cell) == ("sheet/day_assumed", Severity.NOTE, f"I{row}")


def test_a_formula_nobody_calculated_is_named(tmp_path: Path) -> None:
    book = filled()
    row = book.add(MOVES, {"编号": "Z8", "事项": "拨付", "金额": "=G5+1"})
    assert only(book.read(tmp_path)) == ("uncalculated_formula", MOVES, f"G{row}")


def test_a_row_of_nothing_but_a_formula_is_not_overlooked(tmp_path: Path) -> None:
    book = filled()
    row = book.add(MOVES, {"金额": "=SUM(G5:G9)"})
    assert only(book.read(tmp_path)) == ("uncalculated_formula", MOVES, f"G{row}")


def test_an_error_value_is_named(tmp_path: Path) -> None:
    book = filled()
    row = book.add(MOVES, {"编号": "Z8", "事项": "拨付", "金额": "#REF!"})
    sheet = book.sheet(MOVES)
    sheet[f"G{row}"].data_type = "e"
    assert only(book.read(tmp_path)) == ("error_value", MOVES, f"G{row}")


def test_merged_data_cells_are_named(tmp_path: Path) -> None:
    book = filled()
    book.sheet(MOVES).merge_cells("D6:D8")
    read = book.read(tmp_path)
    assert only(read) == ("merged_cells", MOVES, "D6")
    assert "D6:D8" in errors(read)[0].message


def test_merged_cells_above_and_beside_the_data_do_no_harm(tmp_path: Path) -> None:
    book = filled()
    book.sheet(MOVES).merge_cells("T6:T8")
    assert errors(book.read(tmp_path)) == []


def test_a_missing_sheet_is_named(tmp_path: Path) -> None:
    book = filled()
    del book.book["造价"]
    assert only(book.read(tmp_path)) == ("missing_sheet", "造价", None)


@pytest.mark.parametrize("name", ["资金流水 (2)", "资金流水（原）", "资金流水副本"])
def test_a_doubled_sheet_is_named(name: str, tmp_path: Path) -> None:
    book = filled()
    book.book.copy_worksheet(book.sheet(MOVES)).title = name
    read = book.read(tmp_path)
    assert only(read) == ("doubled_sheet", MOVES, None)
    assert name in errors(read)[0].message


def test_a_sheet_under_another_name_is_not_overlooked(tmp_path: Path) -> None:
    book = filled()
    book.book.copy_worksheet(book.sheet(MOVES)).title = "2023年流水"
    read = book.read(tmp_path)
    assert only(read) == ("renamed_sheet", "2023年流水", None)
    assert MOVES in errors(read)[0].message


def test_a_sheet_of_the_officers_own_is_told_and_kept(tmp_path: Path) -> None:
    book = filled()
    book.book.create_sheet("草稿")["B2"] = "记一笔"
    read = book.read(tmp_path)
    assert [(f.code, f.where.sheet) for f in read.findings] == [("sheet/unknown_sheet", "草稿")]
    assert read.unread["草稿"].text(1, 1) == "记一笔"


def test_a_sheet_without_a_heading_is_named(tmp_path: Path) -> None:
    book = filled()
    book.sheet("造价").delete_rows(1, 10)
    book.sheet("造价")["A1"] = "见附件"
    assert only(book.read(tmp_path)) == ("no_heading", "造价", "A1")


def test_a_required_column_that_is_gone_is_named(tmp_path: Path) -> None:
    book = filled()
    book.sheet(MOVES).unmerge_cells("D3:D4")
    for row in range(3, 12):
        book.sheet(MOVES)[f"D{row}"].value = None
    assert only(book.read(tmp_path)) == ("missing_column", MOVES, "B4")


def test_a_column_that_stands_twice_is_named(tmp_path: Path) -> None:
    book = filled()
    cell(book.sheet(MOVES), 3, 19).value = "金额（元）"
    assert only(book.read(tmp_path)) == ("doubled_column", MOVES, "T4")


def test_doubled_keys_are_named_with_both_rows(tmp_path: Path) -> None:
    book = filled()
    row = book.add(MOVES, {"编号": "Z1 ", "事项": "拨付"})
    read = book.read(tmp_path)
    assert only(read) == ("doubled_key", MOVES, f"D{row}")
    assert "与第6行重复" in errors(read)[0].message


def test_a_total_row_is_refused_once(tmp_path: Path) -> None:
    book = filled()
    row = book.add(MOVES, {"小区": "合 计", "金额": 31.5})
    assert only(book.read(tmp_path)) == ("total_row", MOVES, f"C{row}")


def test_two_communities_of_one_name_must_be_told_apart(tmp_path: Path) -> None:
    book = filled()
    book.add("小区", {"小区": "C3", "小区名称": "绿苑小区"})
    found = errors(book.read(tmp_path))
    assert {f.code for f in found} == {"sheet/unreadable_cell"}
    assert "请填编号：C1、C3" in found[0].message


def test_without_the_sheet_of_communities_references_are_not_blamed(tmp_path: Path) -> None:
    book = filled()
    del book.book["小区"]
    assert only(book.read(tmp_path)) == ("missing_sheet", "小区", None)


def test_the_example_is_never_data(tmp_path: Path) -> None:
    book = filled()
    layout = Layout(NAMED[MOVES])
    cell(book.sheet(MOVES), layout.example_row, 0).value = 1
    assert content(book.read(tmp_path)) == content(filled().read(tmp_path))


def test_an_example_that_was_typed_over_is_told(tmp_path: Path) -> None:
    book = filled()
    layout = Layout(NAMED[MOVES])
    cell(book.sheet(MOVES), layout.example_row, layout.place("amount_fen")).value = 99
    read = book.read(tmp_path)
    assert [(f.code, f.severity, f.where.cell) for f in read.findings] == [
        ("sheet/example_changed", Severity.WARNING, "A5")
    ]
    assert read.tables["fund_moves"].num_rows == 6


def test_a_long_number_that_lost_its_digits_is_refused(tmp_path: Path) -> None:
    book = filled()
    row = book.add(MOVES, {"编号": "Z8", "事项": "支付", "凭证号": 123456789012345678})
    book.add(MOVES, {"编号": "Z9", "事项": "支付", "凭证号": "123456789012345678"})
    read = book.read(tmp_path)
    assert only(read) == ("unreadable_cell", MOVES, f"N{row}")
    assert "已经丢失" in errors(read)[0].message


def test_the_cover_is_read_wherever_its_fields_stand(tmp_path: Path) -> None:
    book = filled()
    cover = book.sheet("封面")
    cover.insert_rows(1, 3)
    cover.insert_cols(1, 2)
    assert content(book.read(tmp_path)) == content(filled().read(tmp_path))


def test_an_unreadable_cover_takes_nothing(tmp_path: Path) -> None:
    book = filled()
    book.cover_cell("计划年度").value = "=2000+23"
    read = book.read(tmp_path)
    assert only(read) == ("unusable_cell", "封面", book.cover_cell("计划年度").coordinate)
    assert read.head is None


def test_another_version_of_the_template_is_told(tmp_path: Path) -> None:
    book = filled()
    cover = book.sheet("封面")
    version = next(each for row in cover.iter_rows() for each in row if each.value == "模板版本")
    version.offset(0, 1).value = "0"
    assert [f.code for f in book.read(tmp_path).findings] == ["sheet/other_version"]


def test_an_empty_workbook_of_excel_lacks_all_sheets(tmp_path: Path) -> None:
    path = tmp_path / "空.xlsx"
    openpyxl.Workbook().save(path)
    found = errors(read_file(path))
    assert {f.code for f in found} == {"sheet/missing_sheet"}
    assert len(found) == len(NAMED)


def test_a_date_with_a_clock_and_a_year_as_a_date_are_read(tmp_path: Path) -> None:
    book = filled()
    book.add(MOVES, {"编号": "Z8", "事项": "拨付", "办理日期": datetime(2023, 5, 1, 9, 30), "计划年度": 2022})
    row = book.read(tmp_path).tables["fund_moves"].to_pylist()[6]
    assert (row["moved_on"], row["year"]) == (date(2023, 5, 1), 2022)
