"""表格的格：横向合并、纵向合并都还原成一格，删去的行和格不算。"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from anju.checker.readers.docx.line import control_name, local
from anju.checker.readers.docx.package import W

_WRAPPERS = frozenset({"ins", "moveTo", "customXml", "smartTag"})


@dataclass(slots=True)
class Cell:
    """A cell as it is seen: row and column of its upper left corner from 1, how many of each it spans."""

    element: etree._Element
    names: tuple[str, ...]
    row: int
    column: int
    columns: int
    rows: int = 1


@dataclass(slots=True)
class Cells:
    """The cells of a table, row by row."""

    cells: list[Cell] = field(default_factory=list)
    revised: bool = False


def cells(table: etree._Element) -> Cells:
    """What is seen of a table. A cell that goes on from the one above is no cell of its own."""
    found = Cells()
    above: dict[int, Cell] = {}
    number = 0
    for row, _ in _inside(table, "tr", ()):
        if row.find(f"{W}trPr/{W}del") is not None:
            found.revised = True
            continue
        found.revised |= row.find(f"{W}trPr/{W}ins") is not None
        number += 1
        above = _row(found, row, number, above)
    return found


def _row(found: Cells, row: etree._Element, number: int, above: dict[int, Cell]) -> dict[int, Cell]:
    """Add the row's own cells; give those that may go on below, by column."""
    column = 1 + _number(row.find(f"{W}trPr/{W}gridBefore"), 0)
    open_cells: dict[int, Cell] = {}
    last: Cell | None = None
    for element, names in _inside(row, "tc", ()):
        properties = element.find(f"{W}tcPr")
        span = _number(_part(properties, "gridSpan"), 1)
        if _part(properties, "cellDel") is not None:
            found.revised = True
        elif last is not None and _goes_on(_part(properties, "hMerge")):
            last.columns += span
        else:
            merge = _part(properties, "vMerge")
            before = above.get(column)
            if _goes_on(merge) and before is not None:
                before.rows += 1
                last = before
            else:
                last = Cell(element, names, number, column, span)
                found.cells.append(last)
            if merge is not None:
                open_cells[column] = last
        column += span
    return open_cells


def _inside(
    element: etree._Element, wanted: str, names: tuple[str, ...]
) -> Iterator[tuple[etree._Element, tuple[str, ...]]]:
    """Rows of a table or cells of a row, also those in content controls, with the figures' names of the controls."""
    for child in element:
        name = local(child)
        if name == wanted:
            yield child, names
        elif name == "sdt":
            content, own = child.find(f"{W}sdtContent"), control_name(child)
            if content is not None:
                yield from _inside(content, wanted, (*names, own) if own else names)
        elif name in _WRAPPERS:
            yield from _inside(child, wanted, names)


def _part(properties: etree._Element | None, name: str) -> etree._Element | None:
    return None if properties is None else properties.find(f"{W}{name}")


def _number(element: etree._Element | None, otherwise: int) -> int:
    text = "" if element is None else element.get(f"{W}val") or ""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 4 else otherwise


def _goes_on(merge: etree._Element | None) -> bool:
    return merge is not None and merge.get(f"{W}val", "continue") == "continue"
