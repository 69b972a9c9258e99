"""Words of the report that stand there once more: pasted twice, and no new number."""

from __future__ import annotations

from checker.against.paper import found_in

from anju.kernel.finding import Severity


def test_a_paragraph_pasted_twice_is_a_note() -> None:
    (only,) = found_in(lambda every: [*every[:9], every[8], *every[9:]])
    assert (only.code, only.severity) == ("against.text_repeated", Severity.NOTE)
    assert "多出一遍" in only.message


def test_a_paragraph_that_moved_is_none() -> None:
    assert found_in(lambda every: [*every[:8], *every[9:12], every[8], *every[12:]]) == []
