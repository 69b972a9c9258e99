"""A number in plain words: a day, a year."""

from __future__ import annotations

from checker.against.paper import edited, told

from anju.kernel.finding import Severity


def test_another_year_is_named() -> None:
    (only,) = edited("2023年计划", "2024年计划")
    assert told([only]) == [("number_changed", "2023年", "2024年")]
    assert only.severity is Severity.ERROR


def test_the_day_of_the_document_is_named_in_full_and_needs_a_look() -> None:
    (only,) = edited("2024年1月30日", "2024年2月1日")
    assert told([only]) == [("number_changed", "2024年1月30日", "2024年2月1日")]
    assert only.severity is Severity.WARNING
    assert "另有1处同样改动" in only.message


def test_a_heading_numbered_anew_is_none() -> None:
    assert edited("二、资金管理", "三、资金管理") == []
    assert edited("二、资金管理", "2.资金管理") == []
