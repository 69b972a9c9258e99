"""The same number in another unit is another amount."""

from __future__ import annotations

from checker.against.paper import edited, told


def test_yuan_for_ten_thousand_yuan() -> None:
    (only,) = edited("2021万元", "2021元")
    assert told([only]) == [("unit_changed", "2021万元", "2021元")]
    assert "单位不同" in only.message


def test_the_unit_line_of_a_table() -> None:
    (only,) = edited("单位：万元", "单位：元")
    assert told([only]) == [("unit_changed", "万元", "元")]
    assert "表“资金使用情况表”" in only.message


def test_the_unit_at_the_head_of_a_column() -> None:
    assert told(edited("面积（万㎡）", "面积（㎡）")) == [("unit_changed", "万㎡", "㎡")]


def test_a_unit_cut_off() -> None:
    assert told(edited("96.5%", "96.5")) == [("unit_changed", "96.5%", "96.5")]


def test_another_thing_counted() -> None:
    assert told(edited("776户", "776人")) == [("unit_changed", "776户", "776人")]


def test_another_spelling_of_the_unit_is_none() -> None:
    assert edited("8.44万㎡", "8.44万平方米") == []


def test_a_unit_put_into_the_cell_of_a_column_that_names_it_is_none() -> None:
    assert edited("134", "134户") == []


def test_a_unit_in_words_of_a_sentence_is_no_change_of_unit() -> None:
    assert [each.code for each in edited("资金已按合同支付", "资金已按元旦前的合同支付")] == ["against.text_changed"]
