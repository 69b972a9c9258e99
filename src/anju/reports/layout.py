"""排好的文件：按阅读顺序的行、表、图，分成节；发出时的文字和 docx 都从这里来，所以逐字一致。"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from anju.reports.document import Drawing, Printed


class StyleName(StrEnum):
    """Names of the paragraph styles, as the docx and the record of issue have them.

    The members of `document.Style` have the same names here. All begin with 公文, since Word keeps names such as 正文
    and 标题 for its own styles.
    """

    MARK = "公文发文机关标志"
    MARK_WORD = "公文文件二字"
    NUMBER = "公文发文字号"
    TITLE = "公文标题"
    ADDRESSEE = "公文主送机关"
    BODY = "公文正文"
    LEVEL1 = "公文一级标题"
    LEVEL2 = "公文二级标题"
    LEVEL3 = "公文三级标题"
    TABLE_TITLE = "公文表题"
    UNIT_LINE = "公文单位行"
    CELL = "公文表格文字"
    CELL_HEAD = "公文表头文字"
    SMALL_CELL = "公文密表文字"
    SMALL_CELL_HEAD = "公文密表表头"
    NOTE = "公文注释"
    PICTURE = "公文图"
    PICTURE_TITLE = "公文图题"
    ATTACHMENTS = "公文附件说明"
    SIGNATURE = "公文署名"
    DATE = "公文成文日期"
    ANNEX_LABEL = "公文附件标签"
    ANNEX_TITLE = "公文附件标题"
    IMPRINT = "公文版记"
    SEPARATOR = "公文分隔"


class Manner(StrEnum):
    """Names of the character styles: a place left open for the officer, and the name of a signer."""

    OPEN = "公文待填"
    SIGNER = "公文签发人"


@dataclass(frozen=True, slots=True)
class Special:
    """Plain words in a character style of their own."""

    text: str
    manner: Manner


@dataclass(frozen=True, slots=True)
class Marked:
    """A figure at its place; `mark` f1, f2, … in reading order names its content control and bookmark."""

    mark: str
    printed: Printed

    @property
    def text(self) -> str:
        return self.printed.text


Piece = str | Special | Marked


@dataclass(frozen=True, slots=True)
class Place:
    """Where a paragraph stands in a table: table, row, column from 1, and how many columns and rows its cell spans."""

    table: int
    row: int
    column: int
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph as it will stand in the file, its turns of line left to the page; `origin` as in
    `document.Paragraph`."""

    style: StyleName
    pieces: tuple[Piece, ...] = ()
    origin: str = ""

    @property
    def text(self) -> str:
        return "".join(piece if isinstance(piece, str) else piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Slot:
    """A cell with its one paragraph."""

    line: Line
    place: Place
    align: str = "center"


@dataclass(frozen=True, slots=True)
class Table:
    """Each row lists the cells that begin in it; `widths` are shares of the text width, one a column.

    The first `heads` rows repeat on every page. `ruled` False: a table that only places words side by side.
    """

    number: int
    widths: tuple[int, ...]
    rows: tuple[tuple[Slot, ...], ...]
    heads: int = 0
    ruled: bool = True

    def slots(self) -> Iterator[Slot]:
        for row in self.rows:
            yield from row


@dataclass(frozen=True, slots=True)
class Image:
    """A picture on a line of its own, which has no text."""

    drawing: Drawing


Item = Line | Table | Image


@dataclass(frozen=True, slots=True)
class Section:
    """Pages of one orientation. An item whose line is of style ANNEX_LABEL begins a new page."""

    items: tuple[Item, ...]
    landscape: bool = False


def ems(text: str) -> float:
    """Width in characters of the body: a half-width sign is half a character wide."""
    return sum(0.5 if sign.isascii() else 1 for sign in text)
