"""A quotation begins and ends where a reader would, and a difference of rates has its measure word."""

from __future__ import annotations

from fractions import Fraction

import pytest
from report_cases import reading

from anju.checker.extract import extract
from anju.checker.rules._shown import amount, quoted
from anju.kernel.unit import unit


@pytest.mark.parametrize(
    ("text", "figure", "says"),
    [
        ("10月份完成投资为1,236万元比上个月也就是九月份所完成的1,418万元增长12.8%。", "12.8%", "1,418万元增长12.8%"),
        ("二〇二三年计划改造7个老旧小区。", "7个", "二〇二三年计划改造7个老旧小区"),
        ("其中，到位2,033.23万元，支付率90%", "2,033.23万元", "到位2,033.23万元"),
    ],
)
def test_no_figure_is_cut_in_two(text: str, figure: str, says: str) -> None:
    extracted = extract(reading(text))
    (claim,) = [each for each in extracted.claims if each.text == figure]
    assert quoted(extracted, claim).endswith(f"{says}”")
    assert f"“{figure}" not in quoted(extracted, claim)
    opening = quoted(extracted, claim).partition("“")[2][:6]
    assert opening in text
    assert text[: text.index(opening)][-1:] not in set("0123456789.,")


def test_a_difference_of_rates_is_counted_in_points() -> None:
    assert amount(Fraction(480), unit("百分点")) == "4.8个百分点"
    assert amount(Fraction(100_000, 3), unit("元")) == "333.3333元"
