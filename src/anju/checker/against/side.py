"""比对的一边：正文的句子和各张表；签发时的记录和读到的文件都化成这个样子。"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from anju.checker.against.piece import Bound, Line, Piece, Spot, pieces
from anju.checker.reading import Place, Reading
from anju.reports.layout import StyleName

_HEADINGS = frozenset({StyleName.LEVEL1, StyleName.LEVEL2, StyleName.LEVEL3, StyleName.ANNEX_TITLE})
_TITLES = frozenset({StyleName.TABLE_TITLE, StyleName.ANNEX_TITLE})
_GAP = re.compile(r"\t|[ \u3000]{2,}|\|")
_ROW_GAP = re.compile(r"[\s\u3000|]+")
_SENTENCE = re.compile(r"[。；，]")
_FIELDS, _FIELD = 3, 16


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


@dataclass
class Side:
    """One document: the pieces of its body in reading order, and its tables."""

    body: list[Piece] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)


def issued_side(record: Mapping[str, Any]) -> Side:
    """The document as issued, from its record in the snapshot."""
    return _side(_issued_line(number, each) for number, each in enumerate(record["paragraphs"], 1))


def found_side(reading: Reading) -> Side:
    """The document as read; in a text without tables each cell of a row is a line of its own."""
    flat = not any(each.place for each in reading.paragraphs)
    lines: list[Line] = []
    for each in reading.paragraphs:
        line = Line(
            each.number,
            each.text,
            place=each.place,
            heading=each.level is not None,
            style=each.style,
            marks=each.marks,
        )
        lines += _cut(line) if flat else [line]
    return _side(lines)


def _cut(line: Line) -> list[Line]:
    """A row of a table that became a line of text, cut where its cells were parted."""
    parts, start = [], 0
    for gap in (*(_ROW_GAP if _is_row(line.text) else _GAP).finditer(line.text), None):
        end = gap.start() if gap else len(line.text)
        parts.append(replace(line, text=line.text[start:end], start=start, marks=()))
        start = gap.end() if gap else end
    return parts


def _is_row(text: str) -> bool:
    """Short words and numbers parted by blanks, and no sentence."""
    fields = text.split()
    return len(fields) >= _FIELDS and not _SENTENCE.search(text) and len(text) <= _FIELD * len(fields)


def _issued_line(number: int, each: Mapping[str, Any]) -> Line:
    place = None
    if each.get("table") is not None:
        place = Place(each["table"], each["row"], each["column"], each.get("columns") or 1, each.get("rows") or 1)
    style = each.get("style") or ""
    figures = tuple(_bound(figure) for figure in each.get("figures", ()))
    return Line(
        number,
        each["text"],
        place=place,
        heading=style in _HEADINGS,
        style=style,
        origin=each.get("origin") or "",
        figures=figures,
    )


def _bound(figure: Mapping[str, Any]) -> Bound:
    return Bound(
        figure["mark"],
        figure["id"],
        figure.get("title") or "",
        figure["start"],
        figure["end"],
        figure["text"],
        figure.get("unit") or "",
    )


def _side(lines: Iterable[Line]) -> Side:
    side = Side()
    heading = title = ""
    cells: dict[int, list[Line]] = {}
    titles: dict[int, str] = {}
    for line in lines:
        if line.place is not None:
            cells.setdefault(line.place.table, []).append(line)
            titles.setdefault(line.place.table, title or heading)
            continue
        text = line.text.strip()
        heading = text if line.heading and text else heading
        title = text if line.style in _TITLES else "" if line.heading else title
        words = f"“{heading}”一节" if heading and not line.heading else f"标题“{text}”" if line.heading else "文首"
        side.body += pieces(line, Spot(words, line.style, line.origin, line.heading))
    side.tables = [_table(number, titles[number], found) for number, found in cells.items()]
    return side


def _table(number: int, title: str, lines: list[Line]) -> Table:
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
            cell=True,
            head=row == 1,
        )
        cells = rows.setdefault(row, {})
        cells[column] = cells.get(column, ()) + tuple(pieces(line, spot))
    return Table(number, called, tuple(Row(row, cells) for row, cells in rows.items()), heads)


def _cell_words(table: str, row: int, label: str, head: str) -> str:
    words = f"{table}第{row}行" + (f"“{label[:20]}”" if label else "")
    return words + (f"的“{head[:20]}”栏" if head and head != label and row > 1 else "")


def _heads(lines: list[Line]) -> dict[int, str]:
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
