"""各组得分：已证实多少、补齐材料还能得多少、已失去多少，一组一条。"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from anju.figures.book import Book
from anju.figures.figure import Figure
from anju.kernel.outcome import NotApplicable, Outcome, Value
from anju.policy.scheme import SCALE, Group
from anju.reports.document import Cell, Drawing
from anju.reports.picture import Box, Ink, Label, Picture, Shape
from anju.reports.pictures._scale import Scale, axis, scale
from anju.reports.pictures._table import grid, number, shown, words
from anju.reports.pictures._words import SMALL, fitted, legend

TITLE = "各组得分：已证实、还能补和已失去的分"
SAYS = "每条长为该组分值：实心是已证实的分，斜线是补齐材料后还能得的分，空白是已失去的分；不适用的不在其中。"
WIDTH, LEFT, LENGTH = 156.0, 36.0, 112.0
ROW, BAR, TOP = 15.0, 6.0, 9.0
LEGEND = ((Ink.PROVED, "已证实"), (Ink.POSSIBLE, "还能补"), (Ink.LOST, "已失去"))


@dataclass(frozen=True)
class Row:
    """One group; the three parts of its points, and those that do not apply."""

    group: Group
    points: Outcome[Figure]
    parts: tuple[tuple[Ink, str, Outcome[Figure]], ...]


def draw(book: Book) -> Drawing | None:
    """None for a scoring table in which no group gives points."""
    rows = [_row(book, group) for group in book.assessment.evaluation.scheme.groups.values() if group.points]
    if not rows:
        return None
    across = scale(LEFT, LENGTH, Fraction(max(row.group.points for row in rows), SCALE))
    bottom = TOP + ROW * len(rows)
    shapes: list[Shape] = [*legend(LEGEND, LEFT, 4.5), *axis(across, TOP, bottom, "分")]
    for number_, row in enumerate(rows):
        shapes += _bar(row, across, TOP + ROW * number_)
    heads = ("评价内容", "分值（分）", "已证实（分）", "还能补（分）", "已失去（分）")
    table = grid(heads, [_cells(row) for row in rows], (36, 16, 16, 16, 16), TITLE)
    return Drawing(Picture("score_by_group", WIDTH, bottom + 6, tuple(shapes)), TITLE, SAYS, table)


def _row(book: Book, group: Group) -> Row:
    of = f"score.group.{group.code}"
    outside = "".join(f" - {id}" for id in _inapplicable(book, group))
    ids = (f"{of}.confirmed", f"{of}.at_most - {of}.confirmed", f"{of}.points - {of}.at_most{outside}")
    parts = tuple((ink, word, book.figure(id)) for (ink, word), id in zip(LEGEND, ids, strict=True))
    return Row(group, book.figure(f"{of}.points"), parts)


def _inapplicable(book: Book, group: Group) -> list[str]:
    """Points of the scoring points that do not apply: neither proved nor lost. Some tables give them in full."""
    found = book.assessment.evaluation
    if found.scheme.not_applicable == "full":
        return []
    return [
        f"score.{item.item.code}.{number}.points"
        for item in found.items
        if item.item.group == group.code
        for number, part in enumerate(item.parts, 1)
        if isinstance(part.outcome, NotApplicable)
    ]


def _bar(row: Row, across: Scale, y: float) -> list[Shape]:
    """The words above, the bar below."""
    said = "　".join(f"{word}{shown(found, '分')}" for _, word, found in row.parts)
    if all(isinstance(found, NotApplicable) for _, _, found in row.parts):
        said = f"不适用（{shown(row.points, '分')}）"
    shapes: list[Shape] = [
        Label(LEFT - 2, y + 10, fitted(row.group.title, LEFT - 3, 3.6), "end"),
        Label(LEFT + 1, y + 4.2, said, size=SMALL, ink=Ink.QUIET),
    ]
    x = LEFT
    for ink, _, found in row.parts:
        if isinstance(found, Value) and found.value.value:
            length = across.mm(found.value.value / SCALE)
            shapes.append(Box(x, y + 5.5, length, BAR, ink, found.value.id))
            x += length
    return shapes


def _cells(row: Row) -> tuple[Cell, ...]:
    return (words(row.group.title), number(row.points, "分"), *(number(found, "分") for _, _, found in row.parts))
