"""指标工作簿：打得开、合并对、数是数、每个数连到来源，打印一页宽，样张页页写明。"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from assessed import complete, dengkou, nothing
from reports.annexes._walk import area

from anju.figures.book import Book
from anju.kernel.catalogue import walk_modules
from anju.reports.document import Grid, Printed, words
from anju.reports.writers.xlsx import write
from anju.reports.writers.xlsx.grid_sheet import Sheet
from anju.reports.writers.xlsx.look import SAMPLE
from anju.reports.writers.xlsx.numbers import number
from anju.reports.writers.xlsx.trace_sheet import NAME
from anju.reports.writers.xlsx.writer import _sheets

HASH = re.compile(r"[0-9a-f]{8}")
BOOKS = {"dengkou": dengkou, "complete": complete, "nothing": nothing}


Written = tuple[Book, list[Sheet], Any]


@pytest.fixture(scope="module", params=list(BOOKS))
def written(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Written:
    """A county, the sheets asked for, and the workbook as another program reads it."""
    book = BOOKS[request.param]()
    path = tmp_path_factory.mktemp(request.param) / "indicators.xlsx"
    write(book, path)
    return book, list(_sheets(book)), openpyxl.load_workbook(path)


def test_there_is_a_sheet_for_every_table_and_one_of_sources(written: Written) -> None:
    book, _, workbook = written
    names = workbook.sheetnames
    assert names[:2] == ["评分表", "逐项依据"]
    assert names[-1] == NAME
    modules = walk_modules("anju.reports.annexes", None).values()
    tables = sum(isinstance(block, Grid) for module in modules for block in module.blocks(book))
    assert len(names) == tables + 2


def test_merges_are_those_of_the_tables(written: Written) -> None:
    _, sheets, workbook = written
    for sheet in sheets:
        area(sheet.grid)
        wanted = sum((cell.columns, cell.rows) != (1, 1) for row in sheet.grid.rows for cell in row)
        ranges = workbook[sheet.name].merged_cells.ranges
        head = _top(workbook[sheet.name], sheet.grid)
        assert sum(each.min_row >= head for each in ranges) - bool(sheet.grid.note) == wanted, sheet.name


def _top(raw: Any, grid: Grid) -> int:
    """The row, from 1, in which the table's first cell stands."""
    first = words(grid.rows[0][0].runs)
    return next(cell.row for (cell,) in raw.iter_rows(min_row=2, max_col=1) if cell.value == first)


def test_amounts_are_numbers_that_lead_to_their_sources(written: Written) -> None:
    _, sheets, workbook = written
    sources = {row[0].coordinate: row[0].value for row in workbook[NAME].iter_rows(min_row=4)}
    for sheet in sheets:
        raw = workbook[sheet.name]
        top = _top(raw, sheet.grid)
        for row, cells in enumerate(area(sheet.grid)):
            for column, cell in enumerate(cells):
                found = number(cell) if cell is not None else None
                here = raw.cell(top + row, column + 1)
                if found is None or cell is None or here.value is None:
                    continue
                assert abs(here.value - float(found.value)) < 1e-9, here.coordinate
                assert here.number_format == found.format
                assert here.alignment.shrink_to_fit  # else one that is too wide is shown as ###
                id = next(run.figure.id for run in cell.runs if isinstance(run, Printed))
                assert sources[here.hyperlink.location.partition("!")[2]] == id


def test_no_amount_is_a_text_and_none_a_formula(written: Written) -> None:
    for sheet in written[2].worksheets[:-1]:
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type != "f", cell.coordinate
                if cell.data_type == "s" and not HASH.fullmatch(cell.value):
                    assert not str(cell.value).replace(",", "").replace(".", "").isdecimal(), (sheet.title, cell.value)


def test_pages_are_a4_one_wide_with_repeated_heads(written: Written) -> None:
    book, sheets, workbook = written
    for sheet in sheets:
        raw = workbook[sheet.name]
        assert (raw.page_setup.paperSize, raw.page_setup.fitToHeight) == (9, 0)
        assert raw.sheet_properties.pageSetUpPr.fitToPage
        assert raw.page_setup.fitToWidth in (None, 1)  # one is what no word of it means
        assert raw.page_setup.orientation == ("landscape" if sheet.landscape else "portrait")
        assert bool(raw.print_title_rows) == bool(sheet.grid.heads)
        assert bool(raw.freeze_panes) == bool(sheet.grid.heads)
        assert f"{book.assessment.snapshot.head.year}年度" in raw.oddHeader.left.text
        assert "&P" in raw.oddFooter.center.text


def test_only_a_workbook_with_made_up_figures_is_a_sample(written: Written) -> None:
    book, sheets, workbook = written
    made_up = any(each.figure.illustrative for sheet in sheets for each in sheet.printed())
    assert made_up is (book is dengkou())
    for sheet in workbook.worksheets:
        assert (SAMPLE in (sheet.oddHeader.center.text or "")) is made_up, sheet.title


def test_the_same_book_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a", "b"):
        write(nothing(), tmp_path / name)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_libreoffice_opens_it_and_no_number_is_too_wide(require: Callable[[str], str], tmp_path: Path) -> None:
    write(dengkou(), tmp_path / "indicators.xlsx")
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    # Every sheet, UTF-8, cells as they are shown.
    kind = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,-1"
    command = [require("libreoffice"), profile, "--headless", "--convert-to", kind]
    command += ["--outdir", str(tmp_path), str(tmp_path / "indicators.xlsx")]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    found = {path.stem.partition("-")[2]: path.read_text(encoding="utf-8") for path in tmp_path.glob("*.csv")}
    assert set(found) == set(openpyxl.load_workbook(tmp_path / "indicators.xlsx").sheetnames)
    assert "###" not in "".join(found.values())
    assert "2,100.01" in found["改造小区一览表"]
    assert "年度资金总额" in found["区域（项目）绩效自评表"]
