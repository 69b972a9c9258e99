"""A column cut out of a table."""

from __future__ import annotations

from dataclasses import replace

from checker.against.paper import found_in

from anju.checker.reading import Paragraph


def cut(every: list[Paragraph]) -> list[Paragraph]:
    kept = []
    for each in every:
        if each.place and each.place.table == 2 and each.place.column >= 3:
            if each.place.column > 3:
                kept.append(replace(each, place=replace(each.place, column=each.place.column - 1)))
        else:
            kept.append(each)
    return kept


def test_a_column_is_one_change() -> None:
    (only,) = found_in(cut)
    assert only.code == "against.column_removed"
    assert "表“改造小区一览表”签发时的“户数（户）”栏已删去" in only.message
