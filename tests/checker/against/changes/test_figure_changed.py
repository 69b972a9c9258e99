"""A figure that is another number now; told once where it changed alike in several places."""

from __future__ import annotations

from checker.against.paper import edited, told


def test_one_of_two_places_is_told_and_the_other_pointed_at() -> None:
    (only,) = edited("2100.01", "2100.10", 1)
    assert told([only]) == [("figure_changed", "2100.01万元", "2100.10万元")]
    assert only.where.text == "2100.10万元"
    assert "“二、资金管理”一节" in only.message
    assert "文中另有1处仍为原数" in only.message
    assert len(only.related) == 1


def test_both_places_changed_alike_are_one_change() -> None:
    (only,) = edited("2100.01", "2200.01")
    assert "另有1处同样改动" in only.message
    assert [each.text for each in (only.where, *only.related)] == ["2200.01万元"] * 2


def test_two_numbers_that_changed_places_are_both_named() -> None:
    found = edited("2021万元，县级资金79.01万元", "79.01万元，县级资金2021万元")
    assert told(found) == [("figure_changed", "2021万元", "79.01万元"), ("figure_changed", "79.01万元", "2021万元")]


def test_a_number_that_stands_bare_in_a_column_is_named_bare() -> None:
    (only,) = edited("134", "143")
    assert told([only]) == [("figure_changed", "134", "143")]
    assert "表“改造小区一览表”第2行“绿苑小区”的“户数（户）”栏" in only.message


def test_a_grade_is_a_figure_too() -> None:
    assert told(edited("良好", "优秀")) == [("figure_changed", "良好", "优秀")]


def test_a_figure_of_the_officers_own_paragraph_is_a_figure() -> None:
    assert told(edited("收回问卷310份", "一共收回了问卷320份")) == [("figure_changed", "310份", "320份")]


def test_the_same_amount_in_another_unit_is_none() -> None:
    assert edited("8.44万㎡", "84400平方米") == []
    assert edited("79.01万元", "79.010 0万元") == []


def test_a_number_is_found_again_in_a_sentence_turned_round() -> None:
    turned = edited("到位资金2100.01万元，其中上级资金2021万元", "其中上级资金2021万元，到位资金共2100.02万元")
    assert told(turned) == [("figure_changed", "2100.01万元", "2100.02万元")]


def test_a_point_that_moved_is_another_number() -> None:
    assert told(edited("66.78万元", "6.678万元")) == [("figure_changed", "66.78万元", "6.678万元")]
    assert told(edited("66.78万元", "6678万元")) == [("figure_changed", "66.78万元", "6678万元")]


def test_a_digit_put_into_or_lost_from_a_grouped_number_is_one_change() -> None:
    assert told(edited("2100.01万元", "21,00.01万元", 1)) == [("figure_changed", "2100.01万元", "21,00.01万元")]
    assert told(edited("2100.01万元", "12,100.01万元", 1)) == [("figure_changed", "2100.01万元", "12,100.01万元")]
