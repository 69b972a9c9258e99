"""A row cut out of a table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from checker.against.paper import found_in, told

from anju.checker.reading import Paragraph


def without_row(table: int, row: int) -> Callable[[list[Paragraph]], list[Paragraph]]:
    """The row cut out, those below moved up."""

    def cut(every: list[Paragraph]) -> list[Paragraph]:
        kept = []
        for each in every:
            if each.place and each.place.table == table and each.place.row >= row:
                if each.place.row > row:
                    kept.append(replace(each, place=replace(each.place, row=each.place.row - 1)))
            else:
                kept.append(each)
        return kept

    return cut


@pytest.mark.parametrize("marks", [True, False])
def test_a_row_is_one_change(marks: bool) -> None:
    (only,) = found_in(without_row(2, 3), marks)
    assert told([only]) == [("row_removed", "绿洲小区 5 160 1.72", None)]
    assert "表“改造小区一览表”签发时的第3行“绿洲小区”已删去" in only.message


def test_rows_numbered_anew_are_none() -> None:
    def cut(every: list[Paragraph]) -> list[Paragraph]:
        return [
            replace(each, text=str(each.place.row - 1))
            if each.place and each.place.table == 1 and each.place.column == 1 and each.place.row > 1
            else each
            for each in without_row(1, 3)(every)
        ]

    assert [each.code for each in found_in(cut)] == ["against.row_removed"]


def test_another_order_of_rows_is_none() -> None:
    def turned(every: list[Paragraph]) -> list[Paragraph]:
        rows = {2: 5, 3: 4, 4: 3, 5: 2}
        moved = [
            replace(each, place=replace(each.place, row=rows.get(each.place.row, 1)))
            if each.place and each.place.table == 2
            else each
            for each in every
        ]
        return sorted(moved, key=lambda each: (each.place.table, each.place.row) if each.place else (0, 0))

    assert found_in(turned) == []
