"""A number in plain words: a day, a year."""

from __future__ import annotations

from checker.against.paper import edited, told

from anju.kernel.finding import Severity


def test_another_year_is_named() -> None:
    (only,) = edited("2023年计划", "2024年计划")
    assert told([only]) == [("number_changed", "2023年", "2024年")]
    assert only.severity is Severity.ERROR


def test_the_day_of_the_document_is_named_in_full() -> None:
    assert told(edited("2024年1月30日", "2024年1月31日", 1)) == [("number_changed", "2024年1月30日", "2024年1月31日")]


def test_a_number_that_only_numbers_things_is_none() -> None:
    assert edited("有关材料另附", "有关材料另附") == []
