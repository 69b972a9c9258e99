"""标红的工作簿：照模板重排，填的内容都在，读不准的格子标红并写批注；改好直接再交。"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from anju.exchange._sheet import Sheet
from anju.exchange.book import Book, wide
from anju.exchange.catalogue import COVER, data_sheets
from anju.exchange.coordinates import cell_name
from anju.exchange.cover import FIELDS
from anju.exchange.cover_writer import CoverWriter
from anju.exchange.findings_book import reading_order
from anju.exchange.marked_sheet import MarkedSheet, own_name, typed
from anju.exchange.sheet_writer import SheetWriter
from anju.exchange.words_sheet import WordLists
from anju.exchange.workbook_file import Grid
from anju.exchange.workbook_reader import LISTED, ReadWorkbook
from anju.exchange.workbook_writer import county_book
from anju.kernel.finding import Finding, Severity
from anju.policy.loader import Policy

MOST_COMMENTS = 20_000
"""Comments on one sheet; further cells are red without one, and the list says so. Excel labours beyond that."""
_MOST_LINKS = 60_000

_COLUMNS = (("序号", 6), ("级别", 7), ("工作表", 14), ("单元格", 9), ("原单元格", 9), ("说明", 90))
At = tuple[int, int]


@dataclass(frozen=True)
class _Listed:
    """A line of the list of problems: the finding and where it stands in this workbook."""

    finding: Finding
    sheet: str | None
    at: At | None


def write_marked(path: Path, read: ReadWorkbook, policy: Policy) -> None:
    """Write the workbook that goes back to the officer. OSError when the file cannot be written.

    Rebuilt from the sheet definitions with what was typed; his own columns stand at the right, his own sheets behind.
    """
    found: dict[str, list[Finding]] = defaultdict(list)
    for finding in read.findings:
        found[finding.where.sheet or ""].append(finding)
    with county_book(path, policy) as (book, lists):
        listing = book.sheet(LISTED)
        placed = _mark_cover(book, lists, read, found[COVER.name], policy)
        for sheet in data_sheets():
            placed += _mark_sheet(book, lists, sheet, read, found[sheet.name], policy)
        known = {sheet.name for sheet in data_sheets()}
        for tab, grid in read.unread.items():
            placed += _copy(book, tab, grid, [] if tab in known else found[tab])
        done = {each.finding for each in placed}
        placed += [_Listed(finding, None, None) for finding in read.findings if finding not in done]
        _list(book, listing, placed)


def _mark_sheet(  # noqa: PLR0913, PLR0917 — what a sheet is made of, and what is wrong with it
    book: Book, lists: WordLists, sheet: Sheet, read: ReadWorkbook, found: Sequence[Finding], policy: Policy
) -> list[_Listed]:
    """A sheet with what was typed; an empty one where none was read."""
    part = read.sheets.get(sheet.table.name)
    if part is None:
        raw = SheetWriter(book, lists, sheet, policy).raw
        placed = [_Listed(finding, sheet.name, (0, 0)) for finding in found]
    else:
        marked = MarkedSheet(book, lists, part, found, policy)
        raw = marked.writer.raw
        placed = [_Listed(finding, sheet.name, marked.place(finding)) for finding in found]
    _comment(raw, placed)
    return placed


def _mark_cover(
    book: Book, lists: WordLists, read: ReadWorkbook, found: Sequence[Finding], policy: Policy
) -> list[_Listed]:
    writer = CoverWriter(book, lists, policy)
    bad = {finding.where.column for finding in found if finding.severity is Severity.ERROR}
    for column in FIELDS:
        style = book.style("bad", align="left") if column.name in bad else writer.style_of(column)
        typed(writer.pen, writer.place_of(column.name), column, read.cover.typed.get(column.name), style)
    places = {column.name: writer.place_of(column.name) for column in FIELDS}
    placed = [_Listed(finding, COVER.name, places.get(finding.where.column or "", (0, 0))) for finding in found]
    _comment(writer.raw, placed)
    return placed


def _comment(raw: Any, placed: Sequence[_Listed]) -> None:
    """One comment a cell, with all that is said of it."""
    said: dict[At, list[str]] = defaultdict(list)
    for each in placed:
        if each.at is not None and each.finding.severity is Severity.ERROR:
            said[each.at].append(each.finding.message)
    for at, messages in list(said.items())[:MOST_COMMENTS]:
        text = "\n".join(messages)
        lines = sum(1 + wide(line) // 36 for line in text.split("\n"))
        raw.write_comment(
            *at,
            text,
            {"author": "安居", "font_name": "宋体", "font_size": 9, "width": 230, "height": 22 + 15 * lines},
        )


def _copy(book: Book, tab: str, grid: Grid, found: Sequence[Finding]) -> list[_Listed]:
    """A sheet that was not read, as it was typed."""
    raw = book.raw.add_worksheet(own_name(tab, [sheet.get_name() for sheet in book.raw.worksheets()]))
    for index, column in enumerate(grid.columns):
        for row, text in enumerate(column.to_pylist()):
            if text is not None:
                raw.write_string(row, grid.offset + index, text)
    for (row, place), formula in grid.scan.uncalculated.items():
        raw.write_string(row, place, f"={formula}")
    placed = [_Listed(finding, raw.get_name(), (0, 0)) for finding in found]
    _comment(raw, placed)
    return placed


def _list(book: Book, sheet: Any, placed: Sequence[_Listed]) -> None:
    """All problems on one sheet, each with a link to its cell."""
    errors = sum(each.finding.severity is Severity.ERROR for each in placed)
    sheet.set_row(0, 30)
    sheet.write_string(0, 0, "批注清单", book.style("title"))
    said = f"有 {errors} 处读不准，整本没有收。红色的格子都有批注；请在本工作簿里逐处改好，保存后直接再交。本页不读。"
    sheet.write_string(1, 0, said, book.style("quiet"))
    for place, (name, width) in enumerate(_COLUMNS):
        sheet.set_column(place, place, width)
        sheet.write_string(2, place, name, book.style("head"))
    for row, each in enumerate(sorted(placed, key=lambda each: reading_order(each.finding)), 3):
        finding = each.finding
        sheet.set_row(row, 16 * (1 + (wide(finding.message) - 1) // 90) + 6)
        sheet.write_number(row, 0, row - 2, book.style("centred"))
        sheet.write_string(row, 1, finding.severity.label, book.style(finding.severity.value))
        sheet.write_string(row, 2, finding.where.sheet or "", book.style("centred"))
        if each.at is not None and row < _MOST_LINKS:
            cell = cell_name(*each.at)
            sheet.write_url(row, 3, f"internal:'{each.sheet}'!{cell}", book.style("linked"), cell)
        else:
            sheet.write_string(row, 3, cell_name(*each.at) if each.at else "", book.style("centred"))
        sheet.write_string(row, 4, finding.where.cell or "", book.style("centred"))
        sheet.write_string(row, 5, finding.message, book.style("wrapped"))
    sheet.freeze_panes(3, 0)
    sheet.repeat_rows(2)
