"""Numbers in a text: what they are, what follows them, and when two say the same."""

from __future__ import annotations

import pytest

from anju.checker.against.amount import amounts, chinese_numbers, dated, same_amount, same_unit
from anju.checker.against.folded import folded


def one(text: str) -> tuple[str, str]:
    (only,) = amounts(folded(text))
    return only.number, only.symbol


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("到位2100.01万元。", "2100.01", "万元"),
        ("到位２，１００．０１ 万 元", "2100.01", "万元"),
        ("7个小区", "7", "个小区"),
        ("8.44万㎡", "8.44", "万㎡"),
        ("8.440万m2，", "8.44", "万m2"),
        ("300万，", "300", "万"),
        ("偏差-5.2%", "-5.2", "%"),
        ("007", "7", ""),
        ("0.50", "0.5", ""),
    ],
)
def test_number_and_unit(text: str, number: str, unit: str) -> None:
    assert one(text) == (number, unit)


def test_a_dash_between_years_is_no_minus() -> None:
    assert [each.number for each in amounts("2023-2024年")] == ["2023", "2024"]


def test_numbers_that_stand_apart_stay_apart() -> None:
    assert [each.number for each in amounts("7、5、3")] == ["7", "5", "3"]


@pytest.mark.parametrize("text", ["第3条", "附件1", "表2", "2.资金管理", "3、资金管理"])
def test_what_numbers_things_is_an_ordinal(text: str) -> None:
    assert [each.ordinal for each in amounts(folded(text))] == [True]


@pytest.mark.parametrize(
    ("issued", "found", "column", "same"),
    [
        ("2100.01万元", "21000100元", "", True),
        ("2100.01万元", "2100.01元", "", False),
        ("2100.01万元", "2100.01", "", False),
        ("8.44万㎡", "84400平方米", "", True),
        ("134", "134户", "户", True),
        ("134", "134户", "", True),
        ("134", "134万户", "户", False),
        ("776户", "776人", "", False),
        ("7个", "7个小区", "", True),
        ("96.5%", "965‰", "", True),
        ("2021", "2021.0", "", True),
        ("2021", "2022", "", False),
    ],
)
def test_the_same_amount(issued: str, found: str, column: str, same: bool) -> None:
    (old,), (new,) = amounts(folded(issued)), amounts(folded(found))
    assert same_amount(old, new, column) is same


def test_units_that_count_different_things_differ() -> None:
    assert same_unit("平方米", "㎡")
    assert not same_unit("户", "个")
    assert not same_unit("万", "万元")


def test_a_day_is_one() -> None:
    fold = "于2024年1月30日完成12项"
    assert fold[slice(*dated(fold, 8, 11))] == "2024年1月30日"
    assert fold[slice(*dated(fold, 13, 16))] == "12项"


def test_numbers_in_chinese_numerals() -> None:
    assert [each[2] for each in chinese_numbers("共七个小区、七百七十六户")] == ["7", "776"]
