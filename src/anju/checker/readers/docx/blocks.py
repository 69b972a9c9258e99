"""正文一块一块地走：段落、表格、文本框、脚注，按阅读顺序；没有字的段落不算，表格的每一格都算。"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from anju.checker.readers.docx.grid import cells
from anju.checker.readers.docx.inline import Inline
from anju.checker.readers.docx.line import Line, control_name, local
from anju.checker.readers.docx.package import W
from anju.checker.readers.docx.styles import PLAIN, Look, Styles
from anju.checker.reading import Mark, Place

_WRAPPERS = frozenset({"ins", "moveTo", "customXml", "smartTag"})
Named = tuple[etree._Element, tuple[str, ...]]


@dataclass(slots=True)
class Draft:
    """A paragraph before it has its number."""

    line: Line
    look: Look = PLAIN
    place: Place | None = None


class Blocks:
    """Gathers what a document says, in reading order, into `drafts`.

    `notes` are the footnotes and endnotes referred to, in order; `foreign` tells that a part in another format is
    embedded, which is not read.
    """

    def __init__(self, styles: Styles) -> None:
        self.drafts: list[Draft] = []
        self.inline = Inline()
        self.notes: list[tuple[str, str]] = []
        self.foreign = False
        self._styles = styles
        self._tables = 0

    def read(self, element: etree._Element) -> None:
        """Everything below a body, a text box or a note."""
        for item in self._lines(element):
            if isinstance(item, Draft):
                self._emit(item)
            else:
                self._table(item)

    def _lines(self, element: etree._Element) -> Iterator[Draft | etree._Element]:
        """Paragraphs and tables; a paragraph whose mark was deleted runs on into the next."""
        kept: Draft | None = None
        for block, names in self._blocks(element, ()):
            if local(block) == "tbl":
                yield block
                continue
            line = self.inline.line(block)
            line.marks += [Mark(name, 0, line.length) for name in names]
            if kept is not None:
                kept.line.join(line, "")
            draft = kept or Draft(line, self._styles.of(block))
            kept = draft if _mark_removed(block) else None
            if kept is None:
                yield draft
        if kept is not None:
            yield kept

    def _blocks(self, element: etree._Element, names: tuple[str, ...]) -> Iterator[Named]:
        for child in element:
            name = local(child)
            if name in {"p", "tbl"}:
                yield child, names
            elif name == "sdt":
                content, own = child.find(f"{W}sdtContent"), control_name(child)
                if content is not None:
                    yield from self._blocks(content, (*names, own) if own else names)
            elif name in _WRAPPERS:
                yield from self._blocks(child, names)
            elif name == "AlternateContent":
                yield from self._blocks(next(iter(child), child), names)
            elif name == "altChunk":
                self.foreign = True

    def _table(self, table: etree._Element) -> None:
        self._tables += 1
        number = self._tables
        found = cells(table)
        self.inline.revised |= found.revised
        for cell in found.cells:
            self._cell(cell.element, cell.names, Place(number, cell.row, cell.column, cell.columns, cell.rows))

    def _cell(self, element: etree._Element, names: tuple[str, ...], place: Place) -> None:
        """A cell is one paragraph; tables inside it follow as tables of their own."""
        whole, first, inner = Draft(Line(), place=place), True, []
        for item in self._lines(element):
            if not isinstance(item, Draft):
                inner.append(item)
            elif first:
                whole, first = Draft(item.line, item.look, place), False
            else:
                whole.line.join(item.line, "\n")
        whole.line.marks += [Mark(name, 0, whole.line.length) for name in names]
        self._emit(whole)
        for table in inner:
            self._table(table)

    def _emit(self, draft: Draft) -> None:
        line = draft.line
        if draft.place is not None or line.text.strip():
            self.drafts.append(draft)
        self.notes += line.notes
        for box in line.boxes:
            self.read(box)


def _mark_removed(paragraph: etree._Element) -> bool:
    properties = paragraph.find(f"{W}pPr/{W}rPr")
    return properties is not None and any(properties.find(f"{W}{name}") is not None for name in ("del", "moveFrom"))
