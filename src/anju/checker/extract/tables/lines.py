"""一行一行的表：格与格之间用竖线、制表符或空白隔开，每行格数相同。"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import groupby, pairwise

from anju.checker.extract.tables.cell import Raw
from anju.checker.extract.tables.strewn import TOTAL, Found, counted, cut, filled, headed, numeric, purity
from anju.checker.reading import Paragraph

_PURE = 0.8
_RUNS = re.compile(r"[^\S\n]{2,}|\u3000+")
_BLANK = re.compile(r"\s")
_RULE = re.compile(r"[-:|\s—+=]+")
_SPEECH = re.compile("[。！？；]")
_LONGEST = 500


def lines(paragraphs: Sequence[Paragraph], at: int) -> tuple[Found | None, int]:
    """The table whose rows begin here, with the end of its paragraphs; or None and where to go on."""
    kind = _kind(paragraphs[at])
    if kind is None:
        return None, at + 1
    end = at
    while end < len(paragraphs) and _kind(paragraphs[end]) == kind:
        end += 1
    written = [each for n, each in enumerate(paragraphs[at:end]) if not (n and _RULE.fullmatch(each.text))]
    framed = kind == "|" and all(each.text.strip()[:1] == each.text.strip()[-1:] == "|" for each in written)
    rows = [_cells(each, kind, framed) for each in written]
    found = _table(rows, kind)
    if found is None and kind != "|" and len(rows) > 3:
        found = _table(rows[1:], kind)  # the title above the table has blanks too
        return (None, at + 1) if found is not None else (None, end)
    return found, end


def _kind(paragraph: Paragraph) -> str | None:
    """What parts its cells; None for no row of a table."""
    text = paragraph.text
    if paragraph.place is not None or len(text) > _LONGEST or _SPEECH.search(text):
        return None
    bare = text.strip()
    if bare.strip("|").count("|") or (bare.startswith("|") and bare.endswith("|") and len(bare) > 2):
        return "|"
    if "\t" in bare:
        return "\t"
    if "\n" in bare:
        return None
    if _RUNS.search(bare):
        return "  "
    tokens = bare.split()
    tight = len(tokens) > 2 and all(len(token) < 20 for token in tokens) and "，" not in bare
    return " " if tight else None


def _cells(paragraph: Paragraph, kind: str, framed: bool) -> list[Raw]:
    """`framed`: bars stand around each row, not only between its cells."""
    text = paragraph.text
    parting = {"|": re.compile(r"\|"), "\t": re.compile(r"\t"), "  ": _RUNS, " ": _BLANK}[kind]
    start, stop = (text.index("|") + 1, text.rindex("|")) if framed else (0, len(text))
    if kind != "|":
        start, stop = len(text) - len(text.lstrip()), len(text.rstrip())
    found, at = [], start
    for match in parting.finditer(text, start, stop):
        found.append(cut(paragraph, at, match.start()))
        at = match.end()
    return [*found, cut(paragraph, at, stop)]


def _table(rows: list[list[Raw]], kind: str) -> Found | None:
    if len(rows) < 3 or not any(numeric(raw) for row in rows[1:] for raw in row):
        return None
    rows = _aligned(rows) if kind == "|" else rows
    width = Counter(len(row) for row in rows).most_common(1)[0][0]
    head = next((n for n, row in enumerate(rows) if len(row) == width), len(rows))
    ordinals = head + 1 < len(rows) and numeric(rows[head + 1][0])
    even = width > 1 and headed(rows[head]) and all(_fits(row, width, ordinals) for row in rows[head:])
    if even and head < 2:
        arranged = [*rows[:head], *(filled(row, width) for row in rows[head:])]
        body = arranged[head + 1 :]
        if len(body) > 1 and (kind == "|" or counted(body) or purity(body) >= _PURE):
            return Found(arranged)
    if kind == "|" and _sections(rows):
        return Found([filled(row, len(row)) for row in rows])
    shifted = kind == "|" and sum(numeric(raw) for row in rows for raw in row) > 2 * len(rows)
    return Found([filled(row, len(row)) for row in rows], trusted=False) if shifted else None


def _aligned(rows: Sequence[list[Raw]]) -> list[list[Raw]]:
    """A head whose first cell was two columns wide (项目资金 | | 年初预算数) over rows that are one cell shorter."""
    found = list(rows)
    for at, (row, below) in enumerate(pairwise(rows)):
        wide = len(row) == len(below) + 1 and row[0].plain and not row[1].plain and all(raw.plain for raw in row[2:])
        if wide and headed(row) and any(numeric(raw) for raw in below):
            found[at] = [row[0], *row[2:]]
    return found


def _sections(rows: Sequence[list[Raw]]) -> bool:
    """A form (自评表): tables of different width one below the other, each that has figures beginning with its head."""
    runs = [list(run) for _, run in groupby(rows, key=len)]
    told = [run for run in runs if any(numeric(raw) for row in run for raw in row)]
    return len(told) > 1 and all(len(run) > 2 and len(run[0]) > 2 and headed(run[0]) for run in told)


def _fits(row: Sequence[Raw], width: int, ordinals: bool) -> bool:
    return len(row) == width or (len(row) == width - 1 and ordinals and TOTAL.match(row[0].plain) is not None)
