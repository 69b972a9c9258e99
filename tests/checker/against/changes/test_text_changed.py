"""A sentence in other words: worth a look, no fault."""

from __future__ import annotations

from checker.against.paper import edited

from anju.kernel.finding import Severity


def test_a_generated_sentence_in_other_words_is_a_note() -> None:
    (only,) = edited("专账核算", "单独核算")
    assert (only.code, only.severity) == ("against.text_changed", Severity.NOTE)
    assert "现为“资金已按合同支付，单独核算。”" in only.message


def test_a_heading_in_other_words_is_a_note() -> None:
    (only,) = edited("二、资金管理", "二、资金使用管理")
    assert (only.code, only.severity) == ("against.text_changed", Severity.NOTE)


def test_a_result_in_a_table_needs_a_look() -> None:
    (only,) = edited("未填报", "已填报", 1)
    assert only.severity is Severity.WARNING
    assert "第5行“居民出资”的“计划”栏" in only.message


def test_the_officers_own_words_are_his() -> None:
    assert edited("居民普遍认可。各街道配合得力。", "街道很支持，居民都说好。") == []


def test_punctuation_says_nothing() -> None:
    assert edited("支付，专账核算。", "支付；专账核算") == []
