"""What the reader of cells leaves out is found in the bytes, however they are cut into pieces."""

import io
import zipfile

import fastexcel
import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from anju.exchange.sheet_scan import SheetScan, SheetScanner, long_numbers

HEAD = b'<worksheet xmlns="x"><dimension ref="A1:D9"/><sheetData>'
TAIL = b'</sheetData><mergeCells count="1"><mergeCell ref="B3:C4"/></mergeCells><rowBreaks count="0"/></worksheet>'
ROWS = (
    b'<row r="1"><c r="B1" t="s"><v>0</v></c></row>'
    b'<row r="2"><c r="B2"><f>1+1</f><v>2</v></c><c r="C2"><f>A1&amp;"x"</f></c><c r="D2"><f>1+1</f><v></v></c></row>'
    b'<row r="3" s="1"/>'
    b'<row r="4"><c r="A4" s="3"/><c r="B4"><f t="array" ref="B4"/><v/></c><c r="C4" t="str"><f>""</f><v></v></c></row>'
    b'<row r="5"><c r="D5" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>'
)
FOUND = SheetScan(
    rows=5,
    values=5,
    offset=1,
    uncalculated={(1, 2): 'A1&"x"', (1, 3): "1+1", (3, 1): ""},
    errors={(4, 3): "#DIV/0!"},
    merged=[(2, 1, 3, 2)],
)


def scan(content: bytes, size: int = 1 << 20) -> SheetScan:
    scanner = SheetScanner()
    for start in range(0, len(content), size):
        scanner.feed(content[start : start + size])
    return scanner.close()


def test_uncalculated_formulas_errors_and_merges_are_found() -> None:
    assert scan(HEAD + ROWS + TAIL) == FOUND


@given(st.integers(1, 400))
def test_the_size_of_the_pieces_makes_no_difference(size: int) -> None:
    assert scan(HEAD + ROWS + TAIL, size) == FOUND


@given(st.integers(1, 400))
def test_a_prefix_on_every_tag_makes_no_difference(size: int) -> None:
    plain = HEAD.replace(b"xmlns", b"xmlns:x") + ROWS + TAIL
    assert scan(plain.replace(b"</", b"</x:").replace(b"<", b"<x:").replace(b"<x:/x:", b"</x:"), size) == FOUND


def test_cells_that_do_not_say_where_they_are_begin_at_the_first_column() -> None:
    assert scan(HEAD + b"<row><c><v>1</v></c></row></sheetData></worksheet>").offset == 0


@pytest.mark.parametrize("first", ["A1", "C4", "AA30"])
def test_the_first_used_column_is_the_readers(first: str) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet[first] = "头"
    sheet[first].offset(3, 2).value = 5
    sheet["B2"].style = "Good"
    content = io.BytesIO()
    book.save(content)
    scanned = openpyxl.load_workbook(io.BytesIO(content.getvalue())).worksheets[0]
    loaded = fastexcel.read_excel(content.getvalue()).load_sheet(0, header_row=None, skip_rows=0, dtypes="string")
    assert loaded.to_arrow().column(0).to_pylist()[scanned[first].row - 1] == "头"
    with zipfile.ZipFile(content) as package:
        assert scan(package.read("xl/worksheets/sheet1.xml")).offset == scanned[first].column - 1


def test_long_numbers_are_told_from_long_texts() -> None:
    rows = (
        b'<row r="1"><c r="A1"><v>911508220000000000</v></c><c r="B1" t="s"><v>1234567890123456</v></c>'
        b'<c r="C1"><v>9.1150822000000003E+17</v></c><c r="D1"><f>A1</f><v>1e+20</v></c>'
        b'<c r="E1"><v>123456789</v></c></row>'
    )
    assert long_numbers(HEAD + rows + TAIL) == {(0, 0), (0, 2), (0, 3)}
