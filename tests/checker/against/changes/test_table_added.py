"""A table put in."""

from __future__ import annotations

from checker.against.paper import found_in

from anju.checker.reading import Paragraph, Place


def test_a_table_is_one_change() -> None:
    cells = [("街道", "户数"), ("东街", "300"), ("西街", "476")]
    new = [
        Paragraph(0, text, Place(3, row, column))
        for row, two in enumerate(cells, 1)
        for column, text in enumerate(two, 1)
    ]
    (only,) = found_in(lambda every: [*every, *new])
    assert only.code == "against.table_added"
    assert "东街 300" in only.message
