"""What is written reads back as the same facts; the template is what it promises."""

import io
import string
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import openpyxl
import pyarrow as pa
import pytest
from exchange._books import NAMED, read_file, said, template
from hypothesis import given, settings
from hypothesis import strategies as st

from anju.examples import dengkou
from anju.exchange import write_template, write_workbook
from anju.exchange.catalogue import data_sheets, in_order
from anju.exchange.layout import ROOM, Layout, heading
from anju.exchange.words_sheet import HIDDEN, SHOWN, words
from anju.facts._column import Column, Kind
from anju.facts.snapshot import Head, freeze
from anju.facts.store import TABLES
from anju.kernel.assurance import RowAssurance
from anju.kernel.credit_code import check_character
from anju.policy.loader import load_policy

HEAD = Head("150822", "磴口县", 2023, date(2024, 1, 30))
POLICY = load_policy()
SIGNS = string.ascii_letters + string.digits + "绿苑小区〔〕（）—、。 -_.,/"
LETTERS = st.text(st.sampled_from(SIGNS), min_size=1, max_size=12)
TEXTS = LETTERS.map(str.strip).filter(bool)
CODES = st.text(st.sampled_from("0123456789ABCDEFGHJKLMNPQRTUWXY"), min_size=9, max_size=9).map(
    lambda tail: (first := "91150822" + tail) + check_character(first)
)


BY_KIND: dict[Kind, st.SearchStrategy[Any]] = {
    Kind.TEXT: TEXTS,
    Kind.COUNT: st.integers(0, 10**9),
    Kind.YEAR: st.integers(1900, 2100),
    Kind.DATE: st.dates(date(1900, 3, 1), date(2100, 12, 31)),
    Kind.FLAG: st.booleans(),
    Kind.SHARE: st.integers(0, 10**6),
}


def values(column: Column) -> st.SearchStrategy[Any]:
    """What a column may hold, as stored."""
    if column.name.endswith("_code"):
        return CODES
    if column.kind is Kind.CODE:
        codes = POLICY.vocabularies[column.vocabulary].terms
        return st.sampled_from([code for code in codes if code != RowAssurance.RECORDED.value])
    return BY_KIND.get(column.kind, st.integers(-(10**15), 10**15))


def rows_of(draw: st.DrawFn, name: str, codes: list[str]) -> pa.Table:
    """Rows of one table with different keys, about the communities that there are."""
    table, rows = TABLES[name], {}
    for number in range(len(codes) if name == "communities" else draw(st.integers(0, 4))):
        row: dict[str, Any] = {"region": HEAD.region}
        for column in table.columns[1:]:
            if column.name == "community":
                row["community"] = codes[number] if name == "communities" else draw(st.sampled_from(["*", *codes]))
            else:
                blank = not column.required and draw(st.booleans())
                row[column.name] = None if blank else draw(values(column))
        rows[tuple(row[part] for part in table.key)] = row
    # A name that is another community's id would be taken for the id.
    kept = [row | {"name": None} if name == "communities" else row for row in rows.values()]
    return pa.Table.from_pylist(kept, schema=table.arrow)


@st.composite
def tables(draw: st.DrawFn) -> dict[str, pa.Table]:
    """A few rows in some tables: keys differ, communities are those of the sheet 小区."""
    ids = TEXTS.filter(lambda text: text != "全县")
    codes = draw(st.lists(ids, max_size=4, unique_by=lambda text: text.casefold().replace(" ", "")))
    names = draw(st.sets(st.sampled_from(sorted(set(TABLES) - {"regions"})), max_size=5))
    return {name: rows_of(draw, name, codes) for name in sorted(names | {"communities"})}


@settings(max_examples=25)
@given(tables())
def test_what_is_written_reads_back_as_the_same_facts(found: dict[str, pa.Table]) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.xlsx"
        write_workbook(path, HEAD, found, POLICY)
        read = read_file(path)
    assert said(read.findings) == []
    assert read.head == HEAD
    regions = [{"region": HEAD.region, "name": HEAD.region_name, "assurance": "stated"}]
    found["regions"] = pa.Table.from_pylist(regions, schema=TABLES["regions"].arrow)
    assert freeze(HEAD, read.tables).hash == freeze(HEAD, found).hash
    for name, rows in found.items():
        assert read.tables[name].to_pylist() == rows.to_pylist()


def test_a_real_county_reads_back_as_the_same_facts(tmp_path: Path) -> None:
    head, rows = dengkou.head(), dengkou.tables(POLICY)
    path = tmp_path / "磴口.xlsx"
    write_workbook(path, head, rows, POLICY)
    read = read_file(path)
    assert said(read.findings) == []
    assert freeze(head, read.tables).hash == freeze(head, rows).hash


def test_the_same_facts_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a", "b"):
        write_workbook(tmp_path / f"{name}.xlsx", dengkou.head(), dengkou.tables(POLICY), POLICY)
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_a_county_has_one_workbook(tmp_path: Path) -> None:
    rows = [{"region": "150821", "community": "C1", "assurance": "stated"}]
    other = {"communities": pa.Table.from_pylist(rows, schema=TABLES["communities"].arrow)}
    with pytest.raises(ValueError, match="一本工作簿只能是一个县"):
        write_workbook(tmp_path / "a.xlsx", HEAD, other, POLICY)
    assert not (tmp_path / "a.xlsx").exists()


def test_a_workbook_that_cannot_be_written_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        write_template(tmp_path / "没有" / "a.xlsx", POLICY)
    assert list(tmp_path.iterdir()) == []


def test_the_template_has_a_sheet_for_each_table_behind_the_cover() -> None:
    book = openpyxl.load_workbook(io.BytesIO(template()))
    assert book.sheetnames == [*(sheet.name for sheet in in_order()), SHOWN, HIDDEN]
    assert book.active is not None
    assert book.active.title == "封面"
    for sheet in data_sheets():
        layout = Layout(sheet)
        assert book[sheet.name].print_title_rows == f"${layout.GROUPS + 1}:${layout.head_row + 1}"
    assert book[HIDDEN].sheet_state == "hidden"
    assert {sheet.table.name for sheet in in_order()} == set(TABLES)
    orders = [sheet.order for sheet in in_order()]
    assert len(set(orders)) == len(orders)


def test_an_empty_template_says_only_that_its_cover_is_empty(tmp_path: Path) -> None:
    path = tmp_path / "模板.xlsx"
    path.write_bytes(template())
    assert {(f.code, f.where.sheet) for f in read_file(path).findings} == {("sheet/missing_value", "封面")}


@pytest.mark.parametrize("sheet", data_sheets(), ids=lambda sheet: sheet.table.name)
def test_each_sheet_has_what_an_officer_needs(sheet: Any) -> None:
    book = openpyxl.load_workbook(io.BytesIO(template()))
    raw, layout = book[sheet.name], Layout(sheet)
    assert raw["A1"].value == sheet.name
    assert raw["A2"].value == "\n".join(sheet.about)
    assert raw[raw.freeze_panes].row == layout.first_row + 1
    assert raw.cell(layout.example_row + 1, 1).value == "示例"
    merged = {str(span) for span in raw.merged_cells.ranges}
    for column in sheet.shown:
        place = layout.place(column.name)
        row = layout.head_row if layout.grouped(place) else layout.GROUPS
        assert raw.cell(row + 1, place + 1).value == heading(column)
    for group in sheet.groups:
        first = raw.cell(layout.GROUPS + 1, layout.place(group.columns[0]) + 1)
        assert first.value == group.title
        assert len(group.columns) == 1 or any(span.startswith(f"{first.coordinate}:") for span in merged)


def test_drop_downs_come_from_the_hidden_word_lists() -> None:
    book = openpyxl.load_workbook(io.BytesIO(template()))
    for sheet in data_sheets():
        raw, layout = book[sheet.name], Layout(sheet)
        rules = {str(rule.sqref): rule for rule in raw.data_validations.dataValidation if rule.type == "list"}
        for column in sheet.shown:
            if column.kind not in (Kind.CODE, Kind.FLAG):
                continue
            letter = openpyxl.utils.get_column_letter(layout.place(column.name) + 1)
            rule = rules[f"{letter}{layout.first_row + 1}:{letter}{ROOM}"]
            name, _, span = rule.formula1.partition("!")
            assert name.strip("'") == HIDDEN
            offered = [row[0].value for row in book[HIDDEN][span.replace("$", "")]]
            assert offered == words(column, POLICY)
            assert "系统记录" not in offered


def test_only_the_cover_names_the_region() -> None:
    for sheet in data_sheets():
        assert "region" not in {column.name for column in sheet.shown}
    assert {sheet.name for sheet in in_order()} == set(NAMED)
