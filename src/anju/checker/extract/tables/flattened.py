"""打散的表：抄进纯文本的表格，一格一行的、一行一行用竖线或空白隔开的、一张表压成一行的，重新排成行列。"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from anju.checker.extract.tables.bare_lines import bare_lines
from anju.checker.extract.tables.cell import Raw
from anju.checker.extract.tables.grid import Grid, build
from anju.checker.extract.tables.lines import lines
from anju.checker.extract.tables.lone_cells import lone_cells
from anju.checker.extract.tables.one_line import one_line
from anju.checker.extract.tables.strewn import Found
from anju.checker.reading import Paragraph, Place

_Finder = Callable[[Sequence[Paragraph], int], tuple[Found | None, int]]
_FINDERS: tuple[_Finder, ...] = (lone_cells, lines, one_line, bare_lines)
_ABOVE = 3


def flattened(paragraphs: Sequence[Paragraph]) -> tuple[list[Grid], set[int]]:
    """The tables among paragraphs that stand in none, and the numbers of the paragraphs they are made of."""
    number = max((each.place.table for each in paragraphs if each.place is not None), default=0)
    grids: list[Grid] = []
    consumed: set[int] = set()
    tried = [0] * len(_FINDERS)
    at = 0
    while at < len(paragraphs):
        if paragraphs[at].place is not None:
            at += 1
            continue
        found, end = _found(paragraphs, at, tried)
        if found is not None:
            number += 1
            before = [each.text for each in paragraphs[max(0, at - _ABOVE) : at] if each.place is None]
            rows = [_placed(row, number, index) for index, row in enumerate(found.rows, 1)]
            grids += build(number, rows, before, trusted=found.trusted, plain=True)
            consumed.update(each.number for each in paragraphs[at:end])
        at = max(at + 1, end)
    return grids, consumed


def _found(paragraphs: Sequence[Paragraph], at: int, tried: list[int]) -> tuple[Found | None, int]:
    """The first that makes a table of what begins here. What one has tried in vain it does not try again."""
    for number, finder in enumerate(_FINDERS):
        if tried[number] <= at:
            found, end = finder(paragraphs, at)
            if found is not None:
                return found, end
            tried[number] = end
    return None, at + 1


def _placed(row: Sequence[Raw], table: int, index: int) -> list[Raw]:
    return [
        Raw(raw.paragraph, Place(table, index, raw.place.column, raw.place.columns), raw.text, raw.start) for raw in row
    ]
