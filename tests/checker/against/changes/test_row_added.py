"""A row put into a table."""

from __future__ import annotations

from checker.against.paper import found_in, told

from anju.checker.reading import Paragraph, Place


def put(every: list[Paragraph]) -> list[Paragraph]:
    last = max(index for index, each in enumerate(every) if each.place and each.place.table == 2)
    cells = ("新村小区", "3", "99", "1.1", "")
    new = [Paragraph(0, text, Place(2, 6, column)) for column, text in enumerate(cells, 1)]
    return every[: last + 1] + new + every[last + 1 :]


def test_a_row_is_one_change() -> None:
    (only,) = found_in(put)
    assert told([only]) == [("row_added", None, "新村小区 3 99 1.1")]
    assert only.where.text == "新村小区"
    assert "表“改造小区一览表”添了第6行“新村小区”" in only.message


def test_a_row_for_another_is_two() -> None:
    found = found_in(
        lambda every: put(
            [each for each in every if not (each.place and each.place.table == 2 and each.place.row == 3)]
        )
    )
    assert [each.code for each in found] == ["against.row_added", "against.row_removed"]
