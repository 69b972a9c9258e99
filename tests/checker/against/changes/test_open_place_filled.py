"""What was left open for the officer may be filled in; an amount told there needs a source."""

from __future__ import annotations

from checker.against.paper import edited, told

from anju.kernel.finding import Severity


def test_number_signer_and_addressee_belong_into_their_places() -> None:
    assert edited("〔主送机关〕", "某某市住房和城乡建设局") == []
    assert edited("〔发文字号〕", "丰住建发〔2024〕5号") == []
    assert edited("〔签发人姓名〕", "王某某") == []


def test_a_reason_without_numbers_is_what_the_place_is_for() -> None:
    assert edited("待填写", "雨季停工，工期顺延。") == []


def test_a_reason_with_a_number_needs_a_look() -> None:
    (only,) = edited("待填写", "雨季停工15天。")
    assert told([only]) == [("open_place_filled", None, "15天")]
    assert only.severity is Severity.WARNING
    assert "“绿苑小区”的“偏差原因”栏" in only.message
