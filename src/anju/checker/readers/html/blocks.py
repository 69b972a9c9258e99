"""网页一块一块地走：块级元素各成一段，换行符也另起一段；数据表格逐格读，排版用的表格当正文读。"""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from anju.checker.readers.html.dropped import Dropped
from anju.checker.readers.html.grid import Cell, cells
from anju.checker.readers.html.layout import is_layout
from anju.checker.reading import Place

_NAMES = (
    "address article blockquote body caption center dd details dir div dl dt fieldset figcaption figure form h1 h2 h3 "
    "h4 h5 h6 header hr html legend li main ol p pre section summary table tbody td tfoot th thead tr ul"
)
_BLOCKS = frozenset(_NAMES.split())
_HEADING = re.compile(r"h([1-6])")
_BLANK = re.compile(r"[ \t\r\n\f]+")
_UNSEEN = re.compile("[\x01-\x08\x0b\x0e-\x1f\x7f\u00ad\ufeff]")
"""Word processors leave marks of their own in a page that they save."""
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(frozen=True, slots=True)
class Draft:
    """A paragraph before it has its number."""

    text: str
    level: int | None = None
    place: Place | None = None


class Blocks:
    """Gathers the paragraphs of a page, in reading order, into `drafts`."""

    def __init__(self, dropped: Dropped) -> None:
        self.drafts: list[Draft] = []
        self._dropped = dropped
        self._pieces: list[str] = []
        self._level: int | None = None
        self._kept_breaks = self._raised = False
        self._tables = 0

    def read(self, element: etree._Element) -> None:
        """Everything below a page or a cell."""
        self._inside(element)
        self._flush()

    def _visit(self, element: etree._Element) -> None:
        tag = element.tag
        if element in self._dropped:
            return
        if tag == "br":
            self._flush()
        elif tag == "table" and not is_layout(element):
            self._flush()
            self._table(element)
        elif tag in _BLOCKS:
            self._flush()
            self._block(element, str(tag))
            self._flush()
        elif tag == "sup":
            self._raised = True
            self._inside(element)
            self._raised = False
        else:
            self._inside(element)

    def _block(self, element: etree._Element, tag: str) -> None:
        kept, level = (self._kept_breaks, self._level), _HEADING.fullmatch(tag)
        self._kept_breaks |= tag == "pre"
        self._level = int(level[1]) if level else self._level
        self._inside(element)
        self._flush()
        self._kept_breaks, self._level = kept

    def _inside(self, element: etree._Element) -> None:
        self._add(element.text)
        for child in element:
            self._visit(child)
            self._add(child.tail)

    def _add(self, text: str | None) -> None:
        if not text:
            return
        text = _UNSEEN.sub("", text)
        if self._raised:
            text = text.translate(_RAISED)
        if not self._kept_breaks:
            self._pieces.append(text)
            return
        first, *others = text.replace("\r\n", "\n").split("\n")
        self._pieces.append(first)
        for line in others:
            self._flush()
            self._pieces.append(line)

    def _flush(self) -> None:
        text = "".join(self._pieces)
        self._pieces.clear()
        if text and not self._kept_breaks:
            text = _BLANK.sub(_blank, text)
        if text.strip():
            self.drafts.append(Draft(text.strip(), self._level))

    def _table(self, table: etree._Element) -> None:
        self._tables += 1
        number = self._tables
        for caption in table.iterchildren("caption"):
            self.read(caption)
        for cell in cells(table):
            place = Place(number, cell.row, cell.column, cell.columns, cell.rows)
            self.drafts.append(Draft(self._text_of(cell), None, place))

    def _text_of(self, cell: Cell) -> str:
        """A cell is one paragraph, its lines joined by line feeds."""
        kept, self.drafts = self.drafts, []
        self.read(cell.element)
        text = "\n".join(draft.text for draft in self.drafts)
        self.drafts = kept
        return text


def _blank(match: re.Match[str]) -> str:
    """Blanks are one; a line break in the source between two Chinese characters is none."""
    around = match.string[match.start() - 1 : match.start()], match.string[match.end() : match.end() + 1]
    wide = all(each >= "\u2e80" for each in around)
    return "" if wide and ("\n" in match[0] or "\r" in match[0]) else " "
