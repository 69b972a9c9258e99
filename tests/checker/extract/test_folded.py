"""A text made plain, and the way back to the original from each of its characters."""

from __future__ import annotations

import pytest

from anju.checker.extract.folded import fold
from anju.checker.extract.traditional import TRADITIONAL


@pytest.mark.parametrize(
    ("original", "plain"),
    [
        ("实施1 979栋，30 511户", "实施1979栋,30511户"),
        ("批复211 561.6万元", "批复211561.6万元"),
        ("总投资2021 万元", "总投资2021万元"),
        ("支付67，463. 91万元，长3 .75 km", "支付67,463.91万元,长3.75km"),
        ("合格率1 0 0 %", "合格率100%"),
        ("1 2023 100 个", "1 2023 100个"),
        ("小区 7 5 户", "小区7 5户"),
        ("绿苑 120 98 76%", "绿苑120 98 76%"),
        ("2. 15个小区", "2. 15个小区"),
        ("1 023  456户", "1 023  456户"),
        ("新開工5.3萬個、惠及865萬戶", "新开工5.3万个、惠及865万户"),
        ("８．４４　万㎡（约９５％）；−3.5％", "8.44万㎡(约95%);-3.5%"),
        ("三\u200b户\ufeff", "三户"),
        ("①项目…㎡", "①项目…㎡"),
    ],
)
def test_signs_and_blanks_are_made_plain(original: str, plain: str) -> None:
    assert fold(original, wrapped=False).text == plain


@pytest.mark.parametrize(
    ("original", "plain"),
    [("总投资20\n33.23 万\n 元", "总投资2033.23万元"), ("改造\n 小区", "改造小区"), ("共 \n 7个", "共7个")],
)
def test_a_wrapped_line_goes_on(original: str, plain: str) -> None:
    assert fold(original, wrapped=True).text == plain
    assert "\n" in fold(original, wrapped=False).text


def test_every_character_points_to_where_it_stood() -> None:
    original = "实际 支付 67，463. 91 万元，共 30 511 户"
    folded = fold(original, wrapped=False)
    at = folded.text.index("67")
    start, end = folded.span(at, folded.text.index(",共"))
    assert original[start:end] == "67，463. 91 万元"
    start, end = folded.span(folded.text.index("30511"), len(folded.text))
    assert original[start:end] == "30 511 户"


def test_no_traditional_character_becomes_one() -> None:
    assert not set(TRADITIONAL) & set(TRADITIONAL.values())
    assert all(len(one) == len(other) == 1 for one, other in TRADITIONAL.items())
