"""报告全文的阅读版：与印出来的一字不差，每个数都能点开。"""

from __future__ import annotations

from lxml import etree

from anju.reports.arrange import arrange
from anju.reports.document import Document, Drawing
from anju.reports.layout import Image, Item, Line, Marked, Piece, Slot, Special, StyleName, Table
from anju.reports.writers import svg
from anju.reports.writers.html.figures import Figures
from anju.reports.writers.html.tags import Child, scrolled, section, tag

_LOOKS = {
    StyleName.MARK: ("p", "issuers"),
    StyleName.MARK_WORD: ("p", "issuers"),
    StyleName.NUMBER: ("p", "parted"),
    StyleName.TITLE: ("h3", "document-title"),
    StyleName.ADDRESSEE: ("p", "flush"),
    StyleName.LEVEL1: ("h3", None),
    StyleName.LEVEL2: ("h4", None),
    StyleName.LEVEL3: ("h5", None),
    StyleName.TABLE_TITLE: ("p", "caption"),
    StyleName.PICTURE_TITLE: ("p", "caption"),
    StyleName.UNIT_LINE: ("p", "right"),
    StyleName.NOTE: ("p", "quiet flush"),
    StyleName.SIGNATURE: ("p", "right"),
    StyleName.DATE: ("p", "right"),
    StyleName.ANNEX_LABEL: ("p", "label flush"),
    StyleName.ANNEX_TITLE: ("h3", "document-title"),
    StyleName.IMPRINT: ("p", "imprint parted"),
}
_NAMING = {StyleName.LEVEL1, StyleName.LEVEL2, StyleName.ANNEX_TITLE, StyleName.TABLE_TITLE}
"""Lines that tell where what comes after them stands."""
MANY = 6
COLUMN = 76
"""A table of more than MANY columns keeps COLUMN px for each, and scrolls where there is less room."""


class Text:
    """Writes the document as `arrange` has it: the same words in the same order, figures marked f1, f2, …"""

    def __init__(self, document: Document, figures: Figures) -> None:
        self._document, self._figures = document, figures
        self._heading = "开头"

    def section(self) -> etree._Element:
        parts = [self._item(item) for part in arrange(self._document) for item in part.items]
        words = "正式文本以同一文件夹里的 report.docx 为准；这里的文字与它相同，带下划点线的数都能点开。"
        said = tag("p", words, class_="quiet screen")
        paper = tag("p", "报告正文和附件请打印同一文件夹里的 report.docx。", class_="paper-only")
        return section("report", "报告全文", said, paper, tag("article", parts, class_="paper"))

    def _item(self, item: Item) -> Child:
        if isinstance(item, Table):
            return self._table(item)
        return drawn(item.drawing, "text-") if isinstance(item, Image) else self._line(item)

    def _line(self, line: Line) -> Child:
        """A line without a word is there for the printer's sake."""
        if not line.text.strip():
            return None
        if line.style in _NAMING:
            self._heading = line.text
        name, looks = _LOOKS.get(line.style, ("p", None))
        return tag(name, self._pieces(line.pieces), class_=looks)

    def _pieces(self, pieces: tuple[Piece, ...]) -> list[Child]:
        return [self._piece(piece) for piece in pieces]

    def _piece(self, piece: Piece) -> Child:
        if isinstance(piece, Marked):
            return self._figures.printed(piece.printed, f"报告“{self._heading}”{piece.mark}", piece.mark)
        if isinstance(piece, Special):
            return tag("span", piece.text, class_="open-place" if piece.text.startswith("〔") else None)
        return tag("span", class_="gap") if piece == "\t" else piece

    def _table(self, table: Table) -> Child:
        rows = [tag("tr", [self._cell(slot, table) for slot in row]) for row in table.rows]
        if not table.ruled:
            return tag("table", tag("tbody", rows), class_="bare")
        shares = tag("colgroup", [tag("col", style=f"width:{_share(width, table)}%") for width in table.widths])
        heads, body = rows[: table.heads], rows[table.heads :]
        made = tag("table", shares, tag("thead", heads) if heads else None, tag("tbody", body))
        if len(table.widths) > MANY:
            made.set("class", "many")
            made.set("style", f"min-width:{len(table.widths) * COLUMN}px")
        return scrolled(made, self._heading)

    def _cell(self, slot: Slot, table: Table) -> etree._Element:
        place = slot.place
        name = "th" if slot.line.style in (StyleName.CELL_HEAD, StyleName.SMALL_CELL_HEAD) else "td"
        looks = "issuers" if not table.ruled else {"right": "number", "left": None}.get(slot.align, "mid")
        columns = str(place.columns) if place.columns > 1 else None
        rows = str(place.rows) if place.rows > 1 else None
        return tag(name, self._pieces(slot.line.pieces), class_=looks, colspan=columns, rowspan=rows)


def drawn(drawing: Drawing, prefix: str = "") -> etree._Element:
    """A picture with what it shows said in words."""
    made = svg.element(drawing.picture, drawing.title, drawing.says, prefix)
    box = tag("div", made, class_="scroll", role="region", aria_label=drawing.title, tabindex="0")
    return tag("figure", box, tag("p", drawing.says, class_="quiet"))


def _share(width: int, table: Table) -> int:
    return round(100 * width / sum(table.widths))
