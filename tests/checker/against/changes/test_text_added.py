"""Words without numbers that nobody issued."""

from __future__ import annotations

from checker.against.paper import edited

from anju.kernel.finding import Severity


def test_a_sentence_is_a_note() -> None:
    (only,) = edited("有关材料另附。", "有关材料另附。特此报告。")
    assert (only.code, only.severity) == ("against.text_added", Severity.NOTE)
    assert only.where.text == "特此报告。"


def test_the_officers_own_words_are_his() -> None:
    assert edited("各街道配合得力。", "各街道配合得力。居民送来锦旗。") == []
