"""Two columns whose numbers took each other's place are one change."""

from __future__ import annotations

from dataclasses import replace

from checker.against.paper import found_in

from anju.checker.reading import Paragraph


def swap(every: list[Paragraph], first: int) -> list[Paragraph]:
    """Columns 2 and 3 of the second table from row `first` on."""
    other = {2: 3, 3: 2}
    return [
        replace(each, place=replace(each.place, column=other.get(each.place.column, each.place.column)))
        if each.place and each.place.table == 2 and each.place.row >= first
        else each
        for each in every
    ]


def test_numbers_without_their_heads_are_one_change() -> None:
    (only,) = found_in(lambda every: swap(every, 2))
    assert only.code == "against.columns_swapped"
    assert "表“改造小区一览表”的“楼栋（栋）”栏与“户数（户）”栏的数对调了，共4行" in only.message
    assert len(only.related) == 7


def test_columns_that_moved_with_their_heads_say_the_same() -> None:
    assert found_in(lambda every: swap(every, 1)) == []


def test_in_one_row_both_numbers_are_named() -> None:
    assert [each.code for each in found_in(lambda every: swap(every, 5))] == ["against.figure_changed"] * 2
