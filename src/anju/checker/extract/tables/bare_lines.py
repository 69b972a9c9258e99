"""一格一行、没有任何记号的表：从网页上拷下来的表格，一连串短行，按列数排得整齐才认。"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from anju.checker.extract.tables.cell import Raw
from anju.checker.extract.tables.strewn import EMPTY, TOTAL, Found, cut, filled, headed, numeric
from anju.checker.reading import Paragraph

_WIDEST = 16
_LONGEST = 30
_SPEECH = re.compile(r"[。！？；|\t\n]|，\D")
_MOST = 20_000


def bare_lines(paragraphs: Sequence[Paragraph], at: int) -> tuple[Found | None, int]:
    """The table that begins here, with the end of its paragraphs; or None and where to go on."""
    end = at
    while end < len(paragraphs) and end - at < _MOST and _short(paragraphs[end]):
        end += 1
    cells = [cut(each, 0, len(each.text)) for each in paragraphs[at:end]]
    numbers = sum(map(numeric, cells))
    if numbers < 4 or len(cells) < 9:
        return None, max(at + 1, end)
    start, rows = max(_arranged(cells), key=lambda each: sum(map(len, each[1])), default=(0, []))
    if not rows:
        return None, max(at + 1, end)
    if start:
        return None, at + start
    return Found(rows), at + sum(map(len, rows))


def _short(paragraph: Paragraph) -> bool:
    text = paragraph.text
    return paragraph.place is None and len(text) <= _LONGEST and not _SPEECH.search(text)


def _arranged(cells: Sequence[Raw]) -> Iterator[tuple[int, list[list[Raw]]]]:
    """For each width, and each way the first figure may stand in its row, where the head begins and the rows."""
    first = next(n for n, raw in enumerate(cells) if numeric(raw))
    for width in range(3, _WIDEST + 1):
        for ahead in range(3):
            start = first - ahead - width
            if start >= 0 and headed(cells[start : start + width]):
                rows = [filled(cells[start : start + width], width), *_rows(cells[start + width :], width)]
                if len(rows) > 3:
                    yield start, rows


def _rows(cells: Sequence[Raw], width: int) -> Iterator[list[Raw]]:
    """Rows for as long as each is of the kind of the first."""
    kinds = [numeric(raw) for raw in cells[:width]]
    if not any(kinds[1:]) or sum(kinds) * 3 < width:
        return
    at, number = 0, 1
    while at < len(cells):
        short = kinds[0] and TOTAL.match(cells[at].plain) is not None
        row = cells[at : at + width - short]
        if len(row) < width - short or not _like(row, kinds[short:], number if kinds[0] and not short else None):
            return
        yield filled(row, width)
        at, number = at + len(row), number + 1


def _like(row: Sequence[Raw], kinds: Sequence[bool], number: int | None) -> bool:
    """Figures where the first row has figures, words where it has words; the ordinal is the next."""
    if number is not None and row[0].plain != str(number):
        return False
    pairs = zip(row, kinds, strict=True)
    return all(numeric(raw) == kind or raw.plain in EMPTY for raw, kind in pairs)
