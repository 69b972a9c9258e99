"""A number in plain words that is no longer there."""

from __future__ import annotations

from checker.against.paper import edited, told

from anju.kernel.finding import Severity


def test_the_year_cut_out_of_a_sentence() -> None:
    (only,) = edited("2023年计划改造", "计划改造")
    assert told([only]) == [("number_gone", "2023年", None)]
    assert only.severity is Severity.WARNING


def test_a_figure_is_another_matter() -> None:
    assert [each[0] for each in told(edited("涉及23栋、", "涉及"))] == ["figure_gone"]
