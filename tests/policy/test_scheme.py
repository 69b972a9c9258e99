"""评分表的权重处处合得拢；分值是万分之一分的整数。"""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from policy.own_policy import SMALL, marked, spoilt, write

from anju.policy.loader import load_policy
from anju.policy.located import PolicyError
from anju.policy.scheme import SCALE, points_text


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        (
            '        points: "6"\n',
            '        points: "5.5"\n',
            "指标I1“预算执行率”各评分点合计5.5分，应为6分",
        ),
        (
            'G2: {title: 机制, points: "4", basis: {source: anju-default, assurance: default}}',
            'G2: {title: 机制, points: "4.0001", basis: {source: anju-default, assurance: default}} #!',
            "“机制”组各指标合计4分，应为4.0001分",
        ),
        ('total: "10"', 'total: "100" #!', "各组合计10分，应为100分"),
        ('total: "10"', 'total: "0" #!', "总分应当大于零"),
        ("    group: G2", "    group: G3", "指标I2属于“G3”，评分表里没有这一组"),
    ],
)
def test_weights_that_do_not_sum_are_refused(tmp_path: Path, old: str, new: str, says: str) -> None:
    text = spoilt(old, new)
    if "#!" not in text:
        text = text.replace("  I1:", "  I1: #!") if "I1" in says else text.replace("  I2:", "  I2: #!")
    with pytest.raises(PolicyError) as caught:
        load_policy(write(tmp_path, schemes__小=text))
    assert str(caught.value) == f"{tmp_path / 'schemes/小.yaml'} 第{marked(text)}行：{says}"


@pytest.mark.parametrize("points", ["-1", "0.00001", "一", "NaN", "1/3", "null"])
def test_points_are_numbers_of_at_most_four_decimals(tmp_path: Path, points: str) -> None:
    text = spoilt('        points: "6"\n', f"        points: {points} #!\n")
    with pytest.raises(PolicyError) as caught:
        load_policy(write(tmp_path, schemes__小=text))
    assert caught.value.line == marked(text)


def test_a_sound_table_is_read_as_written(tmp_path: Path) -> None:
    scheme = load_policy(write(tmp_path, schemes__小=SMALL)).schemes["小"]
    assert (scheme.total, scheme.groups["G1"].points, scheme.items["I1"].points) == (100_000, 60_000, 60_000)
    assert scheme.items["I1"].parts[0].evidence == ("支付凭证",)
    assert scheme.items["I2"].parts[1].evidence == ()
    assert scheme.items["I2"].parts[1].measure is None
    assert scheme.lineage == ("小",)
    assert scheme.covers(2023)
    assert scheme.covers(2040)
    assert not scheme.covers(2022)


@given(st.integers(-(10**9), 10**9))
def test_points_print_exactly_and_without_trailing_zeros(points: int) -> None:
    text = points_text(points)
    assert Decimal(text) * SCALE == points
    assert "." not in text or not text.endswith("0")
    assert text != "-0"
