"""分清两种表格：列数据的，和只为排版、格里装着成段文字的。"""

from __future__ import annotations

from lxml import etree

from anju.checker.readers.html.grid import row_cells, rows

_LONG, _LONG_MEAN, _FEW, _BLOCKS = 600, 150, 6, 6
_PARTS = frozenset({"caption", "colgroup", "col", "thead", "tbody", "tfoot", "tr", "td", "th"})
_TEXT_BLOCKS = ("p", "div", "br", "li", "h1", "h2", "h3", "h4")


def is_layout(table: etree._Element) -> bool:
    """Whether a table only arranges text. One with text between its cells is no grid either: nothing is left out."""
    if table.get("role") in {"presentation", "none"} or next(table.iterdescendants("table"), None) is not None:
        return True
    lines = [row_cells(row) for row in rows(table)]
    cells = [cell for line in lines for cell in line]
    if len(cells) < 2 or _has_strays(table):
        return True
    lengths = [sum(len(text.strip()) for text in cell.itertext()) for cell in cells]
    if len(cells) <= _FEW and (max(lengths) > _LONG or any(_blocks(cell) > _BLOCKS for cell in cells)):
        return True
    if sum(lengths) > _LONG_MEAN * len(cells):
        return True
    ruled = table.get("border") not in {None, "", "0"} or next(table.iterdescendants("th"), None) is not None
    return not ruled and (len(lines) == 1 or max(map(len, lines)) == 1)


def _blocks(cell: etree._Element) -> int:
    return sum(1 for _ in cell.iterdescendants(*_TEXT_BLOCKS))


def _has_strays(table: etree._Element) -> bool:
    """Text or elements between the rows, which browsers would show outside the table."""
    for holder in (table, *table.iterchildren("thead", "tbody", "tfoot"), *rows(table)):
        inside = [holder.text, *(child.tail for child in holder)]
        if any(text and text.strip() for text in inside) or any(child.tag not in _PARTS for child in holder):
            return True
    return False
