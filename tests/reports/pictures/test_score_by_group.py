"""各组得分的图：每条合起来就是分值，不知道的是斜线，不适用的不算失去。"""

import itertools
from collections import defaultdict
from collections.abc import Callable
from fractions import Fraction

import pytest
from assessed import complete, dengkou, nothing

from anju.figures.book import Book
from anju.kernel.outcome import Value
from anju.reports.document import Drawing, Printed
from anju.reports.picture import Box, Ink, Label
from anju.reports.pictures import score_by_group

BARS = {Ink.PROVED, Ink.POSSIBLE, Ink.LOST}


def bars(drawing: Drawing) -> dict[float, list[Box]]:
    """The boxes of each bar, by their height on the page; those of the legend show no figure."""
    found = defaultdict(list)
    for shape in drawing.picture.shapes:
        if isinstance(shape, Box) and shape.figure:
            found[shape.y].append(shape)
    return found


@pytest.mark.parametrize("county", [dengkou, complete, nothing])
def test_the_parts_of_a_bar_stand_end_to_end_and_make_up_the_points(county: Callable[[], Book]) -> None:
    book = county()
    drawing = score_by_group.draw(book)
    assert drawing
    groups = [group for group in book.assessment.evaluation.scheme.groups.values() if group.points]
    assert len(bars(drawing)) == len(groups)
    per_point = score_by_group.LENGTH / 50  # the largest group of the central table gives 50
    for group, boxes in zip(groups, bars(drawing).values(), strict=True):
        assert sum(box.width for box in boxes) == pytest.approx(group.points / 10_000 * per_point)
        assert boxes[0].x == score_by_group.LEFT
        for left, right in itertools.pairwise(boxes):
            assert left.x + left.width == pytest.approx(right.x)


def test_what_nobody_reported_is_hatched_and_not_lost() -> None:
    drawing = score_by_group.draw(nothing())
    assert drawing
    inks = {box.ink for boxes in bars(drawing).values() for box in boxes}
    assert Ink.POSSIBLE in inks
    possible = sum(box.width for boxes in bars(drawing).values() for box in boxes if box.ink is Ink.POSSIBLE)
    assert possible > 0.9 * sum(box.width for boxes in bars(drawing).values() for box in boxes)


def test_each_number_is_written_and_stands_in_the_table() -> None:
    book = dengkou()
    drawing = score_by_group.draw(book)
    assert drawing
    assert drawing.table
    written = "\n".join(shape.text for shape in drawing.picture.shapes if isinstance(shape, Label))
    assert "已证实12.5分　还能补37.5分　已失去0分" in written
    printed = [run for row in drawing.table.rows for cell in row for run in cell.runs if isinstance(run, Printed)]
    assert "score.group.OB.confirmed" in {run.figure.id for run in printed}
    assert all(run.figure == book.figure(run.figure.id).value for run in printed)


def test_points_that_do_not_apply_are_not_lost() -> None:
    for book in (dengkou(), complete(), nothing()):
        drawing = score_by_group.draw(book)
        assert drawing
        shown = defaultdict(Fraction)
        for box in (box for boxes in bars(drawing).values() for box in boxes):
            found = book.figure(box.figure)
            assert isinstance(found, Value)
            shown[box.ink] += found.value.value or 0
        found = book.assessment.evaluation
        assert shown[Ink.PROVED] == sum(item.confirmed for item in found.items)
        assert shown[Ink.POSSIBLE] == sum(item.at_most - item.confirmed for item in found.items)
