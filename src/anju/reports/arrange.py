"""把一份报告排开：版头、正文、落款、附件、版记，每个数编上号。"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count

from anju.reports.document import Annex, Block, Cell, Document, Drawing, Grid, Paragraph, Run
from anju.reports.head_and_tail import annex_head, closing, imprint, opening
from anju.reports.layout import Image, Item, Line, Marked, Piece, Place, Section, Slot, StyleName, Table

_MANY_COLUMNS = 8
"""A table of so many columns is set in the smaller type."""


def arrange(document: Document) -> tuple[Section, ...]:
    """The whole document in reading order; figures are numbered f1, f2, … and tables 1, 2, … as they come."""
    return _Arranger().sections(document)


class _Arranger:
    def __init__(self) -> None:
        self._figures, self._tables = count(1), count(1)

    def sections(self, document: Document) -> tuple[Section, ...]:
        found = [(list(self._body(document)), False)]
        for order, annex in enumerate(document.annexes, 1):
            items = list(self._annex(annex, order, len(document.annexes) > 1))
            if annex.landscape == found[-1][1]:
                found[-1][0].extend(items)
            else:
                found.append((items, annex.landscape))
        # The last line of all is what the imprint hangs on.
        found[-1][0].extend([*imprint(document.head), Line(StyleName.SEPARATOR)])
        return tuple(Section(tuple(_closed(items)), landscape) for items, landscape in found)

    def _body(self, document: Document) -> Iterator[Item]:
        # Only the mark of a joint document is a table.
        number = next(self._tables) if len(document.head.issuers) > 1 else 0
        yield from opening(document, number)
        yield from self._blocks(document.blocks)
        yield from closing(document)

    def _annex(self, annex: Annex, order: int, many: bool) -> Iterator[Item]:
        yield from annex_head(annex, order, many)
        yield from self._blocks(annex.blocks)

    def _blocks(self, blocks: Sequence[Block]) -> Iterator[Item]:
        for block in blocks:
            if isinstance(block, Paragraph):
                yield Line(StyleName[block.style.name], self._pieces(block.runs), block.origin)
            elif isinstance(block, Grid):
                yield from self._grid(block)
            else:
                yield from self._drawing(block)

    def _drawing(self, drawing: Drawing) -> Iterator[Item]:
        yield Image(drawing)
        yield Line(StyleName.PICTURE_TITLE, (drawing.title,))

    def _grid(self, grid: Grid) -> Iterator[Item]:
        if grid.title:
            yield Line(StyleName.TABLE_TITLE, (grid.title,))
        if grid.unit_line:
            yield Line(StyleName.UNIT_LINE, (grid.unit_line,))
        yield self._table(grid)
        if grid.note:
            yield Line(StyleName.NOTE, (grid.note,))

    def _table(self, grid: Grid) -> Table:
        number, columns = next(self._tables), len(grid.widths)
        plain, head = (
            (StyleName.SMALL_CELL, StyleName.SMALL_CELL_HEAD)
            if columns >= _MANY_COLUMNS
            else (StyleName.CELL, StyleName.CELL_HEAD)
        )
        taken: set[tuple[int, int]] = set()
        rows = []
        for row, cells in enumerate(grid.rows, 1):
            slots = []
            for place, cell in _placed(number, row, cells, taken, columns):
                line = Line(head if cell.head or row <= grid.heads else plain, self._pieces(cell.runs))
                slots.append(Slot(line, place, cell.align))
            rows.append(tuple(slots))
        if len(taken) != columns * len(rows):
            raise ValueError(f"表格{number}的格没有填满{len(rows)}行{columns}列")
        return Table(number, grid.widths, tuple(rows), grid.heads)

    def _pieces(self, runs: Sequence[Run]) -> tuple[Piece, ...]:
        return tuple(run if isinstance(run, str) else Marked(f"f{next(self._figures)}", run) for run in runs)


def _placed(
    number: int, row: int, cells: Sequence[Cell], taken: set[tuple[int, int]], columns: int
) -> Iterator[tuple[Place, Cell]]:
    """Each cell at the first free column; `taken` are the places that spanning cells cover. ValueError when a cell
    does not fit, since a table with a hole or an overlap is none."""
    for cell in cells:
        column = next(n for n in range(1, columns + 2) if (row, n) not in taken)
        covered = {(row + down, column + right) for down in range(cell.rows) for right in range(cell.columns)}
        if covered & taken or column + cell.columns - 1 > columns:
            raise ValueError(f"表格{number}第{row}行的格放不下：跨行跨列与别的格重叠")
        taken |= covered
        yield Place(number, row, column, cell.columns, cell.rows), cell


def _closed(items: Sequence[Item]) -> Iterator[Item]:
    """Two tables in a row would run into each other, and a section must end with a line."""
    last: Item | None = None
    for item in items:
        if isinstance(item, Table) and isinstance(last, Table):
            yield Line(StyleName.SEPARATOR)
        yield item
        last = item
    if not isinstance(last, Line):
        yield Line(StyleName.SEPARATOR)
