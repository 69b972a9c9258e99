"""A column put into a table."""

from __future__ import annotations

from dataclasses import replace

from checker.against.paper import found_in

from anju.checker.reading import Paragraph


def put(every: list[Paragraph]) -> list[Paragraph]:
    made = []
    for each in every:
        if each.place and each.place.table == 2 and each.place.column == 5:
            text = "人口" if each.place.row == 1 else str(300 + each.place.row)
            made.append(Paragraph(0, text, each.place))
            made.append(replace(each, place=replace(each.place, column=6)))
        else:
            made.append(each)
    return made


def test_a_column_is_one_change() -> None:
    (only,) = found_in(put)
    assert only.code == "against.column_added"
    assert "表“改造小区一览表”添了“人口”栏" in only.message
