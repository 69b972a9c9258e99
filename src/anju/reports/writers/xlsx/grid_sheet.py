"""一张表写进一张工作表：格子照合并的写，行高够装下字，每个数连到它的来源。"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from anju.reports.document import Cell, Grid, Paragraph, Printed, words
from anju.reports.writers.xlsx.look import ACROSS, DOWN, SAMPLE, Look, Page, lines
from anju.reports.writers.xlsx.numbers import number

_TALL = 8  # rows
_LINE, _LEAST, _MOST = 14.5, 22, 405  # points: a line, a row, the highest row that Excel takes


@dataclass(frozen=True)
class Sheet:
    """A table with its title and the paragraphs above it."""

    name: str
    title: str
    lead: tuple[Paragraph, ...]
    grid: Grid
    landscape: bool

    def printed(self) -> Iterator[Printed]:
        cells = (cell for row in self.grid.rows for cell in row)
        for runs in (*(each.runs for each in self.lead), *(cell.runs for cell in cells)):
            yield from (run for run in runs if isinstance(run, Printed))

    @property
    def widths(self) -> tuple[int, ...]:
        """In characters: the table's shares of the page."""
        whole, page = sum(self.grid.widths), ACROSS if self.landscape else DOWN
        return tuple(max(4, round(share * page / whole)) for share in self.grid.widths)


def placed(grid: Grid) -> Iterator[tuple[int, int, Cell]]:
    """Each cell with the row and column it begins in, from 0. ValueError where a row has more than fits."""
    taken: set[tuple[int, int]] = set()
    for top, row in enumerate(grid.rows):
        left = 0
        for cell in row:
            while (top, left) in taken:
                left += 1
            covered = {(top + down, left + across) for down in range(cell.rows) for across in range(cell.columns)}
            if covered & taken or left + cell.columns > len(grid.widths):
                raise ValueError(f"“{grid.title}”第{top + 1}行的格子放不下：{words(cell.runs)}")
            taken |= covered
            yield top, left, cell
            left += cell.columns


class GridWriter:
    """Writes one sheet. `links` leads from a figure's id to its place on the sheet of sources."""

    def __init__(self, raw: Any, look: Look, sheet: Sheet, links: Mapping[str, str]) -> None:
        self._raw, self._look, self._sheet, self._links = raw, look, sheet, links
        self._last = len(sheet.widths) - 1

    def write(self, page: Page) -> None:
        page.set_up(self._raw, self._sheet.landscape)
        for place, width in enumerate(self._sheet.widths):
            self._raw.set_column(place, place, width)
        top = self._above(page)
        self._cells(top)
        grid = self._sheet.grid
        if grid.heads:
            self._raw.freeze_panes(top + grid.heads, 0)
            self._raw.repeat_rows(top, top + grid.heads - 1)
        if grid.note:
            self._wide(top + len(grid.rows), grid.note, "note")

    def _above(self, page: Page) -> int:
        """Title, paragraphs, unit line; the row in which the table begins."""
        self._raw.set_row(0, 30)
        self._across(0, self._sheet.title, "title")
        row = 1
        for paragraph in self._sheet.lead:
            self._wide(row, words(paragraph.runs), "lead")
            row += 1
        marks = (page.sample, self._sheet.grid.unit_line)
        if not any(marks):
            return row
        split = max(self._last // 2, 0)
        if page.sample:
            self._merge((row, 0, row, split), SAMPLE, self._look.style("sample"))
        if self._last > split:
            self._merge((row, split + 1, row, self._last), self._sheet.grid.unit_line, self._look.style("unit"))
        return row + 1

    def _across(self, row: int, text: str, style: str) -> None:
        self._merge((row, 0, row, self._last), text, self._look.style(style))

    def _wide(self, row: int, text: str, style: str) -> None:
        """A paragraph over the whole width, as high as it needs."""
        self._across(row, text, style)
        self._raw.set_row(row, _height(lines(text, sum(self._sheet.widths))))

    def _merge(self, area: tuple[int, int, int, int], text: str, style: Any) -> None:
        if area[:2] != area[2:]:
            self._raw.merge_range(*area, "", style)
        self._raw.write_string(*area[:2], text, style)

    def _cells(self, top: int) -> None:
        needed = [1] * len(self._sheet.grid.rows)
        tall: list[tuple[int, int, int]] = []
        for row, column, cell in placed(self._sheet.grid):
            self._cell(top + row, column, cell)
            width = sum(self._sheet.widths[column : column + cell.columns])
            tall.append((row, cell.rows, lines(words(cell.runs), width)))
        for row, rows, count in sorted(tall, key=lambda each: each[1]):
            have = sum(needed[row : row + rows])
            needed[row + rows - 1] += max(0, count - have)
        for row, count in enumerate(needed):
            self._raw.set_row(top + row, _height(count))

    def _cell(self, row: int, column: int, cell: Cell) -> None:
        found = number(cell)
        text = words(cell.runs)
        # A number too wide for its column would stand there as ###.
        more = {"num_format": found.format, "text_wrap": False, "shrink": True} if found else {}
        if cell.rows > _TALL:
            more["valign"] = "top"  # in the middle it would stand across a page's end, and be cut
        style = self._look.style("head" if cell.head else "cell", align="center" if cell.head else cell.align, **more)
        if (cell.rows, cell.columns) != (1, 1):
            self._raw.merge_range(row, column, row + cell.rows - 1, column + cell.columns - 1, "", style)
        if found:
            self._link(row, column, cell, style)
            self._raw.write_number(row, column, float(found.value), style)
        elif column == 0 and text.isdecimal():
            self._raw.write_number(row, column, int(text), style)  # a row's number
        else:
            self._raw.write_string(row, column, text, style)

    def _link(self, row: int, column: int, cell: Cell, style: Any) -> None:
        """Only where a number stands alone: LibreOffice does not wrap words that are a link, and cuts them off."""
        id = next(run.figure.id for run in cell.runs if isinstance(run, Printed))
        self._raw.write_url(row, column, self._links[id], style, words(cell.runs), "查看这个数的来源")


def _height(count: int) -> float:
    return min(max(_LEAST, _LINE * count + 6), _MOST)
