"""Tables: spans in both directions as Word and LibreOffice want them, heads repeated, rows whole, widths fixed."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from reports.documents import document, form, indicators
from reports.writers.docx.parts import W, part, text, written

from anju.reports.document import Annex, Cell, Grid
from anju.reports.writers.docx.tables import shared


def tables(path: Path) -> list[etree._Element]:
    """All but the red mark."""
    return part(path).findall(f".//{W}tbl")[1:]


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("tables"), document(annexes=(Annex("表", (form(),), landscape=True),)))


def merges(table: etree._Element, column: int) -> list[str | None]:
    """vMerge of the cells at a place of each row."""
    found = []
    for row in table.iterfind(f"{W}tr"):
        merge = row.findall(f"{W}tc")[column].find(f"{W}tcPr/{W}vMerge")
        found.append(None if merge is None else merge.get(f"{W}val"))
    return found


def test_a_merged_cell_begins_once_and_goes_on_below(path: Path) -> None:
    first, _ = tables(path)
    assert merges(first, 0)[:8] == [None, "restart", *["continue"] * 5, "restart"]
    assert merges(first, 1)[:8] == [None, *["restart", "continue", "continue"] * 2, "restart"]
    goes_on = first.findall(f"{W}tr")[2].findall(f"{W}tc")[0]
    assert text(goes_on) == ""
    assert len(goes_on.findall(f"{W}p")) == 1


def test_every_row_fills_the_grid(path: Path) -> None:
    for table in tables(path):
        columns = table.findall(f"{W}tblGrid/{W}gridCol")
        widths = [int(each.get(f"{W}w")) for each in columns]
        assert sum(widths) == int(table.find(f"{W}tblPr/{W}tblW").get(f"{W}w"))
        for row in table.iterfind(f"{W}tr"):
            spans = [cell.find(f"{W}tcPr/{W}gridSpan") for cell in row.iterfind(f"{W}tc")]
            assert sum(1 if span is None else int(span.get(f"{W}val")) for span in spans) == len(columns)
            assert sum(int(each.get(f"{W}w")) for each in row.iterfind(f"{W}tc/{W}tcPr/{W}tcW")) == sum(widths)


def test_heads_repeat_and_no_row_breaks(path: Path) -> None:
    first, wide = tables(path)
    assert [len(table.findall(f"{W}tr/{W}trPr/{W}tblHeader")) for table in (first, wide)] == [1, 2]
    for table in (first, wide):
        assert len(table.findall(f"{W}tr/{W}trPr/{W}cantSplit")) == len(table.findall(f"{W}tr"))
        assert table.find(f"{W}tblPr/{W}tblLayout").get(f"{W}type") == "fixed"


def test_a_wide_table_is_as_wide_as_its_page_and_set_smaller(path: Path) -> None:
    first, wide = tables(path)
    assert int(wide.find(f"{W}tblPr/{W}tblW").get(f"{W}w")) > int(first.find(f"{W}tblPr/{W}tblW").get(f"{W}w"))
    styles = {each.get(f"{W}val") for each in wide.iter(f"{W}pStyle")}
    assert styles == {"SmallCell", "SmallCellHead"}


def test_lines_above_a_table_stay_with_it(path: Path) -> None:
    kept = {
        style.find(f"{W}name").get(f"{W}val")
        for style in part(path, "word/styles.xml").iter(f"{W}style")
        if style.find(f"{W}pPr/{W}keepNext") is not None
    }
    assert {
        "公文表题",
        "公文单位行",
        "公文一级标题",
        "公文二级标题",
        "公文三级标题",
        "公文附件标题",
    } <= kept


def going_along(table: etree._Element) -> list[int]:
    """Rows all of whose paragraphs stay with the next row."""
    found = []
    for number, row in enumerate(table.iterfind(f"{W}tr"), 1):
        paragraphs = list(row.iter(f"{W}p"))
        if all(each.find(f"{W}pPr/{W}keepNext") is not None for each in paragraphs):
            found.append(number)
    return found


def test_heads_stay_with_what_they_head_and_the_last_row_with_its_note(path: Path, tmp_path: Path) -> None:
    first, wide = tables(path)
    # A row of heads at the side is no head: LibreOffice would move a table whose every row goes along.
    assert going_along(first) == [1, len(first.findall(f"{W}tr"))]
    assert going_along(wide) == [1, 2]
    rows = ((Cell(("甲",)), Cell(("乙",))), (Cell(("一组",), columns=2),), (Cell(("丙",), head=True), Cell(("丁",))))
    (grouped,) = tables(written(tmp_path, document(annexes=(Annex("表", (Grid((1, 1), rows),)),))))[1:]
    assert going_along(grouped) == [1, 2]


def test_cells_that_do_not_fit_are_refused(tmp_path: Path) -> None:
    for rows in (((Cell(("甲",), columns=3),),), ((Cell(("甲",)),),), ((Cell(rows=2), Cell()),)):
        told = document(annexes=(Annex("坏表", (Grid((1, 1), rows),)),))
        with pytest.raises(ValueError, match="表格"):
            written(tmp_path, told)


def test_a_table_over_two_pages_is_what_the_tests_look_at() -> None:
    assert len(indicators().rows) > 50


@given(st.lists(st.integers(1, 90), min_size=1, max_size=20), st.integers(2000, 15000))
def test_widths_are_shared_to_the_last_twip(shares: list[int], width: int) -> None:
    found = shared(shares, width)
    assert sum(found) == width
    assert all(abs(part - width * share / sum(shares)) < 1 for part, share in zip(found, shares, strict=True))
