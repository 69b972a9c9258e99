"""发出的文字：一份文件里一段段写了什么、哪几个字是哪个数，随快照留底，供日后核对。"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Protocol

from anju.reports.arrange import arrange
from anju.reports.document import Document
from anju.reports.layout import Line, Marked, Place, Table
from anju.reports.writers.xml_text import clean


class Provenance(Protocol):
    """What the figures of a document depend on, as text: `figures.book.Provenance`."""

    @property
    def snapshot(self) -> str: ...
    @property
    def policy(self) -> str: ...
    @property
    def scheme(self) -> str: ...
    @property
    def as_of(self) -> str: ...
    @property
    def code(self) -> str: ...


class Told(Protocol):
    """What knows its provenance: `figures.book.Book`."""

    @property
    def provenance(self) -> Provenance: ...


@dataclass(frozen=True, slots=True)
class IssuedFigure:
    """A figure over [start, end) of its paragraph's text, in code points. `mark` names its control and bookmark."""

    mark: str
    id: str
    title: str
    start: int
    end: int
    text: str
    unit: str

    def as_json(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in ("mark", "id", "title", "start", "end", "text", "unit")}


@dataclass(frozen=True, slots=True)
class IssuedParagraph:
    """A paragraph as it left the house; a cell of a table is one, also an empty one."""

    text: str
    style: str
    origin: str = ""
    place: Place | None = None
    figures: tuple[IssuedFigure, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Outside tables all keys of the place are null."""
        where = {name: getattr(self.place, name, None) for name in ("table", "row", "column", "columns", "rows")}
        figures = [figure.as_json() for figure in self.figures]
        return {"text": self.text, "style": self.style, "origin": self.origin, **where, "figures": figures}


def flatten(document: Document) -> list[IssuedParagraph]:
    """Every paragraph in reading order: red head, body, tables row by row, annexes, imprint.

    Lines without a word (a picture, what parts two tables) are none, as for a reader of the docx.
    """
    return [_issued(line, place) for line, place in _lines(document) if place or line.text.strip()]


def record(document: Document, told: Told | Provenance) -> dict[str, Any]:
    """What `issued/<id>.json` of a snapshot keeps of a document; only what the document and its facts say."""
    depends = told if not hasattr(told, "provenance") else told.provenance
    return {
        "id": document.id,
        "kind": document.kind,
        "title": document.title,
        **{name: getattr(depends, name) for name in ("snapshot", "policy", "scheme", "as_of", "code")},
        "paragraphs": [paragraph.as_json() for paragraph in flatten(document)],
    }


def _lines(document: Document) -> Iterator[tuple[Line, Place | None]]:
    for section in arrange(document):
        for item in section.items:
            if isinstance(item, Line):
                yield item, None
            elif isinstance(item, Table):
                yield from ((slot.line, slot.place) for slot in item.slots())


def _issued(line: Line, place: Place | None) -> IssuedParagraph:
    figures, at = [], 0
    for piece in line.pieces:
        # A file cannot hold control characters; what takes their place is as long.
        text = clean(piece if isinstance(piece, str) else piece.text)
        if isinstance(piece, Marked):
            figure = piece.printed.figure
            ends = (at, at + len(text))
            figures.append(IssuedFigure(piece.mark, figure.id, figure.title, *ends, text, piece.printed.unit))
        at += len(text)
    return IssuedParagraph(clean(line.text), line.style.value, line.origin, place, tuple(figures))
