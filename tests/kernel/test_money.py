"""Money: exact 分 in, 万元 and 元 out."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anju.kernel.money import NotExact, fen, wan, yuan
from anju.kernel.quantity import OtherDimension

AMOUNTS = st.integers(-(10**16), 10**16)


@given(AMOUNTS)
def test_yuan_reads_back(amount: int) -> None:
    assert fen(yuan(amount)) == amount
    assert fen(yuan(amount, grouped=True)) == amount
    assert fen(Decimal(yuan(amount))) == amount


@given(AMOUNTS)
def test_wan_with_six_decimals_is_exact(amount: int) -> None:
    assert fen(wan(amount, places=6), "万元") == amount


@given(AMOUNTS)
def test_wan_is_off_by_half_a_hundred_yuan_at_most(amount: int) -> None:
    assert abs(fen(wan(amount), "万元") - amount) <= 5_000


@given(st.lists(st.integers(0, 10**10), min_size=1))
def test_a_sum_of_fen_loses_nothing(amounts: list[int]) -> None:
    assert fen(sum((Decimal(yuan(amount)) for amount in amounts), Decimal(0))) == sum(amounts)


def test_the_seed_amounts() -> None:
    assert fen("2033.23", "万元") == 2_033_230_000
    assert fen("2021", "万元") + fen("79.01", "万元") == fen("2100.01", "万元")
    assert wan(fen("2100.01", "万元") - fen("2033.23", "万元")) == "66.78"


def test_text_may_name_its_own_unit() -> None:
    assert fen("2,033.23万元") == fen("20332300", "元") == fen("0.203323亿元", "万元") == 2_033_230_000


def test_grouped() -> None:
    assert wan(2_033_230_000, grouped=True) == "2,033.23"
    assert yuan(203) == "2.03"
    assert yuan(2_033_230_000, grouped=True) == "20,332,300.00"


@pytest.mark.parametrize(("value", "unit"), [("0.001", "元"), (Decimal("0.0000001"), "万元")])
def test_finer_than_a_fen(value: str | Decimal, unit: str) -> None:
    with pytest.raises(NotExact):
        fen(value, unit)


def test_not_money() -> None:
    with pytest.raises(OtherDimension):
        fen("8.44万㎡")
    with pytest.raises(TypeError):
        fen(1.5)  # type: ignore[arg-type]


def test_fen_is_money_here() -> None:
    assert fen("5分") == fen(5, "分") == 5
