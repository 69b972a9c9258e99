"""行拼成段：在右边满了才折的行接回去，缩进、换字号、空一段距离的另起一段；跨页的段和表接上。"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from anju.checker.readers.headings import heading_level
from anju.checker.readers.pdf.lines import Line
from anju.checker.readers.pdf.sheet import Sheet
from anju.checker.readers.pdf.tables import Table

_LEADER = re.compile(r"[.…·]{6,200}\s{0,20}\d{1,4}$")
_INDENT, _SMALLER, _FAR = 0.8, 1.15, 1.7
_ENDS = "。！？；：!?;:"


@dataclass(slots=True)
class Block:
    """A paragraph under way: its text so far, its last line, and the page on which it begins."""

    text: str
    last: Line
    page: int
    contents: bool = False


@dataclass(frozen=True, slots=True)
class _Page:
    """Where the lines of a page begin and end, and how far apart they are."""

    left: float
    right: float
    pitch: float


def blocks(sheets: list[Sheet]) -> Iterator[Block | Table]:
    """Paragraphs and tables in reading order; what a page break parted is whole again."""
    last: Block | Table | None = None
    page, before = 0, _Page(0, 0, 0)
    for sheet in sheets:
        measure = _measure(sheet)
        for item in sheet.items:
            new_page = sheet.number != page
            if isinstance(item, Table):
                if isinstance(last, Table) and new_page and last.goes_on_in(item):
                    last.join(item)
                else:
                    yield from [last] if last is not None else []
                    last = item
            elif isinstance(last, Block) and _goes_on(last, item, measure, before if new_page else measure, new_page):
                last.text += _blank(last.text, item.text) + item.text
                last.last = item
            else:
                yield from [last] if last is not None else []
                last = _block(item, sheet.number)
            page, before = sheet.number, measure
    yield from [last] if last is not None else []


def _block(line: Line, page: int) -> Block:
    """A line of the contents loses its dots and its page number."""
    text = _LEADER.sub("", line.text)
    return Block(text, line, page, text != line.text)


def _measure(sheet: Sheet) -> _Page:
    found = [item for item in sheet.items if isinstance(item, Line)]
    if not found:
        return _Page(0, sheet.width, 0)
    starts = Counter(round(line.x0 / 2) for line in found)
    common = [start for start, many in starts.items() if many > 1]
    left = 2 * min(common) if common else min(line.x0 for line in found)
    pitches = sorted(after.top - line.top for line, after in pairwise(found))
    return _Page(left, max(line.x1 for line in found), pitches[len(pitches) // 2] if pitches else 0)


def _goes_on(block: Block, line: Line, page: _Page, before: _Page, new_page: bool) -> bool:
    last = block.last
    if block.contents or _LEADER.search(line.text) or "\t" in last.text:
        return False
    if not last.size / _SMALLER < line.size < last.size * _SMALLER:
        return False
    if last.x1 + line.first <= before.right - 0.3 * line.size:
        return False
    if line.x0 > page.left + _INDENT * line.size and (new_page or line.x0 > last.x0 - 0.3 * line.size):
        return False
    if last.text[-1] in _ENDS and heading_level(line.text) is not None:
        return False
    return new_page or line.top - last.top <= _FAR * max(page.pitch, line.size)


def _blank(before: str, after: str) -> str:
    """Latin words are parted by a blank, Chinese ones and the halves of a figure are not."""
    latin = before[-1:].isascii() and before[-1:].isalpha() and after[:1].isascii() and after[:1].isalpha()
    return " " if latin else ""
