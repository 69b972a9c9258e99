"""成表：把段落按行列排好，认出表头、行名、单位，格里的数各归各的单位。"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from anju.checker.extract.tables.block import cells
from anju.checker.extract.tables.cell import Cell, Raw, plain_text
from anju.checker.extract.tables.heads import Row, blocks
from anju.checker.extract.tables.units import line_units
from anju.checker.reading import Paragraph, Reading

_NEAR = 3
"""Paragraphs before a table among which its unit line stands."""
_LONGEST_LINE, _SHORT_LINE = 60, 16


@dataclass(frozen=True)
class Grid:
    """A table, or the part of one under its own head: `rows` from left to right, a merged cell only where it begins.

    The first `head_rows` are its head. `title` is the line above it that names it. Not `trusted`: cells have shifted,
    so that a column says nothing.
    """

    number: int
    rows: tuple[tuple[Cell, ...], ...]
    head_rows: int = 0
    title: str = ""
    trusted: bool = True

    @property
    def body(self) -> tuple[tuple[Cell, ...], ...]:
        return self.rows[self.head_rows :]

    @cached_property
    def columns(self) -> dict[int, list[tuple[int, Cell]]]:
        """The figures of each column with the index of their row, from above."""
        found: dict[int, list[tuple[int, Cell]]] = defaultdict(list)
        for index, row in enumerate(self.rows):
            for cell in row:
                if cell.quantity is not None:
                    found[cell.place.column].append((index, cell))
        return dict(found)

    @property
    def bare(self) -> list[Cell]:
        """Figures that no claim speaks of."""
        return [cell for row in self.rows for cell in row if cell.bare]


def grids(reading: Reading) -> list[Grid]:
    """The tables of the document, in order."""
    tables: dict[int, dict[int, list[Raw]]] = defaultdict(lambda: defaultdict(list))
    before: dict[int, list[str]] = {}
    lines: list[str] = []
    for paragraph in reading.paragraphs:
        if paragraph.place is None:
            lines = [*lines[1 - _NEAR :], paragraph.text]
            continue
        before.setdefault(paragraph.place.table, lines)
        lines = []
        tables[paragraph.place.table][paragraph.place.row].append(_raw(paragraph))
    found: list[Grid] = []
    for number, rows in sorted(tables.items()):
        ordered = [sorted(row, key=lambda raw: raw.place.column) for _, row in sorted(rows.items())]
        found += build(number, ordered, before[number])
    return found


def _raw(paragraph: Paragraph) -> Raw:
    assert paragraph.place is not None
    return Raw(paragraph.number, paragraph.place, paragraph.text)


def build(
    number: int, rows: Sequence[Row], before: Sequence[str] = (), *, trusted: bool = True, plain: bool = False
) -> list[Grid]:
    """The grids of one table: one for each head. `before` are the lines above it; `plain`: made of plain paragraphs."""
    title = next((line.strip() for line in reversed(before) if _titling(line)), "")
    found = []
    lines = units_above(before)
    for block in blocks(rows):
        lines = units_in(block.above) or lines
        made = cells(block if trusted else replace(block, heads={}), lines if trusted else (), plain=plain)
        found.append(Grid(number, made, len(block.above), title, trusted))
    return found


def _titling(line: str) -> bool:
    """No unit line and no sentence."""
    plain = plain_text(line)
    unit_line = len(plain) < _SHORT_LINE and bool(line_units(plain))
    return len(line) <= _LONGEST_LINE and "。" not in line and not unit_line


def units_above(before: Iterable[str]) -> tuple[str, ...]:
    """The units of the nearest line, or last sentence of a paragraph, that names some (…见下表（单位：万元）：)."""
    last = [line.rstrip("。").rpartition("。")[2] for line in before]
    short = [plain_text(line) for line in last if len(line) <= _LONGEST_LINE]
    return next((units for line in reversed(short) if (units := line_units(line))), ())


def units_in(above: Iterable[Row]) -> tuple[str, ...]:
    return next((units for row in above for raw in row if (units := line_units(raw.plain))), ())
