"""一页：字、表格、文字行，从上到下排好；没有字的页和乱码的页认出来。"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from pdfplumber.page import Page

from anju.checker.readers.pdf.deadline import TimeUp, time_limit
from anju.checker.readers.pdf.lines import Line, lines, upright_chars
from anju.checker.readers.pdf.ruled import Box, boxes
from anju.checker.readers.pdf.tables import Table, drawn

_GARBLED = re.compile("[\ufffd\ue000-\uf8ff]")
_MOST_GARBLED, _FEWEST = 0.1, 4
_LEAST_FILLED = 0.1
_NARROWEST, _LOWEST, _MOST_SMALL = 8.0, 6.0, 0.3
_MOST_SECONDS = 10.0


@dataclass(slots=True)
class Sheet:
    """What stands on a page: lines and tables from top to bottom; `height` and `width` in points. `state` is "" for a
    page that was read, else scanned, garbled or broken."""

    number: int
    items: list[Line | Table] = field(default_factory=list)
    width: float = 0
    height: float = 0
    state: str = ""


def sheet(number: int, page: Page | None) -> Sheet:
    """A page as it is read; a broken one, or one that takes too long, says so and no more."""
    if page is None:
        return Sheet(number, state="broken")
    try:
        with time_limit(_MOST_SECONDS):
            return _read(number, page)
    except (Exception, TimeUp):  # coordinates that are no numbers, colours without end: pdfplumber hands them on
        return Sheet(number, state="broken")


def _read(number: int, page: Page) -> Sheet:
    x0, top, x1, bottom = map(float, page.bbox)
    found = Sheet(number, width=x1 - x0, height=bottom - top)
    chars = upright_chars(page.chars)
    inked = [char for char in chars if char.text.strip()]
    if len(inked) < _FEWEST and page.images:
        found.state = "scanned"
        return found
    garbled = sum(1 for char in inked if _GARBLED.search(char.text))
    if garbled > _MOST_GARBLED * len(inked):
        found.state = "garbled"
        return found
    taken = set()
    for cells in boxes(page.edges):
        if len(cells) > 1 and not _is_hatching(cells):
            table, inside = drawn(cells, [char for char in chars if char not in taken], number)
            if table.filled >= _LEAST_FILLED * len(cells):
                taken |= inside
                found.items.append(table)
    found.items += lines(char for char in chars if char not in taken)
    found.items.sort(key=lambda item: item.top)
    return found


def _is_hatching(cells: list[Box]) -> bool:
    """Cells too small for a figure are the bars and shades of a chart."""
    small = sum(1 for x0, top, x1, bottom in cells if x1 - x0 < _NARROWEST or bottom - top < _LOWEST)
    return small > _MOST_SMALL * len(cells)
