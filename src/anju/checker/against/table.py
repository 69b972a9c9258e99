"""一张表：行、列、格，每一格说得出自己在哪一行哪一栏。"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from anju.checker.against.piece import Line, Piece, Spot, pieces


@dataclass(frozen=True, eq=False)
class Row:
    """A row of a table: its pieces by column. `number` counts from 1 within the table."""

    number: int
    cells: Mapping[int, tuple[Piece, ...]]

    @cached_property
    def texts(self) -> dict[int, str]:
        """Key of each cell that says something."""
        return {column: "".join(each.key for each in cell) for column, cell in sorted(self.cells.items()) if cell}

    @cached_property
    def key(self) -> str:
        return "|".join(self.texts.values())

    @cached_property
    def shape(self) -> str:
        return "|".join("".join(each.shape for each in cell) for _, cell in sorted(self.cells.items()) if cell)

    @cached_property
    def names(self) -> frozenset[str]:
        return frozenset(name for piece in self.pieces for name in piece.names)

    @property
    def pieces(self) -> tuple[Piece, ...]:
        return tuple(piece for _, cell in sorted(self.cells.items()) for piece in cell)

    @property
    def label(self) -> str:
        """The first cell that is no number, as it stands."""
        for _, cell in sorted(self.cells.items()):
            if cell and any(each.isalpha() for each in cell[0].key):
                return "".join(each.text for each in cell).strip()
        return ""


@dataclass(frozen=True, eq=False)
class Table:
    """A table with its title in words; `heads` is what stands above each column."""

    number: int
    title: str
    rows: tuple[Row, ...]
    heads: Mapping[int, str]

    @property
    def pieces(self) -> tuple[Piece, ...]:
        return tuple(piece for row in self.rows for piece in row.pieces)


def table_of(number: int, title: str, lines: Sequence[Line]) -> Table:
    """The table whose cells are `lines`; a table without a title is called by its number."""
    heads = _heads(lines)
    called = f"表“{title}”" if title else f"第{number}个表"
    labels: dict[int, str] = {}
    for line in lines:
        if line.place and any(each.isalpha() for each in line.text):
            labels.setdefault(line.place.row, line.text.strip())
    rows: dict[int, dict[int, tuple[Piece, ...]]] = {}
    for line in lines:
        if line.place is None:
            continue
        row, column = line.place.row, line.place.column
        spot = Spot(
            _cell_words(called, row, labels.get(row, ""), heads.get(column, "")),
            line.style,
            line.origin,
            place=line.place,
            table=called,
            head=heads.get(column, ""),
        )
        cells = rows.setdefault(row, {})
        cells[column] = cells.get(column, ()) + tuple(pieces(line, spot))
    return Table(number, called, tuple(Row(row, cells) for row, cells in rows.items()), heads)


def _cell_words(table: str, row: int, label: str, head: str) -> str:
    words = f"{table}第{row}行" + (f"“{label[:20]}”" if label else "")
    return words + (f"的“{head[:20]}”栏" if head and head != label and row > 1 else "")


def _heads(lines: Sequence[Line]) -> dict[int, str]:
    """What stands above each column: the first row, and below a cell over several columns also the second."""
    heads: dict[int, str] = {}
    for line in lines:
        if line.place and line.place.row == 1:
            for column in range(line.place.column, line.place.column + line.place.columns):
                heads[column] = line.text.strip()
    shared = {text for text in heads.values() if list(heads.values()).count(text) > 1}
    for line in lines:
        place = line.place
        if place and place.row == 2 and place.columns == 1 and heads.get(place.column) in shared and line.text.strip():
            heads[place.column] += line.text.strip()
    return heads
