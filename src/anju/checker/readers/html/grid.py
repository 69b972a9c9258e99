"""网页表格的格：跨行跨列的还原成行列位置。"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

_MOST_COLUMNS, _MOST_ROWS, _MOST_COVERED = 256, 65_534, 1_000_000
"""What a cell may span, and how many places are kept for cells that reach down."""
_GROUPS = frozenset({"thead", "tbody", "tfoot"})
_CELLS = frozenset({"td", "th"})


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: row and column of its upper left corner from 1, how many of each it spans."""

    element: etree._Element
    row: int
    column: int
    columns: int
    rows: int


def rows(table: etree._Element) -> Iterator[etree._Element]:
    """The table's own rows, those of nested tables not."""
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in _GROUPS:
            yield from child.iterchildren("tr")


def row_cells(row: etree._Element) -> list[etree._Element]:
    return [child for child in row if child.tag in _CELLS]


def cells(table: etree._Element) -> Iterator[Cell]:
    """The cells row by row; one that reaches down holds its place in the rows below."""
    own = list(rows(table))
    held: dict[int, set[int]] = defaultdict(set)
    many = 0
    for number, row in enumerate(own, 1):
        column, taken = 1, held.pop(number, set())
        for element in row_cells(row):
            while column in taken:
                column += 1
            columns = _span(element, "colspan", _MOST_COLUMNS)
            down = min(_span(element, "rowspan", _MOST_ROWS, len(own)), len(own) - number + 1)
            many += (down - 1) * columns
            if many > _MOST_COVERED:
                down = 1
            for below in range(number + 1, number + down):
                held[below].update(range(column, column + columns))
            yield Cell(element, number, column, columns, down)
            column += columns


def _span(element: etree._Element, name: str, most: int, zero: int = 1) -> int:
    """A span much as browsers take it: 0 rows means all that follow, nonsense means one."""
    text = (element.get(name) or "").strip()
    if not (text.isascii() and text.isdigit()):
        return 1
    return min(int(text[:7]), most) or zero
