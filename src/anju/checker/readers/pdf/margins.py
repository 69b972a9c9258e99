"""页眉、页脚、页码：在多数页上同一处重复的行，和页边上光是页码的行，不算正文。"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from anju.checker.readers.pdf.lines import Line
from anju.checker.readers.pdf.sheet import Sheet

_ZONE = 0.13
"""Share of the page's height, above and below, in which heads and feet stand."""
_PAGE_NUMBER = re.compile(
    r"[-—–－~·\s]{0,6}第?\s?\d{1,4}\s?页?(?:\s?[/／,，共]\s?共?\s?\d{1,4}\s?页?)?[-—–－~·\s]{0,6}", re.ASCII
)
_DIGITS = re.compile(r"\d+")
_LEAST_PAGES, _MOST = 3, 0.4


def without_margins(sheets: list[Sheet]) -> None:
    """Take running heads, feet and page numbers off the pages."""
    read = [sheet for sheet in sheets if not sheet.state]
    counted = Counter(key for sheet in read for key in {_key(line) for line in _edge_lines(sheet)})
    least = max(_LEAST_PAGES, _MOST * len(read))
    for sheet in read:
        gone = {
            id(line)
            for line in _edge_lines(sheet)
            if _PAGE_NUMBER.fullmatch(line.text.strip()) or counted[_key(line)] >= least
        }
        sheet.items = [item for item in sheet.items if id(item) not in gone]


def _edge_lines(sheet: Sheet) -> Iterator[Line]:
    for item in sheet.items:
        middle = (item.top + item.bottom) / 2
        if isinstance(item, Line) and not _ZONE * sheet.height < middle < (1 - _ZONE) * sheet.height:
            yield item


def _key(line: Line) -> tuple[str, int]:
    """The text with its numbers left open, and where it stands, to some three points."""
    return _DIGITS.sub("#", "".join(line.text.split())), round(line.top / 3)
