"""位置：一处在全文的第几个字，在哪一页、哪个标题下、哪张表的哪一格，说成人和程序都能找到的话。"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from anju.checker.reading import Paragraph, Reading
from anju.kernel.finding import Where


class Placed:
    """The places of one reading. Its text is that of its paragraphs joined by line feeds."""

    def __init__(self, reading: Reading) -> None:
        self._paragraphs = {each.number: each for each in reading.paragraphs}
        lengths = accumulate((len(each.text) + 1 for each in reading.paragraphs), initial=0)
        self._starts = dict(zip(self._paragraphs, lengths, strict=False))
        self._sections = _sections(reading)

    def paragraph(self, where: Where) -> Paragraph | None:
        return self._paragraphs.get(where.paragraph or 0)

    def offset(self, where: Where) -> int | None:
        """Code points before the place in the whole text; None for a place that is none in it."""
        start = self._starts.get(where.paragraph or 0)
        return None if start is None or where.start is None else start + where.start

    def section(self, paragraph: Paragraph) -> str:
        """The headings that a paragraph stands under, two at most."""
        return self._sections.get(paragraph.number, "")

    def cell(self, paragraph: Paragraph) -> str:
        """表2第3行第2列, of a table in running text."""
        place = paragraph.place
        if place is None or paragraph.cell is not None:
            return ""
        return f"表{place.table}第{place.row}行第{place.column}列"

    def described(self, places: Sequence[Where], most: int = 4) -> str:
        """第9段、第52段（表2第3行第2列）在“一、项目概况”下: nobody counts to the 370th paragraph."""
        paragraphs = {each.number: each for each in map(self.paragraph, places) if each is not None}
        alike: dict[str, list[str]] = {}
        for paragraph in list(paragraphs.values())[:most]:
            cell, section = self.cell(paragraph), self.section(paragraph)
            if cell or section:
                told = f"{paragraph.spot}（{cell}）" if cell else paragraph.spot
                alike.setdefault(section, []).append(told)
        within = ((f"在“{section}”下" if section else "", spots) for section, spots in alike.items())
        return "；".join(f"{'、'.join(spots)}{where}" for where, spots in within)

    def logical(self, where: Where) -> list[dict[str, str]]:
        """The same for programs, from the paragraph outwards."""
        paragraph = self.paragraph(where)
        if paragraph is None:
            return []
        found = [_named(f"第{paragraph.number}段", "paragraph", self.section(paragraph))]
        if paragraph.cell is not None:
            found.append(_named(paragraph.cell, "sheetCell", paragraph.sheet or "", "!"))
        if cell := self.cell(paragraph):
            found.append(_named(cell, "tableCell"))
        if paragraph.page is not None:
            found.append(_named(f"第{paragraph.page}页", "page"))
        return found


def _named(name: str, kind: str, within: str = "", between: str = "/") -> dict[str, str]:
    return {"name": name, "kind": kind, "fullyQualifiedName": f"{within}{between}{name}" if within else name}


def _sections(reading: Reading) -> dict[int, str]:
    found, heads = {}, [""] * 9
    for paragraph in reading.paragraphs:
        if paragraph.level is not None and paragraph.place is None:
            level = min(paragraph.level, len(heads))
            heads[level - 1 :] = [paragraph.text.strip(), *[""] * (len(heads) - level)]
        found[paragraph.number] = " ".join(head for head in heads[:2] if head)
    return found
