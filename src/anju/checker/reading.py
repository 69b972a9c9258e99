"""读到的一份文件：按阅读顺序的段落，表格的每一格也是一段，连同数的控件和书签。"""

from __future__ import annotations

from dataclasses import dataclass


class Unreadable(Exception):
    """A file that cannot be read as a document; one Chinese sentence."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A figure's content control or bookmark (`f12`), over [start, end) of its paragraph's text."""

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Place:
    """Where a paragraph stands in a table: the table's number in the document, row and column, all from 1, and how
    many columns and rows its cell spans."""

    table: int
    row: int
    column: int
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`number` counts from 1 in reading order, table cells included; `text` is the final text, tracked deletions left
    out and insertions kept. `style` is the style's name, `level` the heading's level if it is one. `page` counts from 1
    where the file has fixed pages; `sheet` and `cell` (C7) name a workbook's cell."""

    number: int
    text: str
    place: Place | None = None
    marks: tuple[Mark, ...] = ()
    style: str = ""
    level: int | None = None
    page: int | None = None
    sheet: str | None = None
    cell: str | None = None

    @property
    def spot(self) -> str:
        """How a person is told where it stands: 第9段, 第3页第9段, “资金表”C7."""
        if self.cell is not None:
            return f"“{self.sheet}”{self.cell}"
        page = "" if self.page is None else f"第{self.page}页"
        return f"{page}第{self.number}段"


@dataclass(frozen=True, slots=True)
class Reading:
    """A document as read. `document_id` names the record of issue when Anju wrote it; `notes` what a reader should
    know, such as open revisions."""

    path: str
    kind: str
    paragraphs: tuple[Paragraph, ...]
    document_id: str | None = None
    notes: tuple[str, ...] = ()
