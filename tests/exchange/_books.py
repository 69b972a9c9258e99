"""Workbooks as an officer would fill them: the template, opened and saved by another program."""

from __future__ import annotations

import io
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import openpyxl
from openpyxl.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from anju.exchange import ReadWorkbook, read_workbook, write_template
from anju.exchange._sheet import Sheet
from anju.exchange.catalogue import SHEETS, data_sheets, in_order
from anju.exchange.cover import FIELDS
from anju.exchange.cover_writer import FIRST_FIELD, VALUE
from anju.exchange.layout import BLANK_ROWS, Layout
from anju.exchange.words_sheet import HIDDEN, SHOWN
from anju.kernel.finding import Finding, Severity
from anju.policy.loader import load_policy

COVER = {"区划代码": "150822", "县名称": "磴口县", "计划年度": 2023, "截至日期": "2024年1月30日"}
NAMED = {sheet.name: sheet for sheet in in_order()}


@cache
def template() -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "模板.xlsx"
        write_template(path, load_policy())
        return path.read_bytes()


@cache
def bare() -> bytes:
    """The template without its word lists and ruled empty rows, which cost openpyxl most of its time."""
    book = openpyxl.load_workbook(io.BytesIO(template()))
    for name in (HIDDEN, SHOWN):
        del book[name]
    for sheet in data_sheets():
        book[sheet.name].delete_rows(Layout(sheet).first_row + 1, BLANK_ROWS)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


class Typed:
    """A copy of the template being filled in; rows go below the example. `book` is openpyxl's own."""

    def __init__(self, **cover: Any) -> None:
        self.book = openpyxl.load_workbook(io.BytesIO(bare()))
        self._rows: dict[str, int] = {}
        for label, value in (COVER | cover).items():
            self.cover_cell(label).value = value

    def cover_cell(self, label: str) -> Cell:
        row = FIRST_FIELD + [column.zh for column in FIELDS].index(label)
        return cell(self.sheet("封面"), row, VALUE)

    def sheet(self, name: str) -> Worksheet:
        found = self.book[name]
        assert isinstance(found, Worksheet)
        return found

    def add(self, name: str, written: Mapping[str, Any]) -> int:
        """Type one row, by the columns' Chinese names; gives its row number in the sheet."""
        layout = Layout(NAMED[name])
        row = self._rows.get(name, layout.first_row)
        self._rows[name] = row + 1
        for title, value in written.items():
            cell(self.sheet(name), row, layout.place(column_name(NAMED[name], title))).value = value
        return row + 1

    def head(self, name: str, title: str) -> Cell:
        """The heading cell of a column, wherever the merged rows put it."""
        layout = Layout(NAMED[name])
        place = layout.place(column_name(NAMED[name], title))
        return cell(self.sheet(name), layout.head_row if layout.grouped(place) else layout.GROUPS, place)

    def save(self, folder: Path, name: str = "台账.xlsx") -> Path:
        path = folder / name
        self.book.save(path)
        return path

    def read(self, folder: Path, **options: Any) -> ReadWorkbook:
        return read_workbook(self.save(folder), policy=load_policy(), **options)


def cell(sheet: Worksheet, row: int, place: int) -> Cell:
    """A cell by row and column counted from 0."""
    found = sheet.cell(row + 1, place + 1)
    assert isinstance(found, Cell)
    return found


def column_name(sheet: Sheet, title: str) -> str:
    return next(column.name for column in sheet.shown if column.zh == title)


def read_file(path: Path, **options: Any) -> ReadWorkbook:
    return read_workbook(path, policy=load_policy(), **options)


def errors(read: ReadWorkbook) -> list[Finding]:
    return [finding for finding in read.findings if finding.severity is Severity.ERROR]


def said(findings: list[Finding]) -> list[str]:
    """Findings as one line each, for a failing test to print."""
    return [f"{f.code} {f.where.sheet} {f.where.cell} {f.message}" for f in findings]


__all__ = ["COVER", "NAMED", "SHEETS", "Typed", "cell", "column_name", "errors", "read_file", "said", "template"]
