"""写一张工作表：标题、说明、合并的表头、示例行、下拉列表、冻结窗格，然后逐行写数据。"""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from typing import Any

import pyarrow as pa

from anju.exchange._sheet import EXAMPLE, INDEX, Sheet
from anju.exchange.book import Book, wide
from anju.exchange.catalogue import SHEETS
from anju.exchange.cell_writer import Pen
from anju.exchange.coordinates import letters
from anju.exchange.layout import BLANK_ROWS, ROOM, Layout, aligned, cell_style, column_width, heading
from anju.exchange.words_sheet import WordLists
from anju.facts._column import Column, Kind
from anju.facts._table import COMMUNITY
from anju.policy.loader import Policy


class SheetWriter:
    """One sheet being written.

    `headings` replaces what a column's heading says; `own` are the headings of the officer's own columns, which stand
    at the right; `without` names columns left out; `red` marks the headings at these sheet columns.
    """

    def __init__(  # noqa: PLR0913 — the parts a sheet is made of
        self,
        book: Book,
        lists: WordLists,
        sheet: Sheet,
        policy: Policy,
        *,
        headings: Mapping[str, str] | None = None,
        own: Sequence[str] = (),
        without: Container[str] = (),
        red: frozenset[int] = frozenset(),
    ) -> None:
        self.book, self.lists, self.sheet = book, lists, sheet
        self.layout = Layout(sheet, without)
        self.raw = book.sheet(sheet.name)
        self.pen = Pen(self.raw, policy)
        self._headings, self._own, self._red = headings or {}, own, red
        self._styles = {column.name: cell_style(book, column, align=aligned(column)) for column in self.layout.columns}
        self._write_title()
        self._write_head()
        self._write_example()
        self._prepare_columns()
        self.raw.freeze_panes(self.layout.first_row, self._frozen())
        self.raw.repeat_rows(self.layout.GROUPS, self.layout.head_row)

    def write_rows(self, rows: pa.Table, blank: Mapping[str, Any]) -> None:
        """Write stored rows below the example; a value equal to its default in `blank` leaves the cell empty."""
        for number in range(rows.num_rows):
            self.raw.write_number(self.layout.first_row + number, 0, number + 1, self._style_at(0))
        for column in self.layout.columns:
            place, style = self.layout.place(column.name), self._styles[column.name]
            for row, value in enumerate(rows[column.name].to_pylist(), self.layout.first_row):
                shown = None if value == blank.get(column.name) else value
                self.pen.put((row, place), column, shown, style)
        self.rule(rows.num_rows)

    def rule(self, filled: int) -> None:
        """Frame the empty rows up to where a blank form ends."""
        for row in range(self.layout.first_row + filled, self.layout.first_row + BLANK_ROWS):
            for place in range(self.layout.width):
                self.raw.write_blank(row, place, None, self._style_at(place))

    def head_cell(self, place: int) -> tuple[int, int]:
        """Where a column's heading stands, for a comment on it."""
        return (self.layout.head_row if self.layout.grouped(place) else self.layout.GROUPS), place

    def _style_at(self, place: int) -> Any:
        column = self.layout.at(place)
        return self._styles[column.name] if column else self.book.style("cell", align="center")

    def _write_title(self) -> None:
        layout = self.layout
        self.raw.set_row(layout.TITLE, 30)
        self.raw.write_string(layout.TITLE, 0, self.sheet.name, self.book.style("title"))
        # Merged no wider than a screen shows, so that nobody must scroll to read what to do.
        last = next((p for p in range(layout.width) if self._reach(p) >= 110), layout.width - 1)
        room = self._reach(last)
        lines = sum(1 + (wide(line) - 1) // room for line in self.sheet.about)
        self.raw.set_row(layout.ABOUT, 15 * lines + 6)
        text = "\n".join(self.sheet.about)
        self.raw.merge_range(layout.ABOUT, 0, layout.ABOUT, max(last, 1), text, self.book.style("about"))

    def _reach(self, place: int) -> int:
        """Width of the sheet up to and with a column."""
        return 6 + sum(column_width(column) for column in self.layout.columns[:place])

    def _write_head(self) -> None:
        layout = self.layout
        self._head_cell(0, INDEX, "head")
        for group in self.layout.groups:
            places = [layout.place(name) for name in group.columns]
            style = self.book.style("group")
            if len(places) > 1:
                self.raw.merge_range(layout.GROUPS, places[0], layout.GROUPS, places[-1], group.title, style)
            else:
                self.raw.write_string(layout.GROUPS, places[0], group.title, style)
        self.raw.set_row(layout.head_row, 32)
        for column in self.layout.columns:
            text = self._headings.get(column.name, heading(column))
            self._head_cell(layout.place(column.name), text, "must" if column.required else "head")
        for place, text in enumerate(self._own, layout.width):
            self._head_cell(place, text, "own")

    def _head_cell(self, place: int, text: str, look: str) -> None:
        layout = self.layout
        style = self.book.style("bad_head" if place in self._red else look)
        if layout.head_row > layout.GROUPS and not layout.grouped(place):
            self.raw.merge_range(layout.GROUPS, place, layout.head_row, place, text, style)
        else:
            self.raw.write_string(layout.head_row, place, text, style)

    def _write_example(self) -> None:
        row, look = self.layout.example_row, {"font_color": "#6e7781", "italic": True, "bg_color": "#f0f2f4"}
        self.raw.write_string(row, 0, EXAMPLE, self.book.style("text", align="center", **look))
        for column in self.layout.columns:
            style = self.book.style("text", align=aligned(column), **look)
            self.raw.write_string(row, self.layout.place(column.name), self.sheet.example.get(column.name, ""), style)

    def _prepare_columns(self) -> None:
        self.raw.set_column(0, 0, 6)
        for column in self.layout.columns:
            place = self.layout.place(column.name)
            self.raw.set_column(place, place, column_width(column))
            self._offer(column, place)
        if self._own:
            self.raw.set_column(self.layout.width, self.layout.width + len(self._own) - 1, 14)
        text = [letters(self.layout.place(column.name)) for column in self.layout.columns if column.kind is Kind.TEXT]
        if text:
            ranges = " ".join(f"{name}{self.layout.first_row + 1}:{name}{ROOM}" for name in text)
            self.raw.ignore_errors({"number_stored_as_text": ranges})

    def _offer(self, column: Column, place: int) -> None:
        """Drop-down and the help that shows when a cell is chosen."""
        rule: dict[str, Any] = {"validate": "any"}
        source = self.lists.source(column)
        if source:
            rule = {"validate": "list", "source": source, "error_title": "请选下拉列表里的词"}
            rule["error_message"] = f"“{column.zh}”只能填下拉列表里的词；不知道就空着。"
        elif column.name == COMMUNITY.name and self.sheet is not SHEETS["communities"]:
            rule = {"validate": "list", "source": _community_names(), "show_error": False}
        said = self.sheet.help.get(column.name, "")
        if said:
            rule |= {"input_title": column.zh[:32], "input_message": said}
        if len(rule) > 1:
            self.raw.data_validation(self.layout.first_row, place, ROOM - 1, place, rule)

    def _frozen(self) -> int:
        """Columns that stay in sight: up to what names the row, when that stands near the left."""
        named = [self.layout.place(c.name) for c in self.layout.columns if c.required]
        return named[0] + 1 if named and named[0] <= 3 else 1


def _community_names() -> str:
    """The names typed on the sheet 小区, as the drop-down of every other sheet's column 小区."""
    sheet = SHEETS["communities"]
    layout = Layout(sheet)
    name = letters(layout.place("name"))
    return f"='{sheet.name}'!${name}${layout.first_row + 1}:${name}${layout.first_row + 500}"
