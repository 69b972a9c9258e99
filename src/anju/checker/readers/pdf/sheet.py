"""一页：字、表格、文字行，从上到下排好；没有字的页和乱码的页认出来。"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from pdfplumber.page import Page

from anju.checker.readers.pdf.lines import Line, lines, upright_chars
from anju.checker.readers.pdf.ruled import boxes
from anju.checker.readers.pdf.tables import Table, drawn

_GARBLED = re.compile(r"\(cid:\d{1,6}\)|[\ufffd\ue000-\uf8ff]")
_MOST_GARBLED, _FEWEST = 0.1, 4


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
    if page is None:
        return Sheet(number, state="broken")
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
        if len(cells) > 1:
            table, inside = drawn(cells, [char for char in chars if char not in taken], number)
            taken |= inside
            if inside:
                found.items.append(table)
    found.items += lines(char for char in chars if char not in taken)
    found.items.sort(key=lambda item: item.top)
    return found
