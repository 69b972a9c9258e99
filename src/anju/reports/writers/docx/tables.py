"""写一张表：定宽，横向合并、纵向合并，表头在每页重复，一行不拆在两页。"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from anju.reports.layout import Slot, Table
from anju.reports.writers.docx.elements import Element, put, value
from anju.reports.writers.docx.fit import Around, fit
from anju.reports.writers.docx.paragraphs import Pen, Setting
from anju.reports.writers.docx.template import TABLE, Template

_ALIGNED = {"start": "left", "end": "right", "left": "left", "right": "right"}
_INSIDE = 2 * 85
"""Left and right margin of a cell, which the words of the red mark cannot use."""


class TableWriter:
    """Writes tables of one document."""

    def __init__(self, template: Template, pen: Pen) -> None:
        self._template, self._pen = template, pen

    def write(self, parent: Element, table: Table, width: int) -> None:
        widths = shared(table.widths, width)
        drawn = put(parent, "w:tbl")
        self._properties(drawn, table, width)
        grid = put(drawn, "w:tblGrid")
        for column in widths:
            put(grid, "w:gridCol", {"w:w": str(column)})
        above: dict[int, Slot] = {}
        for number, slots in enumerate(table.rows, 1):
            above = {column: slot for column, slot in above.items() if slot.place.row + slot.place.rows > number}
            row = put(drawn, "w:tr")
            self._row_properties(row, table, number)
            for slot in sorted([*above.values(), *slots], key=lambda each: each.place.column):
                self._cell(row, table, slot, number, widths)
            above |= {slot.place.column: slot for slot in slots if slot.place.rows > 1}

    def _properties(self, drawn: Element, table: Table, width: int) -> None:
        properties = put(drawn, "w:tblPr")
        if table.ruled:
            value(properties, "w:tblStyle", self._template.style(TABLE))
        put(properties, "w:tblW", {"w:w": str(width), "w:type": "dxa"})
        value(properties, "w:jc", "center")
        put(properties, "w:tblLayout", {"w:type": "fixed"})
        if not table.ruled:
            margins = put(properties, "w:tblCellMar")
            for edge in ("left", "right"):
                put(margins, f"w:{edge}", {"w:w": "85", "w:type": "dxa"})

    def _row_properties(self, row: Element, table: Table, number: int) -> None:
        properties = put(row, "w:trPr")
        put(properties, "w:cantSplit")
        if number <= table.heads:
            put(properties, "w:tblHeader")

    def _cell(self, row: Element, table: Table, slot: Slot, number: int, widths: Sequence[int]) -> None:
        cell, place = put(row, "w:tc"), slot.place
        properties = put(cell, "w:tcPr")
        width = sum(widths[place.column - 1 : place.column - 1 + place.columns])
        put(properties, "w:tcW", {"w:w": str(width), "w:type": "dxa"})
        if place.columns > 1:
            value(properties, "w:gridSpan", place.columns)
        goes_on = number > place.row
        if place.rows > 1:
            value(properties, "w:vMerge", "continue" if goes_on else "restart")
        value(properties, "w:vAlign", "center")
        if goes_on:
            self._pen.empty(cell, slot.line.style)
        elif table.ruled:
            self._pen.paragraph(cell, slot.line, None, Setting(align=_ALIGNED.get(slot.align, "")))
        else:
            self._mark(cell, table, slot, width - _INSIDE)

    def _mark(self, cell: Element, table: Table, slot: Slot, width: int) -> None:
        """A word of the red mark; all offices are set in one size."""
        same = [each for each in table.slots() if each.line.style is slot.line.style]
        texts = tuple(each.line.text for each in same)
        self._pen.paragraph(cell, slot.line, fit(slot.line, Around(width, texts, same.index(slot))))


def shared(shares: Sequence[int], width: int) -> tuple[int, ...]:
    """Whole twips in proportion to the shares, which together are the width."""
    edges = [width * sum(shares[:count]) // sum(shares) for count in range(len(shares) + 1)]
    return tuple(right - left for left, right in pairwise(edges))
