"""表头：哪几行是表头，一张表里换过几次表头，每一列上面写着什么。"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from anju.checker.extract.tables.cell import Raw
from anju.checker.extract.tables.numbers import figure, year
from anju.checker.extract.tables.units import own_unit

Row = Sequence[Raw]
_STRONG = re.compile(
    r"[\u4e00-\u9fff、及和\d]{0,16}(?:数|额|率|值|金额|面积|投资|得分|分值|权重|评分|完成情况|占比|年|年度|合计|小计)(?:\([^()]*\))?"
)
_NUMBERING = re.compile("甲|乙|丙|栏次|行次|列次|栏号|")
_OPEN = re.compile("-{1,2}|—{1,2}|/|…")
_SEPARATOR = re.compile(r"[-:—=\s]*")


@dataclass(frozen=True, slots=True)
class Block:
    """Rows under one head: `above` are all head rows, `heads` what stands over each column, `body` the rows below."""

    above: tuple[Row, ...]
    heads: dict[int, str]
    body: tuple[Row, ...]


def blocks(rows: Sequence[Row]) -> Iterator[Block]:
    """The parts of a table, each under its own head. An empty head where the first row has figures already."""
    start = 0
    while start < len(rows):
        first = next((n for n in range(start, len(rows)) if not _headlike(rows[n])), start + 1)
        end = next((n for n in range(first + 1, len(rows)) if _new_head(rows, n)), len(rows))
        above = tuple(rows[start:first])
        yield Block(above, _heads(above), tuple(rows[first:end]))
        start = end


def _headlike(row: Row) -> bool:
    """No figures but years, or the numbers of the columns."""
    texts = [raw.plain for raw in row if raw.plain]
    if _numbered(texts):
        return True
    open_places = sum(1 for text in texts if _OPEN.fullmatch(text))
    if open_places and open_places < len(texts):
        return False  # a head leaves nothing open: 甲 | — | — is a row
    figures = [text for text in texts if figure(text) is not None]
    if not all(year(text) for text in figures):
        return False
    steps = [int(text[:4]) for text in figures]
    return len(set(steps)) == len(steps) and all(abs(b - a) == 1 for a, b in pairwise(steps))


def _numbered(texts: Sequence[str]) -> bool:
    """栏次, 1, 2, 3"""
    numbers = [text for text in texts if not _NUMBERING.fullmatch(text)]
    return len(numbers) > 2 and all(re.match(rf"{n}(?!\d)", text) for n, text in enumerate(numbers, 1))


def _new_head(rows: Sequence[Row], at: int) -> bool:
    """A head in the middle of a table: 三级指标, 年度指标值, 实际完成值, 分值, 得分; or after a line of text alone."""
    texts = [raw.plain for raw in rows[at] if raw.plain]
    if len(texts) < 2 or not _headlike(rows[at]):
        return False
    strong = sum(1 for text in texts if _STRONG.fullmatch(text) or own_unit(text))
    above = [raw.plain for raw in rows[at - 1] if raw.plain]
    titled = len(above) == 1 and len(rows[at - 1]) > 1 and figure(above[0]) is None
    return strong > (0 if titled else 1) and 2 * strong >= len(texts) - 2


def _heads(above: Sequence[Row]) -> dict[int, str]:
    """The last head row and those that group it, joined from above."""
    rows = [row for row in above if not _numbered([raw.plain for raw in row if raw.plain]) and _written(row)]
    width = max((raw.place.column + raw.place.columns - 1 for row in rows for raw in row), default=0)
    first = len(rows) - 1
    while first > 0 and _groups(rows[first - 1], rows[first], width):
        first -= 1
    heads: dict[int, str] = {}
    for row in rows[max(first, 0) :]:
        for raw in row:
            if raw.place.columns == width > 1:
                continue
            for column in range(raw.place.column, raw.place.column + min(raw.place.columns, 64)):
                heads[column] = heads.get(column, "") + raw.plain
    return heads


def _written(row: Row) -> bool:
    return any(not _SEPARATOR.fullmatch(raw.plain) for raw in row)


def _groups(row: Row, below: Row, width: int) -> bool:
    """Whether a head row stands over the next one, merged or with blanks where it goes on; a title does not."""
    filled = [raw for raw in row if raw.plain]
    if len(filled) < 2:
        return False
    if any(1 < raw.place.columns < width or raw.place.rows > 1 for raw in filled):
        return True
    empty = {raw.place.column for raw in row if not raw.plain}
    return any(raw.plain and raw.place.column in empty for raw in below)
