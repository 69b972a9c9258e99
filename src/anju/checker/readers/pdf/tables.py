"""表线围成的表格：每格的行列位置、跨了几行几列、格里的字；跨页的接成一张。"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from anju.checker.readers.pdf.lines import Char, Line, lines
from anju.checker.readers.pdf.ruled import Box
from anju.checker.reading import Place

_NEAR = 4.0
_FIGURE = re.compile(r"[-\d.,%％]{1,40}")
_MOST_REPEATED = 4
_FULL = 0.7
"""A figure is parted only where its line is full: two figures one above the other must not become one."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A cell as it is drawn on a page: its text, and how wide its room, its last line and its first word are."""

    box: Box
    text: str
    page: int
    room: float = 0
    last: float = 0
    first: float = 0

    def goes_on_in(self, other: Drawn) -> bool:
        """Whether the other may be the rest of this cell, whose row was parted by the end of a page. Figures are not
        parted."""
        full = self.last + other.first > self.room
        return not other.text or (bool(self.text) and full and not _FIGURE.fullmatch(other.text))


@dataclass(slots=True)
class Table:
    """A table of one page, or of several once they are joined: `pages` holds the cells of each."""

    pages: list[list[Drawn]] = field(default_factory=list)

    @property
    def top(self) -> float:
        return min(cell.box[1] for cell in self.pages[-1])

    @property
    def bottom(self) -> float:
        return max(cell.box[3] for cell in self.pages[-1])

    @property
    def filled(self) -> int:
        """How many cells hold text."""
        return sum(1 for cell in self._cells() if cell.text)

    def goes_on_in(self, other: Table) -> bool:
        """Whether the other has the same columns: the first thing on the next page, then, is the rest of this one."""
        own, others = _edges(self._cells(), 0), _edges(other._cells(), 0)
        if abs(own[0] - others[0]) > _NEAR or abs(own[-1] - others[-1]) > _NEAR:
            return False
        few, many = sorted((own, others), key=len)
        return len(few) > 2 and all(any(abs(each - edge) <= _NEAR for edge in many) for each in few)

    def join(self, other: Table) -> None:
        """Append the other's rows; a head that is printed again on the next page is left out."""
        head, again = _row_texts(self.pages[0]), _row_texts(other.pages[0])
        repeated = 0
        while repeated < min(len(head), len(again) - 1, _MOST_REPEATED) and head[repeated] == again[repeated]:
            repeated += 1
        cells = other.pages[0]
        if repeated:
            rows = _edges(cells, 1)
            cells = [cell for cell in cells if cell.box[1] >= rows[repeated] - _NEAR]
        self.pages.append(self._without_rest(cells))

    def _without_rest(self, cells: list[Drawn]) -> list[Drawn]:
        """Put the rest of a row that was parted by the end of the page to its beginning, and leave the rest out."""
        above, rows = self.pages[-1], _edges(cells, 1)
        foot, columns = max(cell.box[3] for cell in above), _edges(self._cells(), 0)
        ends = {_at(columns, cell.box[0]): cell for cell in above if abs(cell.box[3] - foot) <= _NEAR}
        rest = {_at(columns, cell.box[0]): cell for cell in cells if abs(cell.box[1] - rows[0]) <= _NEAR}
        single = all(abs(cell.box[3] - rows[1]) <= _NEAR for cell in rest.values())
        if not single or ends.keys() != rest.keys() or not any(cell.text for cell in rest.values()):
            return cells
        if not all(ends[column].goes_on_in(rest[column]) for column in rest):
            return cells
        whole = {id(ends[at]): replace(ends[at], text=ends[at].text + rest[at].text) for at in rest}
        self.pages[-1] = [whole.get(id(cell), cell) for cell in above]
        gone = {id(cell) for cell in rest.values()}
        return [cell for cell in cells if id(cell) not in gone]

    def placed(self, number: int) -> Iterator[tuple[Place, Drawn]]:
        """The cells row by row, each with its place in table `number`."""
        columns, above = _edges(self._cells(), 0), 0
        found: list[tuple[Place, Drawn]] = []
        for cells in self.pages:
            rows = _edges(cells, 1)
            last = {
                place.column: index for index, (place, _) in enumerate(found) if place.row + place.rows == above + 1
            }
            for cell in sorted(cells, key=lambda each: (_at(rows, each.box[1]), _at(columns, each.box[0]))):
                x0, top, x1, bottom = cell.box
                row, column = _at(rows, top), _at(columns, x0)
                spans = max(1, _at(columns, x1) - column), max(1, _at(rows, bottom) - row)
                place = Place(number, above + row + 1, column + 1, *spans)
                upper = last.get(place.column) if row == 0 and above and not cell.text else None
                if upper is not None and _is_rest(found[upper][0], place):
                    found[upper] = replace(found[upper][0], rows=found[upper][0].rows + place.rows), found[upper][1]
                else:
                    found.append((place, cell))
            above += len(rows) - 1
        yield from found

    def _cells(self) -> list[Drawn]:
        return [cell for page in self.pages for cell in page]


def _is_rest(upper: Place, lower: Place) -> bool:
    """Whether an empty cell at the head of a page is the rest of a merged cell at the foot of the page before."""
    return upper.columns == lower.columns and (upper.rows > 1 or lower.rows > 1)


def drawn(cells: Sequence[Box], chars: Sequence[Char], page: int) -> tuple[Table, set[Char]]:
    """A ruled table with the text of its cells, and the characters that stand in it."""
    inside: dict[Box, list[Char]] = {box: [] for box in cells}
    taken: set[Char] = set()
    left, right = min(box[0] for box in cells), max(box[2] for box in cells)
    top, bottom = cells[0][1], max(box[3] for box in cells)
    near = [each for each in chars if left <= (each.x0 + each.x1) / 2 <= right and top <= each.middle <= bottom]
    for char in near:
        across = (char.x0 + char.x1) / 2
        box = next((each for each in cells if each[0] <= across < each[2] and each[1] <= char.middle < each[3]), None)
        if box is not None:
            inside[box].append(char)
            taken.add(char)
    return Table([[_drawn(box, lines(found), page) for box, found in inside.items()]]), taken


def _drawn(box: Box, printed: list[Line], page: int) -> Drawn:
    """A cell; one of its lines that ended although the next word would have fitted was ended on purpose."""
    if not printed:
        return Drawn(box, "", page)
    edge = max(1.0, min(min(line.x0 - box[0], box[2] - line.x1) for line in printed))
    room = box[2] - box[0] - 2 * edge
    text = printed[0].text
    for before, line in pairwise(printed):
        wide = before.x1 - before.x0
        fitted = wide + line.first <= room - 0.1 * line.size
        figures = text[-1:].isdigit() and line.text[:1].isdigit() and wide < room - _FULL * line.size
        text += ("\n" if fitted or figures else _blank(text, line.text)) + line.text
    return Drawn(box, text, page, room, printed[-1].x1 - printed[-1].x0, printed[0].first)


def _blank(before: str, after: str) -> str:
    """Latin words are parted by a blank, Chinese ones and the halves of a figure are not."""
    latin = before[-1:].isascii() and before[-1:].isalpha() and after[:1].isascii() and after[:1].isalpha()
    return " " if latin else ""


def _row_texts(cells: list[Drawn]) -> list[list[str]]:
    rows = _edges(cells, 1)
    found: list[list[str]] = [[] for _ in rows]
    for cell in sorted(cells, key=lambda each: each.box[0]):
        found[_at(rows, cell.box[1])].append("".join(cell.text.split()))
    return found[:-1]


def _edges(cells: list[Drawn], first: int) -> list[float]:
    """Where columns (0) or rows (1) begin and end, each once."""
    found: list[float] = []
    for edge in sorted(edge for cell in cells for edge in (cell.box[first], cell.box[first + 2])):
        if not found or edge - found[-1] > _NEAR:
            found.append(edge)
    return found


def _at(edges: list[float], position: float) -> int:
    return min(range(len(edges)), key=lambda index: abs(edges[index] - position))
