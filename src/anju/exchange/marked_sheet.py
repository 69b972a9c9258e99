"""标红一张工作表：把填的内容按模板的列放好，记住每个格子从哪里来。"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from anju.exchange.book import BAD, Book
from anju.exchange.cell_writer import At, Pen
from anju.exchange.coordinates import row_and_place
from anju.exchange.data_rows import is_example
from anju.exchange.layout import Layout, aligned, cell_style, heading
from anju.exchange.sheet_head import Field
from anju.exchange.sheet_reader import ReadSheet
from anju.exchange.sheet_writer import SheetWriter
from anju.exchange.words_sheet import WordLists
from anju.facts._column import Column, Kind
from anju.kernel.finding import Finding, Severity
from anju.policy.loader import Policy

_PLAIN = re.compile(r"-?[0-9]{1,15}(\.[0-9]+)?")
_DATE = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2}) 00:00:00")


class MarkedSheet:
    """One sheet written back. `place` tells where a finding's cell has gone."""

    def __init__(
        self, book: Book, lists: WordLists, read: ReadSheet, findings: Sequence[Finding], policy: Policy
    ) -> None:
        self._book, self._read = book, read
        errors = [finding for finding in findings if finding.severity is Severity.ERROR]
        without = self._left_out(errors)
        layout = self._layout = Layout(read.sheet, without)
        own = self._place_columns()
        self._to = {row: layout.first_row + number for number, row in enumerate(self._kept_rows())}
        heads = [self._column_of(finding) for finding in errors if self._in_head(finding)]
        self.writer = SheetWriter(
            book,
            lists,
            read.sheet,
            policy,
            headings={each.column.name: _heading(each) for each in read.head.fields},
            own=[read.head.own.get(place, "") for place in own],
            without=without,
            red=frozenset(place for place in heads if place is not None),
        )
        self._write({self.place(finding) for finding in errors})

    def _place_columns(self) -> list[int]:
        """Settle where each column goes; gives the officer's own ones, which go to the right."""
        read, layout = self._read, self._layout
        self._columns = {each.place: layout.place(each.column.name) for each in read.head.fields}
        if read.head.index is not None:
            self._columns[read.head.index] = 0
        own = [place for place in range(read.grid.offset, read.grid.width) if self._is_own(place)]
        self._columns |= {place: layout.width + number for number, place in enumerate(own)}
        return own

    def place(self, finding: Finding) -> At:
        """Row and column in the new sheet; the title for what has no cell of its own."""
        if finding.where.cell is None:
            return 0, 0
        row, column = row_and_place(finding.where.cell)[0], self._column_of(finding)
        if row in self._to and column is not None:
            return self._to[row], column
        if self._in_head(finding) and column is not None:
            return self.writer.head_cell(column)
        return 0, 0

    def _left_out(self, errors: Sequence[Finding]) -> frozenset[str]:
        """A heading that nobody knows may be one of the missing columns: those are not put there empty beside it."""
        if not any(finding.code == "sheet/unknown_column" for finding in errors):
            return frozenset()
        present = {each.column.name for each in self._read.head.fields}
        return frozenset(column.name for column in self._read.sheet.shown if column.name not in present)

    def _is_own(self, place: int) -> bool:
        """A column that is not read, with something in it from the heading on."""
        column = self._read.grid.column(place)
        return (
            place not in self._columns
            and column.slice(self._read.head.row).null_count < len(column) - self._read.head.row
        )

    def _in_head(self, finding: Finding) -> bool:
        return finding.where.cell is not None and row_and_place(finding.where.cell)[0] == self._read.head.row

    def _column_of(self, finding: Finding) -> int | None:
        """The new column; of a column that the workbook lacks, its place in the template."""
        where = finding.where
        if finding.code == "sheet/missing_column":
            there = any(column.name == where.column for column in self._layout.columns)
            return self._layout.place(where.column or "") if there else 0
        return self._columns.get(row_and_place(where.cell)[1]) if where.cell else None

    def _kept_rows(self) -> list[int]:
        """Rows below the heading with anything in them; the template's own example is written anew."""
        read, first = self._read, self._read.head.row + 1
        used = pa.array([False] * max(read.grid.height - first, 0), pa.bool_())
        for column in read.grid.columns:
            used = pc.or_(used, pc.is_valid(column.slice(first)))
        rows = {row + first for row in pc.indices_nonzero(used).to_pylist()}
        rows -= {row for row in rows if row < first + 80 and is_example(read.grid, read.sheet, read.head, row)}
        return sorted(rows | {row for row, _ in read.data.spoken_of})

    def _write(self, red: set[At]) -> None:
        pen = self.writer.pen
        for place, target in self._columns.items():
            column = self._layout.at(target)
            for row, text in zip(self._to.values(), self._texts(place), strict=True):
                typed(pen, (row, target), column, text, self._style(column, (row, target) in red))
        for row, target in red:
            if row >= self._layout.first_row and target not in self._columns.values():
                pen.blank((row, target), self._style(self._layout.at(target), True))
        for top, left, bottom, right, text in self._merged():
            style = self._style(self._layout.at(left), True)
            self.writer.raw.merge_range(top, left, bottom, right, text, style)
        self.writer.rule(len(self._to))

    def _merged(self) -> Iterator[tuple[int, int, int, int, str]]:
        """Merged data cells stay merged, so that one value for several cells is not taken for one value."""
        first = self._read.head.row + 1
        for top, left, bottom, right in self._read.grid.scan.merged:
            rows = [self._to[row] for row in range(max(top, first), bottom + 1) if row in self._to]
            places = sorted(self._columns[place] for place in range(left, right + 1) if place in self._columns)
            if len(rows) * len(places) > 1 and rows[-1] - rows[0] < len(rows) and places[-1] - places[0] < len(places):
                yield rows[0], places[0], rows[-1], places[-1], self._read.grid.text(max(top, first), left) or ""

    def _texts(self, place: int) -> list[str | None]:
        grid = self._read.grid
        inside = [row for row in self._to if row < grid.height]
        texts = dict(zip(inside, grid.column(place).take(pa.array(inside, pa.int64())).to_pylist(), strict=True))
        for (row, column), formula in grid.scan.uncalculated.items():
            if column == place:
                texts[row] = f"={formula}"
        for (row, column), name in grid.scan.errors.items():
            if column == place:
                texts[row] = name
        return [texts.get(row) for row in self._to]

    def _style(self, column: Column | None, red: bool) -> Any:
        look: dict[str, Any] = {"align": aligned(column) if column else "center"}
        if red:
            look |= BAD
        return cell_style(self._book, column, **look) if column else self._book.style("cell", **look)


def typed(pen: Pen, at: At, column: Column | None, text: str | None, style: Any) -> None:
    """Write what was typed: figures as figures, dates as dates, but in a column of text everything as text."""
    if text is None:
        pen.blank(at, style)
        return
    day = _DATE.fullmatch(text)
    if column is not None and (column.kind is Kind.TEXT or column.shown == "%"):
        pen.text(at, day[1] if day else text, style)
    elif day:
        pen.date(at, date.fromisoformat(day[1]), style)
    elif _PLAIN.fullmatch(text):
        pen.number(at, text, style)
    else:
        pen.text(at, text, style)


def own_name(tab: str, taken: Sequence[str]) -> str:
    """A tab's name, with 原 behind it when the rebuilt workbook has one of that name."""
    folded = {name.casefold() for name in taken}
    name, number = tab, 1
    while name.casefold() in folded:
        mark = "（原）" if number == 1 else f"（原{number}）"
        name, number = tab[: 31 - len(mark)] + mark, number + 1
    return name


def _heading(field: Field) -> str:
    """The template's heading in the unit that was typed; a heading whose unit is unclear stays as typed."""
    return field.heading if field.unclear else heading(field.column)
