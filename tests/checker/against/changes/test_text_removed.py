"""Words without figures that are no longer there."""

from __future__ import annotations

from checker.against.paper import edited, found_in

from anju.kernel.finding import Severity


def test_a_sentence_is_a_note() -> None:
    (only,) = edited("资金已按合同支付，专账核算。", "")
    assert (only.code, only.severity) == ("against.text_removed", Severity.NOTE)
    assert "“二、资金管理”一节" in only.message


def test_a_heading_is_a_note() -> None:
    (only,) = found_in(lambda every: [each for each in every if not each.text.startswith("三、")])
    assert (only.code, only.severity) == ("against.text_removed", Severity.NOTE)


def test_a_cell_needs_a_look() -> None:
    (only,) = edited("未填报", "", 1)
    assert (only.code, only.severity) == ("against.text_removed", Severity.WARNING)


def test_the_officers_own_words_are_his() -> None:
    assert edited("各街道配合得力。", "") == []
