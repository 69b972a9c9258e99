"""表线围成的格：横线竖线的交点两两相连，围得起来的最小的框是一格，挨着的格是一张表。"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

Box = tuple[float, float, float, float]
Point = tuple[float, float]
_SNAP = 3.0
_LEAST_POSTS = 3
_MOST_EDGES, _MOST_TRIES, _MOST_CELLS = 4_000, 4_000_000, 10_000


@dataclass(frozen=True, slots=True)
class Edge:
    """A straight line: at `at` across its direction, from `start` to `end` along it."""

    at: float
    start: float
    end: float


def boxes(edges: Iterable[Mapping[str, Any]]) -> list[list[Box]]:
    """For each ruled table its cells as (x0, top, x1, bottom), from top to bottom; a frame around text is a table of
    one cell. None are found among thousands of lines, which draw a map or a chart."""
    found = list(edges)
    if len(found) > _MOST_EDGES:
        return []
    across = _joined(Edge(each["top"], each["x0"], each["x1"]) for each in found if each["orientation"] == "h")
    down = _joined(Edge(each["x0"], each["top"], each["bottom"]) for each in found if each["orientation"] == "v")
    return sorted(
        _touching(_Crossings(across + _closing(across, down), down + _closing(down, across)).cells()),
        key=lambda cells: (min(cell[1] for cell in cells), cells[0][0]),
    )


def _joined(edges: Iterable[Edge]) -> list[Edge]:
    """Lines that lie on one another or go on from one another are one."""
    groups: list[list[Edge]] = []
    for edge in sorted(edges, key=lambda each: each.at):
        if groups and edge.at - groups[-1][-1].at <= _SNAP and edge.at - groups[-1][0].at <= 2 * _SNAP:
            groups[-1].append(edge)
        else:
            groups.append([edge])
    found: list[Edge] = []
    for group in groups:
        at = sum(each.at for each in group) / len(group)
        start, end = 0.0, -1.0
        for edge in sorted(group, key=lambda each: each.start):
            if end >= start and edge.start <= end + _SNAP:
                end = max(end, edge.end)
            else:
                found += [Edge(at, start, end)] if end >= start else []
                start, end = edge.start, edge.end
        found.append(Edge(at, start, end))
    return found


def _closing(across: list[Edge], down: list[Edge]) -> list[Edge]:
    """Lines that are missing where posts end side by side with nothing across: where a page ends within a row, or, the
    other way round, where a table has no outer lines at its sides."""
    lines = [line for line in across if line.end - line.start > 2 * _SNAP]
    ends: dict[int, list[tuple[float, Edge]]] = defaultdict(list)
    for post in down:
        for end in (post.start, post.end):
            ends[round(end / _SNAP)].append((end, post))
    found = []
    for group in ends.values():
        for run in _linked([post for _, post in group], lines):
            edge = Edge(group[0][0], run[0].at, run[-1].at)
            if len(run) >= _LEAST_POSTS and not any(_covers(line, edge) for line in lines):
                found.append(edge)
    return found


def _linked(posts: list[Edge], lines: list[Edge]) -> Iterator[list[Edge]]:
    """Posts side by side, parted where no line joins one to the next."""
    run: list[Edge] = []
    for post in sorted(posts, key=lambda each: each.at):
        if run and not any(_cross(line, run[-1]) and _cross(line, post) for line in lines):
            yield run
            run = []
        run.append(post)
    yield run


def _covers(line: Edge, edge: Edge) -> bool:
    return abs(line.at - edge.at) <= 2 * _SNAP and line.end > edge.start and line.start < edge.end


class _Crossings:
    """Where the lines cross, and the cells that they enclose."""

    def __init__(self, across: list[Edge], down: list[Edge]) -> None:
        self._points: dict[Point, tuple[int, int]] = {}
        self._below: dict[int, list[float]] = defaultdict(list)
        self._right: dict[int, list[float]] = defaultdict(list)
        self._tries = _MOST_TRIES
        for row, line in enumerate(across):
            for column, post in enumerate(down):
                point = post.at, line.at
                if _cross(line, post) and point not in self._points:
                    self._points[point] = row, column
                    self._below[column].append(line.at)
                    self._right[row].append(post.at)
        for crossings in (*self._below.values(), *self._right.values()):
            crossings.sort()

    def cells(self) -> list[Box]:
        """The smallest rectangle below and to the right of each crossing, where there is one."""
        found = (self._cell(*point, row, column) for point, (row, column) in sorted(self._points.items()))
        return [cell for cell in found if cell is not None]

    def _cell(self, x: float, y: float, row: int, column: int) -> Box | None:
        for bottom in _after(self._below[column], y):
            lower = self._points[x, bottom]
            for side in _after(self._right[row], x):
                self._tries -= 1
                if self._tries < 0:
                    return None
                corner, upper = self._points.get((side, bottom)), self._points[side, y]
                if corner and corner[0] == lower[0] and corner[1] == upper[1]:
                    return x, y, side, bottom
        return None


def _cross(line: Edge, post: Edge) -> bool:
    on_line = line.start - _SNAP <= post.at <= line.end + _SNAP
    return on_line and post.start - _SNAP <= line.at <= post.end + _SNAP


def _after(crossings: list[float], position: float) -> list[float]:
    return crossings[bisect_left(crossings, position) + 1 :]


def _touching(cells: list[Box]) -> list[list[Box]]:
    """Cells that share a corner are of one table."""
    of_corner: dict[Point, list[int]] = defaultdict(list)
    for number, cell in enumerate(cells):
        for corner in _corners(cell):
            of_corner[corner].append(number)
    seen = bytearray(len(cells))
    tables = []
    for number in range(len(cells)):
        if seen[number]:
            continue
        waiting, table = [number], []
        seen[number] = True
        while waiting:
            cell = cells[waiting.pop()]
            table.append(cell)
            near = [each for corner in _corners(cell) for each in of_corner.pop(corner, ()) if not seen[each]]
            for each in near:
                seen[each] = True
            waiting += dict.fromkeys(near)
        tables.append(sorted(table, key=lambda cell: (cell[1], cell[0])))
    return tables


def _corners(cell: Box) -> tuple[Point, ...]:
    x0, top, x1, bottom = cell
    return (x0, top), (x1, top), (x0, bottom), (x1, bottom)
