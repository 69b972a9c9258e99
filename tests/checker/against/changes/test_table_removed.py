"""A table cut out."""

from __future__ import annotations

from dataclasses import replace

from checker.against.paper import found_in


def test_a_table_is_one_change() -> None:
    (only,) = found_in(lambda every: [each for each in every if not (each.place and each.place.table == 2)])
    assert only.code == "against.table_removed"
    assert "签发时的表“改造小区一览表”已删去" in only.message


def test_a_table_dissolved_into_text_is_still_there() -> None:
    assert found_in(lambda every: [replace(each, place=None) for each in every if each.text]) == []
