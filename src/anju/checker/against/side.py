"""比对的一边：正文的句子和各张表；签发时的记录和读到的文件都化成这个样子。"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from anju.checker.against.piece import Bound, Line, Piece, Spot, pieces
from anju.checker.against.table import Table, table_of
from anju.checker.reading import Place, Reading
from anju.reports.layout import StyleName

_HEADINGS = frozenset({StyleName.LEVEL1, StyleName.LEVEL2, StyleName.LEVEL3, StyleName.ANNEX_TITLE})
_TITLES = frozenset({StyleName.TABLE_TITLE, StyleName.ANNEX_TITLE})
_GAP = re.compile(r"\t|[ \u3000]{2,}|\|")
_ROW_GAP = re.compile(r"[\s\u3000|]+")
_SENTENCE = re.compile(r"[。；，]")
_FIELDS, _FIELD = 3, 16


@dataclass
class Side:
    """One document: the pieces of its body in reading order, and its tables. `plain`: a text without layout, which
    has lost tables and what stands at the foot of a page."""

    body: list[Piece] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    plain: bool = False

    @property
    def pieces(self) -> Iterator[Piece]:
        """Body first, then the tables."""
        yield from self.body
        for table in self.tables:
            yield from table.pieces

    @property
    def shapes(self) -> Counter[str]:
        """How often each sentence or cell occurs, whatever its numbers."""
        return Counter(each.shape for each in self.pieces)


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
    return replace(_side(lines), plain=flat)


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
        side.body += pieces(line, Spot(_words(line, heading, title), line.style, line.origin, line.heading))
    side.tables = [table_of(number, titles[number], found) for number, found in cells.items()]
    return side


def _words(line: Line, heading: str, title: str) -> str:
    if line.heading:
        return f"标题“{heading}”"
    if line.style == StyleName.UNIT_LINE and title:
        return f"表“{title}”的单位行"
    return f"“{heading}”一节" if heading else "文首"
