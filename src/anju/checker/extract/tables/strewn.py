"""打散的表共用：把零散的格按列数排成行，看哪个列数排得最像一张表。"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from anju.checker.extract.tables.cell import Raw
from anju.checker.extract.tables.numbers import figure, year
from anju.checker.reading import Paragraph, Place

TOTAL = re.compile(r"合计|总计|共计|小计|全[国省市县区州盟旗]$")
EMPTY = frozenset({"", "-", "—", "--", "——", "/", "无", "…", "*"})


@dataclass(frozen=True, slots=True)
class Found:
    """The rows of a table; not `trusted` when cells have shifted."""

    rows: list[list[Raw]]
    trusted: bool = True


def cut(paragraph: Paragraph, start: int, end: int, column: int = 1) -> Raw:
    """The stretch of a paragraph as a cell, blanks around it left out."""
    text = paragraph.text[start:end]
    bare = text.strip()
    return Raw(paragraph.number, Place(0, 0, column), bare, start + (text.find(bare) if bare else 0))


def numeric(raw: Raw) -> bool:
    return figure(raw.plain) is not None


def filled(row: Sequence[Raw], width: int) -> list[Raw]:
    """A row with its columns numbered; a total that lacks the cell of the ordinal spans two."""
    short = width - len(row)
    return [
        Raw(
            raw.paragraph,
            Place(0, 0, column + (short if column > 1 else 0), 1 + short if column == 1 else 1),
            raw.text,
            raw.start,
        )
        for column, raw in enumerate(row, 1)
    ]


def purity(rows: Sequence[Sequence[Raw]]) -> float:
    """How alike the cells of each column are, figures or words, 0 to 1; 0 when no column has figures."""
    sums: dict[int, list[int]] = {}
    for row in rows:
        for raw in row:
            if raw.plain not in EMPTY:
                told = sums.setdefault(raw.place.column, [0, 0])
                told[numeric(raw)] += 1
    if not any(numbers > words for words, numbers in sums.values()):
        return 0.0
    return sum(max(each) for each in sums.values()) / sum(sum(each) for each in sums.values())


def counted(rows: Sequence[Sequence[Raw]]) -> bool:
    """Whether the first column counts the rows from 1; a total at the end needs no number."""
    first = [row[0].plain for row in rows if not TOTAL.match(row[0].plain)]
    return len(first) > 2 and all(text == str(n) for n, text in enumerate(first, 1))


def headed(row: Sequence[Raw]) -> bool:
    """Whether it can be the head: words, or years, and none of them long."""
    return all(len(raw.plain) < 30 and (not numeric(raw) or year(raw.plain)) for raw in row) and any(
        raw.plain and not numeric(raw) for raw in row
    )
