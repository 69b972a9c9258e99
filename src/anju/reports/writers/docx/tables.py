"""写一张表：定宽，横向合并、纵向合并，表头在每页重复，一行不拆在两页。"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from anju.reports.layout import Line, Slot, Table
from anju.reports.writers.docx.elements import Element, put, value
from anju.reports.writers.docx.fit import Around, fit
from anju.reports.writers.docx.paragraphs import Pen, Setting
from anju.reports.writers.docx.template import TABLE, Template

_ALIGNED = {"start": "left", "end": "right", "left": "left", "right": "right"}
_INSIDE = 2 * 85
"""Left and right margin of a cell, which the words of the red mark cannot use."""


class TableWriter:
    """Writes one table, `width` twips wide; `noted`: a note follows, which takes the last row along to a new page."""

    def __init__(self, template: Template, pen: Pen, table: Table, width: int, *, noted: bool) -> None:
        self._template, self._pen, self._table, self._noted = template, pen, table, noted
        self._widths = shared(table.widths, width)

    def write(self, parent: Element) -> None:
        drawn = put(parent, "w:tbl")
        self._properties(drawn)
        grid = put(drawn, "w:tblGrid")
        for column in self._widths:
            put(grid, "w:gridCol", {"w:w": str(column)})
        above: dict[int, Slot] = {}
        for number, slots in enumerate(self._table.rows, 1):
            above = {column: slot for column, slot in above.items() if slot.place.row + slot.place.rows > number}
            row = put(drawn, "w:tr")
            self._row_properties(row, number)
            for slot in sorted([*above.values(), *slots], key=lambda each: each.place.column):
                self._cell(row, slot, number)
            above |= {slot.place.column: slot for slot in slots if slot.place.rows > 1}

    def _properties(self, drawn: Element) -> None:
        properties = put(drawn, "w:tblPr")
        if self._table.ruled:
            value(properties, "w:tblStyle", self._template.style(TABLE))
        put(properties, "w:tblW", {"w:w": str(sum(self._widths)), "w:type": "dxa"})
        value(properties, "w:jc", "center")
        put(properties, "w:tblLayout", {"w:type": "fixed"})
        if not self._table.ruled:
            margins = put(properties, "w:tblCellMar")
            for edge in ("left", "right"):
                put(margins, f"w:{edge}", {"w:w": "85", "w:type": "dxa"})

    def _row_properties(self, row: Element, number: int) -> None:
        properties = put(row, "w:trPr")
        put(properties, "w:cantSplit")
        if number <= self._table.heads:
            put(properties, "w:tblHeader")

    def _cell(self, row: Element, slot: Slot, number: int) -> None:
        cell, place = put(row, "w:tc"), slot.place
        properties = put(cell, "w:tcPr")
        width = sum(self._widths[place.column - 1 : place.column - 1 + place.columns])
        put(properties, "w:tcW", {"w:w": str(width), "w:type": "dxa"})
        if place.columns > 1:
            value(properties, "w:gridSpan", place.columns)
        goes_on = number > place.row
        if place.rows > 1:
            value(properties, "w:vMerge", "continue" if goes_on else "restart")
        value(properties, "w:vAlign", "center")
        setting = Setting(keep_next=self._goes_along(slot, number), align=_ALIGNED.get(slot.align, ""))
        if goes_on:
            self._pen.paragraph(cell, Line(slot.line.style), None, setting)
        elif self._table.ruled:
            self._pen.paragraph(cell, slot.line, None, setting)
        else:
            self._mark(cell, slot, width - _INSIDE)

    def _goes_along(self, slot: Slot, number: int) -> bool:
        """Heads stay with what they head, those of the columns and a row that is one cell; the last row with a note."""
        if number == len(self._table.rows):
            return self._noted
        return number <= self._table.heads or slot.place.columns == len(self._widths)

    def _mark(self, cell: Element, slot: Slot, width: int) -> None:
        """A word of the red mark; all offices are set in one size."""
        same = [each for each in self._table.slots() if each.line.style is slot.line.style]
        texts = tuple(each.line.text for each in same)
        self._pen.paragraph(cell, slot.line, fit(slot.line, Around(width, texts, same.index(slot))))


def shared(shares: Sequence[int], width: int) -> tuple[int, ...]:
    """Whole twips in proportion to the shares, which together are the width."""
    edges = [width * sum(shares[:count]) // sum(shares) for count in range(len(shares) + 1)]
    return tuple(right - left for left, right in pairwise(edges))
