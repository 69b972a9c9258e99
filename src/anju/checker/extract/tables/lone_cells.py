"""一格一行的表：每行末尾带一个竖线，或格与格之间单独一行竖线。"""

from __future__ import annotations

from collections.abc import Sequence

from anju.checker.extract.tables.cell import Raw
from anju.checker.extract.tables.strewn import TOTAL, Found, counted, cut, filled, headed, numeric, purity
from anju.checker.reading import Paragraph, Place

_WIDEST = 16
_PURE = 0.9
_BAR = "|"


def lone_cells(paragraphs: Sequence[Paragraph], at: int) -> tuple[Found | None, int]:
    """The table of cells that begins here, with the end of its paragraphs; or None and where to go on."""
    if not _ends_in_bar(paragraphs[at]) and not _bar(paragraphs, at + 1):
        return None, at + 1
    cells, end = _trailing(paragraphs, at) if _ends_in_bar(paragraphs[at]) else _between(paragraphs, at)
    if len(cells) < 6 or 10 * sum(map(numeric, cells)) < len(cells):
        return None, max(at + 1, end)
    rows = _arranged(cells)
    if rows is None:
        rows = _arranged(cells[:-1])
        end -= 1
    return (None, max(at + 1, end)) if rows is None else (Found(rows), end)


def _bar(paragraphs: Sequence[Paragraph], at: int) -> bool:
    return _plain(paragraphs, at) and paragraphs[at].text.strip() == _BAR


def _plain(paragraphs: Sequence[Paragraph], at: int) -> bool:
    return at < len(paragraphs) and paragraphs[at].place is None


def _ends_in_bar(paragraph: Paragraph) -> bool:
    text = paragraph.text.strip()
    return paragraph.place is None and len(text) > 1 and text.find(_BAR) == len(text) - 1


def _trailing(paragraphs: Sequence[Paragraph], at: int) -> tuple[list[Raw], int]:
    """长沙市 |: each line a cell, a lone bar an empty one; the last may lack its bar."""
    cells = []
    while _plain(paragraphs, at) and (_ends_in_bar(paragraphs[at]) or paragraphs[at].text.strip() == _BAR):
        cells.append(cut(paragraphs[at], 0, paragraphs[at].text.index(_BAR)))
        at += 1
    if _plain(paragraphs, at) and _BAR not in paragraphs[at].text and len(paragraphs[at].text) < 30:
        cells.append(cut(paragraphs[at], 0, len(paragraphs[at].text)))
        at += 1
    return cells, at


def _between(paragraphs: Sequence[Paragraph], at: int) -> tuple[list[Raw], int]:
    """A cell, a bar, a cell; two bars with nothing between them hold an empty cell."""
    cells: list[Raw] = []
    while _plain(paragraphs, at) and _BAR not in paragraphs[at].text:
        cells.append(cut(paragraphs[at], 0, len(paragraphs[at].text)))
        at += 1
        if not _bar(paragraphs, at):
            break
        while _bar(paragraphs, at + 1):
            cells.append(cut(paragraphs[at], 0, 0))
            at += 1
        at += 1
    return cells, at


def _arranged(cells: Sequence[Raw]) -> list[list[Raw]] | None:
    """Rows of the width under which each column is of one kind; the plainest sign is a column that counts them."""
    best: tuple[float, list[list[Raw]]] = (0.0, [])
    for width in range(2, min(_WIDEST, len(cells) // 2) + 1):
        if not headed(cells[:width]):
            break
        rows = _rows(cells, width)
        if rows is None:
            continue
        score = 1.0 + purity(rows[1:]) if counted(rows[1:]) else purity(rows[1:])
        best = max(best, (score, rows), key=lambda each: each[0])
    return best[1] if best[0] >= _PURE and len(best[1]) > 2 else None


def _rows(cells: Sequence[Raw], width: int) -> list[list[Raw]] | None:
    """None when the cells do not come out even."""
    found: list[list[Raw]] = []
    ordinals = numeric(cells[width])
    at = 0
    while at < len(cells):
        short = ordinals and bool(found) and TOTAL.match(cells[at].plain) is not None
        row = cells[at : at + width - short]
        if len(row) < width - short:
            last = _total(row, found[-1]) if short else None
            return None if last is None else [*found, last]
        found.append(filled(row, width))
        at += len(row)
    return found


def _total(row: Sequence[Raw], above: Sequence[Raw]) -> list[Raw] | None:
    """合计 | 100 |: the last row, its blanks left out; its figures stand under those of the row above, but for its
    number."""
    columns = [raw.place.column for raw in above[1:] if numeric(raw)]
    figures = row[1:]
    if len(figures) != len(columns) or not all(map(numeric, figures)):
        return None
    places = [Place(0, 0, column) for column in columns]
    name = Raw(row[0].paragraph, Place(0, 0, 1, columns[0] - 1), row[0].text, row[0].start)
    return [name, *(Raw(raw.paragraph, place, raw.text, raw.start) for raw, place in zip(figures, places, strict=True))]
