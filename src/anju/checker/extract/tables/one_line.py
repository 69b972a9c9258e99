"""压成一行的表：几个列名之后，一个行名跟几个数，再一个行名跟几个数。"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from anju.checker.extract.tables.cell import Raw
from anju.checker.extract.tables.strewn import Found, cut, filled, numeric
from anju.checker.reading import Paragraph

_TOKEN = re.compile(r"\S+")
_HEAD = re.compile(
    r"[\u4e00-\u9fff]{0,10}(?:数|额|率|值|得分|分值|权重|预算|决算|小计|合计)(?:[(（][^()（）]{1,6}[)）])?"
)
_MOST = 400
"""Tokens of a line; a longer one is no form."""


def one_line(paragraphs: Sequence[Paragraph], at: int) -> tuple[Found | None, int]:
    """The table that this paragraph is, and the next; or None and the next."""
    paragraph = paragraphs[at]
    if paragraph.place is not None or "。" in paragraph.text or paragraph.text.count(" ") < 6:
        return None, at + 1
    tokens = [cut(paragraph, *match.span()) for match in _TOKEN.finditer(paragraph.text[: 40 * _MOST])][:_MOST]
    first = next((n for n, raw in enumerate(tokens) if _HEAD.fullmatch(raw.plain)), len(tokens))
    heads = list(takewhile(lambda raw: _HEAD.fullmatch(raw.plain) is not None, tokens[first:]))
    rows = _rows(tokens[first + len(heads) :], len(heads))
    if len(heads) < 3 or rows is None:
        return None, at + 1
    corner = cut(paragraph, tokens[0].start, tokens[first].start)
    width = len(heads) + 1
    return Found([filled([corner, *heads], width), *(filled(row, len(row)) for row in rows)]), at + 1


def _rows(tokens: Sequence[Raw], width: int) -> list[list[Raw]] | None:
    """Names, each with as many figures as there are heads, or fewer; None when it does not come out so."""
    rows: list[list[Raw]] = []
    for raw in tokens:
        if not numeric(raw) and raw.plain not in {"-", "—", "/"}:
            if rows and len(rows[-1]) == 1:
                return None
            rows.append([raw])
        elif not rows or len(rows[-1]) > width:
            return None
        else:
            rows[-1].append(raw)
    even = any(len(row) == width + 1 for row in rows) and all(len(row) > 1 for row in rows)
    return rows if even else None
