"""写封面：县、年度、截至日期、填报单位，模板版本，各工作表的目录。"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from anju.exchange.book import Book, wide
from anju.exchange.catalogue import COVER, data_sheets
from anju.exchange.cell_writer import Pen
from anju.exchange.cover import FIELDS, HELP, TEMPLATE_VERSION, TITLE, VERSION_LABEL
from anju.exchange.layout import cell_style
from anju.exchange.words_sheet import WordLists
from anju.facts._column import Column, Kind
from anju.policy.loader import Policy

FIRST_FIELD = 3
VALUE = 1
_WIDTHS = (16, 44, 56)


class CoverWriter:
    """The cover being written; `place_of` tells where a field's value stands (row and column from 0)."""

    def __init__(self, book: Book, lists: WordLists, policy: Policy) -> None:
        self.book, self.lists = book, lists
        self.raw = book.sheet(COVER.name, landscape=False)
        self.pen = Pen(self.raw, policy)
        for place, width in enumerate(_WIDTHS):
            self.raw.set_column(place, place, width)
        self._write_head()
        for column in FIELDS:
            self._write_field(column)
        self._write_version()
        self._write_contents()

    def place_of(self, name: str) -> tuple[int, int]:
        return FIRST_FIELD + [column.name for column in FIELDS].index(name), VALUE

    def style_of(self, column: Column, **more: Any) -> Any:
        return cell_style(self.book, column, align="left", **more)

    def write(self, values: Mapping[str, Any]) -> None:
        """Fill in stored values by field name."""
        for column in FIELDS:
            self.pen.put(self.place_of(column.name), column, values.get(column.name), self.style_of(column))

    def _write_head(self) -> None:
        self.raw.set_row(0, 36)
        self.raw.write_string(0, 0, TITLE, self.book.style("title"))
        lines = sum(1 + (wide(line) - 1) // sum(_WIDTHS) for line in COVER.about)
        self.raw.set_row(1, 16 * lines + 8)
        self.raw.merge_range(1, 0, 1, len(_WIDTHS) - 1, "\n".join(COVER.about), self.book.style("about"))

    def _write_field(self, column: Column) -> None:
        row, place = self.place_of(column.name)
        self.raw.write_string(row, 0, f"{'* ' if column.required else ''}{column.zh}", self.book.style("label"))
        style = self.style_of(column)
        if column.kind is Kind.TEXT:
            style = self.style_of(column, text_wrap=True)
        self.raw.write_blank(row, place, None, style)
        self.raw.write_string(row, place + 1, HELP.get(column.name, ""), self.book.style("quiet"))
        source = self.lists.source(column)
        if source:
            self.raw.data_validation(row, place, row, place, {"validate": "list", "source": source})

    def _write_version(self) -> None:
        row = FIRST_FIELD + len(FIELDS)
        self.raw.write_string(row, 0, VERSION_LABEL, self.book.style("label"))
        self.raw.write_string(row, VALUE, TEMPLATE_VERSION, self.book.style("text", font_color="#57606a"))
        self.raw.write_string(row, VALUE + 1, "不要改动。", self.book.style("quiet"))

    def _write_contents(self) -> None:
        row = FIRST_FIELD + len(FIELDS) + 2
        self.raw.write_string(row, 0, "工作表", self.book.style("head"))
        self.raw.merge_range(row, 1, row, 2, "填什么", self.book.style("head"))
        for sheet in data_sheets():
            row += 1
            self.raw.write_url(row, 0, f"internal:'{sheet.name}'!A1", self.book.style("link"), sheet.name)
            self.raw.merge_range(row, 1, row, 2, sheet.purpose, self.book.style("cell"))
