"""Quantities: the interval a print stands for, sums and comparisons."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anju.kernel.numeral import NotANumber
from anju.kernel.quantity import OtherDimension, Quantity, whole_base
from anju.kernel.unit import Dimension, NotExact, Unit, UnknownUnit, decimal_text, unit

SYMBOLS = ["元", "万元", "亿元", "㎡", "万㎡", "亩", "米", "万公里", "户", "万户", "%", "日", "月"]
BASE = st.integers(0, 10**14)


def quantities(symbols: list[str]) -> st.SearchStrategy[Quantity]:
    """Quantities read from a print with nought to four decimals."""
    number = st.builds(lambda value, places: decimal_text(value, 10**places, places), BASE, st.integers(0, 4))
    return st.builds(lambda text, symbol: Quantity.parse(text + symbol), number, st.sampled_from(symbols))


@given(BASE, st.sampled_from(SYMBOLS), st.integers(0, 6))
def test_a_print_admits_what_it_was_printed_from(base: int, symbol: str, places: int) -> None:
    measured = unit(symbol)
    read = Quantity.parse(decimal_text(base, measured.factor, places, grouped=True) + symbol)
    assert read.admits(base)
    assert abs(read.base - base) <= Fraction(measured.factor) / (2 * 10**places)


@given(quantities(SYMBOLS))
def test_interval_holds_the_value_in_its_middle(quantity: Quantity) -> None:
    low, high = quantity.interval
    assert low <= quantity.base <= high
    assert low + high == 2 * quantity.base
    assert quantity.admits(low)
    assert quantity.admits(high)
    assert not quantity.admits(high + Fraction(1, 1000))
    assert not quantity.admits(low - Fraction(1, 1000))


@given(quantities(SYMBOLS))
def test_text_round_trip(quantity: Quantity) -> None:
    assert Quantity.parse(str(quantity)) == quantity


@given(quantities(["㎡", "万㎡", "亩", "公顷"]), quantities(["㎡", "万㎡", "亩", "公顷"]))
def test_sums_add_value_and_interval(one: Quantity, other: Quantity) -> None:
    total = one + other
    assert total.base == one.base + other.base
    assert total.interval == tuple(a + b for a, b in zip(one.interval, other.interval, strict=True))
    assert (other + one).interval == total.interval


@given(quantities(["元", "万元"]), quantities(["元", "亿元"]))
def test_comparison_follows_the_base(one: Quantity, other: Quantity) -> None:
    assert (one < other) == (one.base < other.base)
    assert (one <= other) == (one.base <= other.base)
    assert (one > other) == (one.base > other.base)
    assert (one >= other) == (one.base >= other.base)


def test_the_seed_area() -> None:
    area = Quantity.parse("8.44万㎡")
    assert area == Quantity(Decimal("8.44"), unit("万㎡"), Decimal("0.01"))
    assert area.base == 8_440_000
    assert area.interval == (8_435_000, 8_445_000)
    assert str(area) == "8.44万㎡"


@pytest.mark.parametrize(
    ("text", "default", "shown", "low", "high"),
    [
        ("８．４４ 万平方米", None, "8.44万㎡", 8_435_000, 8_445_000),
        ("8.44万", "㎡", "8.44万㎡", 8_435_000, 8_445_000),
        ("84400", "㎡", "84400㎡", 8_439_950, 8_440_050),
        ("2,033.23万元", "元", "2033.23万元", 2_033_225_000, 2_033_235_000),
        ("2100.01元", None, "2100.01元", 210_001, 210_001),
        ("二十三栋", None, "23栋", 23, 23),
        ("二十三万户", None, "23万户", 225_000, 235_000),
        ("五亿", "元", "5亿元", 45 * 10**9, 55 * 10**9),
        ("一亿二千万元", None, "120000000元", 11_999_500_000, 12_000_500_000),
        ("776 户 ", None, "776户", 776, 776),
        ("7个小区", None, "7小区", 7, 7),
        ("3.8万户", None, "3.8万户", 37_500, 38_500),
        ("103.3%", None, "103.3%", 10_325, 10_335),
        ("-5元", None, "-5元", -550, -450),
        ("30天", None, "30日", 30, 30),
    ],
)
def test_parse(text: str, default: str | None, shown: str, low: int, high: int) -> None:
    quantity = Quantity.parse(text, unit(default) if default else None)
    assert str(quantity) == shown
    assert quantity.interval == (low, high)


def test_whole_counts_do_not_blur_in_a_sum() -> None:
    assert (Quantity.parse("7个") + Quantity.parse("5个")).interval == (12, 12)


def test_the_default_settles_what_a_mark_is() -> None:
    points = unit("分", Dimension.POINTS)
    assert Quantity.parse("90分", points).unit == points
    assert Quantity.parse("90分").unit.dimension is Dimension.MONEY


def test_sum_in_a_unit_that_can_write_it() -> None:
    assert str(Quantity.parse("1㎡") + Quantity.parse("1亩")) == "1.0015亩"
    assert str(Quantity.parse("2021万元") + Quantity.parse("79.01万元")) == "2100.01万元"


@pytest.mark.parametrize("text", ["776", "8.44万", "5²㎡", "1200余户", "3-5个", "8.44万万㎡", "5亿万"])
def test_no_unit_or_an_unknown_one(text: str) -> None:
    with pytest.raises(UnknownUnit):
        Quantity.parse(text)


@pytest.mark.parametrize("text", ["约7个", "", "㎡", "1,23元", "一千二元", "万元"])
def test_no_number(text: str) -> None:
    with pytest.raises(NotANumber):
        Quantity.parse(text)


def test_a_scale_alone_is_no_number() -> None:
    with pytest.raises(NotANumber, match="“万”不是一个确定的数"):
        Quantity.parse("万元")


def test_a_sum_nobody_can_write_exactly() -> None:
    third = Quantity(Decimal(1), Unit("三分", Dimension.MONEY, Fraction(1, 3)), Decimal(0))
    seventh = Quantity(Decimal(1), Unit("七分", Dimension.MONEY, Fraction(1, 7)), Decimal(0))
    with pytest.raises(NotExact, match="写不尽"):
        third + seventh


def test_another_kind_than_the_column() -> None:
    with pytest.raises(OtherDimension, match="应以万元计，写的却是㎡"):
        Quantity.parse("8.44㎡", unit("万元"))


def test_kinds_do_not_mix() -> None:
    money, area = Quantity.parse("1元"), Quantity.parse("1㎡")
    for act in (lambda: money < area, lambda: money >= area, lambda: money + area):
        with pytest.raises(OtherDimension, match="不是同一类的量"):
            act()
    assert money != area


@given(st.integers(-(10**14), 10**14), st.sampled_from(["元", "万元", "㎡", "万㎡", "户"]))
def test_whole_base_undoes_exact_text(base: int, symbol: str) -> None:
    measured = unit(symbol)
    text = decimal_text(base, measured.factor)
    assert whole_base(text, measured) == base
    assert whole_base(Decimal(text), measured) == base
    assert whole_base(text + symbol, measured) == base


def test_whole_base_refuses_what_is_finer_or_inexact() -> None:
    with pytest.raises(NotExact, match="少写几位小数"):
        whole_base("0.001", unit("元"))
    with pytest.raises(TypeError, match="浮点数"):
        whole_base(0.5, unit("元"))  # type: ignore[arg-type]
    with pytest.raises(NotANumber):
        whole_base(Decimal("Infinity"), unit("元"))
