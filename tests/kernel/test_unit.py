"""Units: every spelling officers use, and the one rounding."""

from decimal import Decimal
from fractions import Fraction
from math import floor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anju.kernel.unit import Dimension, NotExact, UnknownUnit, decimal_text, half_up, unit

WHOLE = st.integers(-(10**18), 10**18)
FACTORS = st.sampled_from([1, 100, 10_000, 1_000_000, 10**10, Fraction(200_000, 3)])


@pytest.mark.parametrize(
    ("spellings", "dimension", "factor"),
    [
        ("元 圆 人民币元 yuan", Dimension.MONEY, 100),
        ("分 fen", Dimension.MONEY, 1),
        ("角", Dimension.MONEY, 10),
        ("千元", Dimension.MONEY, 10**5),
        ("百万元", Dimension.MONEY, 10**8),
        ("千万元", Dimension.MONEY, 10**9),
        ("万亿元", Dimension.MONEY, 10**14),
        ("万元 萬元", Dimension.MONEY, 10**6),
        ("亿元 億元", Dimension.MONEY, 10**10),
        ("㎡ m2 m² M2 平方米 平米 ｍ２", Dimension.AREA, 100),
        ("万㎡ 万平方米 万平米 万m² 萬㎡", Dimension.AREA, 10**6),
        ("dm² dm2 平方分米", Dimension.AREA, 1),
        ("公顷 ha", Dimension.AREA, 10**6),
        ("km² 平方公里", Dimension.AREA, 10**8),
        ("亩", Dimension.AREA, Fraction(200_000, 3)),
        ("毫米 mm", Dimension.LENGTH, 1),
        ("厘米 cm", Dimension.LENGTH, 10),
        ("米 m 延米", Dimension.LENGTH, 10**3),
        ("公里 km 千米 ㎞", Dimension.LENGTH, 10**6),
        ("万公里 万km 万千米", Dimension.LENGTH, 10**10),
        ("户", Dimension.COUNT, 1),
        ("万户", Dimension.COUNT, 10**4),
        ("亿人", Dimension.COUNT, 10**8),
        ("% ％", Dimension.SHARE, 100),
        ("百分点 个百分点", Dimension.SHARE, 100),
        ("‰", Dimension.SHARE, 10),
        ("日 天", Dimension.TIME, 1),
        ("周 星期", Dimension.TIME, 7),
        ("小时 个小时", Dimension.TIME, Fraction(1, 24)),
        ("分钟", Dimension.TIME, Fraction(1, 1440)),
        ("m³ m3 立方米 立方 ㎥", Dimension.VOLUME, 1000),
        ("万m³ 万立方米 萬立方米", Dimension.VOLUME, 10**7),
        ("吨", Dimension.MASS, 10**6),
        ("万吨", Dimension.MASS, 10**10),
        ("公斤 千克 kg ㎏", Dimension.MASS, 1000),
        ("千瓦时 度 kWh", Dimension.ENERGY, 1000),
        ("万千瓦时 万度", Dimension.ENERGY, 10**7),
        ("千瓦 kW", Dimension.POWER, 1000),
        ("倍", Dimension.SHARE, 10_000),
        ("成", Dimension.SHARE, 1000),
        ("百分比 %", Dimension.SHARE, 100),
        ("套(户) 套（户）", Dimension.COUNT, 1),
        ("万台（套）", Dimension.COUNT, 10_000),
        ("批次", Dimension.COUNT, 1),
    ],
)
def test_spellings(spellings: str, dimension: Dimension, factor: int | Fraction) -> None:
    found = {unit(spelling) for spelling in spellings.split()}
    assert {(each.dimension, each.factor) for each in found} == {(dimension, factor)}
    assert len(found) == 1


@pytest.mark.parametrize("symbol", list("个户栋人处部套块盏份次台项条座"))
def test_counts(symbol: str) -> None:
    assert unit(symbol).dimension is Dimension.COUNT
    assert unit("万" + symbol).factor == 10_000


def test_blanks_inside_do_not_matter() -> None:
    assert unit(" 万 ㎡ ") == unit("万㎡")


def test_fen_and_mark_share_a_sign() -> None:
    assert unit("分") == unit("fen")
    assert (unit("分", Dimension.POINTS).dimension, unit("分", Dimension.POINTS).factor) == (Dimension.POINTS, 10_000)
    assert unit("户", Dimension.POINTS) == unit("户")


def test_symbols_read_back_as_themselves() -> None:
    symbols = "分 角 元 万元 亿元 ㎡ 万㎡ dm² km² 公顷 亩 米 公里 万公里 户 万户 % 百分点 日 周 月 年"
    for symbol in symbols.split():
        assert unit(symbol).symbol == symbol


def test_a_year_is_twelve_months() -> None:
    assert unit("月").factor * 12 == unit("年").factor
    assert unit("亩").factor * 15 == unit("公顷").factor


@pytest.mark.parametrize(
    "symbol", ["", " ", "万", "亿", "美元", "万万元", "万%", "万分", "万日", "元/㎡", "²㎡", "套(元)", "套(甲)"]
)
def test_unknown(symbol: str) -> None:
    with pytest.raises(UnknownUnit, match="计量单位"):
        unit(symbol)


@given(WHOLE, WHOLE.filter(bool))
def test_half_up_is_the_nearest_and_ties_go_outward(numerator: int, denominator: int) -> None:
    exact = Fraction(numerator, denominator)
    expected = floor(abs(exact) + Fraction(1, 2)) * (-1 if exact < 0 else 1)
    assert half_up(numerator, denominator) == expected


@pytest.mark.parametrize(
    ("numerator", "denominator", "rounded"),
    [(5, 2, 3), (-5, 2, -3), (5, -2, -3), (-5, -2, 3), (49, 100, 0), (50, 100, 1), (-49, 100, 0), (0, -7, 0)],
)
def test_half_up_examples(numerator: int, denominator: int, rounded: int) -> None:
    assert half_up(numerator, denominator) == rounded


def test_half_up_of_nothing() -> None:
    with pytest.raises(ZeroDivisionError, match="分母为零"):
        half_up(1, 0)


@pytest.mark.parametrize(
    ("value", "factor", "places", "grouped", "text"),
    [
        (203323_0000, 1_000_000, 2, False, "2033.23"),
        (203323_0000, 1_000_000, 2, True, "2,033.23"),
        (203323_0000, 1_000_000, None, False, "2033.23"),
        (203323_0000, 1_000_000, 0, False, "2033"),
        (203323_0000, 10**10, 2, False, "0.20"),
        (-1, 1_000_000, 2, False, "0.00"),
        (-5, 1000, 2, False, "-0.01"),
        (8_440_000, 1_000_000, None, False, "8.44"),
        (100, 100, None, False, "1"),
        (200_000, Fraction(200_000, 3), None, False, "3"),
        (0, 100, None, False, "0"),
        (1_234_567_00, 100, None, True, "1,234,567"),
    ],
)
def test_decimal_text(value: int, factor: int | Fraction, places: int | None, grouped: bool, text: str) -> None:
    assert decimal_text(value, factor, places, grouped) == text


@given(WHOLE, FACTORS)
def test_exact_text_reads_back_and_is_shortest(value: int, factor: int | Fraction) -> None:
    text = decimal_text(value, factor)
    assert Fraction(text) * factor == value
    assert "." not in text or not text.endswith("0")


@given(WHOLE, FACTORS, st.integers(0, 12))
def test_rounded_text_is_within_half_a_step(value: int, factor: int | Fraction, places: int) -> None:
    text = decimal_text(value, factor, places)
    assert abs(Fraction(text) - Fraction(value) / factor) <= Fraction(1, 2 * 10**places)
    assert len(text.partition(".")[2]) == places


@given(WHOLE, st.integers(0, 6))
def test_grouping_only_adds_commas(value: int, places: int) -> None:
    plain, grouped = decimal_text(value, 100, places), decimal_text(value, 100, places, grouped=True)
    assert grouped.replace(",", "") == plain
    assert grouped == f"{Decimal(plain):,}"


def test_endless_decimals_need_places() -> None:
    with pytest.raises(NotExact, match="请指定保留几位"):
        decimal_text(1, 3)
    assert decimal_text(1, 3, 4) == "0.3333"


def test_places_are_not_negative() -> None:
    with pytest.raises(ValueError, match="不能是负数"):
        decimal_text(1, 3, -1)
