"""一张工作表的版面：标题、说明、表头、示例行各在第几行，每一列叫什么、多宽、什么格式。"""

from __future__ import annotations

from collections.abc import Container
from typing import Any

from anju.exchange._sheet import Group, Sheet
from anju.exchange.book import Book
from anju.facts._column import Column, Kind

ROOM = 200_000
"""How many rows a sheet may have: formats and drop-downs reach so far, and the reader refuses more."""
BLANK_ROWS = 20
"""Ruled empty rows below the example, so that the sheet looks like the form it is."""

_LONG = ("description", "title", "words", "reason", "ordered_by", "document", "name", "address")
_WIDTHS = {
    Kind.TEXT: 15,
    Kind.CODE: 15,
    Kind.COUNT: 10,
    Kind.YEAR: 10,
    Kind.MONEY: 13,
    Kind.AREA: 12,
    Kind.QUANTITY: 11,
    Kind.SHARE: 10,
    Kind.DATE: 15,
    Kind.FLAG: 10,
}
_NUMBER_FORMATS = {
    Kind.COUNT: "#,##0",
    Kind.YEAR: "0",
    Kind.MONEY: "#,##0.00####",
    Kind.AREA: "#,##0.00####",
    Kind.QUANTITY: "General",
    Kind.DATE: 'yyyy"年"m"月"d"日"',
}
_LEFT = frozenset({Kind.TEXT, Kind.CODE})


class Layout:
    """Where things stand on a sheet; rows and columns count from 0. `without` names columns that are left out."""

    TITLE = 0
    ABOUT = 1
    FIRST_COLUMN = 1
    GROUPS = 2
    """The upper heading row; it is the heading row itself where nothing is grouped."""

    def __init__(self, sheet: Sheet, without: Container[str] = ()) -> None:
        self.columns = tuple(column for column in sheet.shown if column.name not in without)
        names = {column.name for column in self.columns}
        kept = [(group.title, tuple(name for name in group.columns if name in names)) for group in sheet.groups]
        self.groups = tuple(Group(title, columns) for title, columns in kept if columns)
        self._places = {column.name: self.FIRST_COLUMN + index for index, column in enumerate(self.columns)}

    @property
    def head_row(self) -> int:
        return self.GROUPS + 1 if self.groups else self.GROUPS

    @property
    def example_row(self) -> int:
        return self.head_row + 1

    @property
    def first_row(self) -> int:
        return self.head_row + 2

    def place(self, name: str) -> int:
        """The sheet column that holds a column of the table; the index stands before all. KeyError when left out."""
        return self._places[name]

    @property
    def width(self) -> int:
        """How many sheet columns are filled, the index included, the officer's own not."""
        return self.FIRST_COLUMN + len(self.columns)

    def at(self, place: int) -> Column | None:
        """The column at a place; None for the index and beyond."""
        return self.columns[place - self.FIRST_COLUMN] if self.FIRST_COLUMN <= place < self.width else None

    def grouped(self, place: int) -> bool:
        column = self.at(place)
        return column is not None and any(column.name in group.columns for group in self.groups)


def heading(column: Column) -> str:
    """What the heading says: a mark where no row may leave the cell empty, the unit on a line of its own."""
    unit = f"\n（{column.shown}）" if column.shown else ""
    words = column.zh.replace("：", "：\n")  # 档案：基本情况 breaks where it reads best
    return f"{'* ' if column.required else ''}{words}{unit}"


def column_width(column: Column) -> int:
    return 26 if column.kind is Kind.TEXT and column.name in _LONG else _WIDTHS[column.kind]


def cell_style(book: Book, column: Column, **more: Any) -> Any:
    """Format of a data cell. Shares are kept as text, so that 85% never turns into 0.85."""
    if column.kind is Kind.TEXT or (column.kind is Kind.SHARE and column.shown == "%"):
        return book.style("text", **more)
    format_ = _NUMBER_FORMATS.get(column.kind)
    return book.style("cell", **({"num_format": format_} if format_ else {}), **more)


def aligned(column: Column) -> str:
    """Figures stand right, words left, marks and dates in the middle."""
    if column.kind in _LEFT:
        return "left"
    return "center" if column.kind in (Kind.FLAG, Kind.DATE) else "right"
