"""写县级工作簿：空白模板，或填好的工作簿。"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pyarrow as pa

from anju.exchange.book import Book, new_book
from anju.exchange.catalogue import COVER, data_sheets
from anju.exchange.cover import TITLE
from anju.exchange.cover_writer import CoverWriter
from anju.exchange.sheet_writer import SheetWriter
from anju.exchange.words_sheet import WordLists, write_meanings
from anju.facts.snapshot import Head
from anju.kernel.assurance import RowAssurance
from anju.policy.loader import Policy


def write_template(path: Path, policy: Policy) -> None:
    """Write the empty county workbook. OSError when the file cannot be written."""
    with county_book(path, policy) as (book, lists):
        CoverWriter(book, lists, policy)
        for sheet in data_sheets():
            SheetWriter(book, lists, sheet, policy).rule(0)


def write_workbook(path: Path, head: Head, tables: Mapping[str, pa.Table], policy: Policy) -> None:
    """Write a filled workbook that reads back as the same facts. Tables in their declared schemas, absent ones empty.

    Rows that the system recorded are written as 系统记录, which no workbook may claim when it is read. OSError when
    the file cannot be written; ValueError for rows of another region than the head's.
    """
    for name, rows in tables.items():
        if set(rows["region"].to_pylist()) - {head.region}:
            raise ValueError(f"{name}里有别的县的行，一本工作簿只能是一个县")
    with county_book(path, policy) as (book, lists):
        CoverWriter(book, lists, policy).write(_cover_values(head, tables.get(COVER.table.name)))
        blank = {"year": head.year, "assurance": RowAssurance.STATED.value}
        for sheet in data_sheets():
            rows = tables.get(sheet.table.name, sheet.table.empty())
            SheetWriter(book, lists, sheet, policy).write_rows(rows, blank)


@contextmanager
def county_book(path: Path, policy: Policy) -> Iterator[tuple[Book, WordLists]]:
    """A county workbook being written: the word lists stand last and hidden, their meaning before them."""
    with new_book(path, TITLE) as book:
        # XlsxWriter keeps sheets in the order of making; the lists must exist before what refers to them.
        lists = WordLists(book, policy)
        yield book, lists
        write_meanings(book, policy)
        sheets = book.raw.worksheets_objs
        sheets.append(sheets.pop(0))
        for index, sheet in enumerate(sheets):
            sheet.index = index
        sheets[0].activate()


def _cover_values(head: Head, regions: pa.Table | None) -> dict[str, Any]:
    row = regions.to_pylist()[0] if regions is not None and regions.num_rows else {}
    if row.get("assurance") == RowAssurance.STATED.value:
        row["assurance"] = None
    return {**row, "region": head.region, "name": head.region_name, "year": head.year, "as_of": head.as_of}
