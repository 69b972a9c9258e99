"""行拼成段：在右边满了才折的行接回去，缩进、换字号、空一段距离的另起一段；跨页的段和表接上。"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from anju.checker.readers.headings import ENDS, heading_level
from anju.checker.readers.pdf.lines import Line
from anju.checker.readers.pdf.sheet import Sheet
from anju.checker.readers.pdf.tables import Table

_LEADER = re.compile(r"[.…·]{6,200}\s{0,20}\d{1,4}$")
_INDENT, _SMALLER, _FAR = 0.8, 1.15, 1.7
_TIGHT, _LOOSE = 0.3, 1.6
"""How far, in characters, a full line may end before the margin; in doubt an unfinished sentence goes on."""
_LEAST_REACH, _LEAST_WIDE = 3, 0.6
_TITLE = 1.2
_KIND = re.compile(r"(?:报告|总结|情况|说明|方案|通知|公报|公告|意见|办法|决定|批复|函|[表书])\s?$")
_AUTHORITY = re.compile(r"(?:局|厅|部|委|委员会|政府|办公室|中心|院|会|文件|公司)\s?$")


@dataclass(slots=True)
class Block:
    """A paragraph under way: its text so far, its last line, the page on which it begins and that page's width."""

    text: str
    last: Line
    page: int
    width: float
    contents: bool = False


@dataclass(frozen=True, slots=True)
class _Page:
    """Where the lines of a page begin and end, and how far apart they are, and how large."""

    left: float
    right: float
    pitch: float
    size: float


def blocks(sheets: list[Sheet]) -> Iterator[Block | Table]:
    """Paragraphs and tables in reading order; what a page break parted is whole again."""
    last: Block | Table | None = None
    page, measured = 0, _measured(sheets)
    for sheet in sheets:
        for item in sheet.items:
            new_page, page = sheet.number != page, sheet.number
            if isinstance(item, Table) and isinstance(last, Table) and new_page and last.goes_on_in(item):
                last.join(item)
            elif isinstance(item, Line) and isinstance(last, Block) and _goes_on(last, item, measured, new_page):
                last.text += _blank(last.text, item.text) + item.text
                last.last = item
            else:
                yield from [last] if last is not None else []
                last = item if isinstance(item, Table) else _block(item, sheet)
    yield from [last] if last is not None else []


def _block(line: Line, sheet: Sheet) -> Block:
    """A line of the contents loses its dots and its page number."""
    text = _LEADER.sub("", line.text)
    return Block(text, line, sheet.number, sheet.width, text != line.text)


def _measured(sheets: list[Sheet]) -> dict[float, _Page]:
    """The margins of pages of each width: the left one from where lines begin, the right one from where several end;
    text that nowhere reaches a margin has one opposite the left one."""
    found: dict[float, list[Line]] = defaultdict(list)
    pitches: dict[float, list[float]] = defaultdict(list)
    for sheet in sheets:
        printed = [item for item in sheet.items if isinstance(item, Line)]
        found[sheet.width] += printed
        pitches[sheet.width] += [after.top - line.top for line, after in pairwise(printed)]
    return {width: _page(width, printed, sorted(pitches[width])) for width, printed in found.items() if printed}


def _page(width: float, printed: list[Line], pitches: list[float]) -> _Page:
    starts = Counter(round(line.x0 / 2) for line in printed)
    common = [start for start, many in starts.items() if many > 1]
    left = 2 * min(common) if common else min(line.x0 for line in printed)
    right = max(line.x1 for line in printed)
    reach = sum(1 for line in printed if line.x1 > right - line.size / 2)
    if reach < _LEAST_REACH or right < width * _LEAST_WIDE:
        right = max(right, width - left)
    sizes: Counter[float] = Counter()
    for line in printed:
        sizes[round(line.size, 1)] += len(line.text)
    return _Page(left, right, pitches[len(pitches) // 2] if pitches else 0, sizes.most_common(1)[0][0])


def _goes_on(block: Block, line: Line, measured: dict[float, _Page], new_page: bool) -> bool:
    """Whether a line belongs to the paragraph before it."""
    last, page = block.last, measured[block.width]
    if block.contents or _LEADER.search(line.text) or "\t" in last.text:
        return False
    if _one_title(last, line, page):
        return True
    alike = last.size / _SMALLER < line.size < last.size * _SMALLER
    near = new_page or line.top - last.top <= _FAR * max(page.pitch, line.size)
    return alike and near and _is_full(last, line, page) and not _opens(last, line, page, new_page)


def _is_full(last: Line, line: Line, page: _Page) -> bool:
    """Whether a line ended because what follows found no room in it."""
    slack = _TIGHT if last.text[-1] in ENDS else _LOOSE
    return last.x1 + line.first > page.right - slack * line.size


def _opens(last: Line, line: Line, page: _Page, new_page: bool) -> bool:
    """Whether a line begins a paragraph: it is indented, or a heading behind a finished sentence."""
    indented = line.x0 > page.left + _INDENT * line.size and (new_page or line.x0 > last.x0 - 0.3 * line.size)
    return indented or (last.text[-1] in ENDS and heading_level(line.text) is not None)


def _one_title(last: Line, line: Line, page: _Page) -> bool:
    """Two centred lines in large letters, one below the other, of which the second names a kind of document; two
    authorities that sign together are no title."""
    if not _KIND.search(line.text) or _AUTHORITY.search(last.text):
        return False
    middle = (page.left + page.right) / 2
    large = last.size >= _TITLE * page.size and abs(line.size - last.size) < 1
    centred = all(
        abs((each.x0 + each.x1) / 2 - middle) < each.size and each.x0 > page.left + each.size for each in (last, line)
    )
    return large and centred and 0 < line.top - last.top <= 2 * _FAR * line.size


def _blank(before: str, after: str) -> str:
    """Latin words are parted by a blank, Chinese ones and the halves of a figure are not."""
    latin = before[-1:].isascii() and before[-1:].isalpha() and after[:1].isascii() and after[:1].isalpha()
    return " " if latin else ""
