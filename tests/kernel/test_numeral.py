"""Numbers as officers write them; what has two readings is refused."""

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anju.kernel.numeral import NotANumber, half_width, read_number

DIGITS = "〇一二三四五六七八九"
FULL_WIDTH = str.maketrans("0123456789.,-+", "０１２３４５６７８９．，－＋")
DECIMALS = st.decimals(-(10**12), 10**12, places=4, allow_nan=False)


def below_ten_thousand(number: int) -> str:
    """The section of a Chinese numeral, by the primary-school rule: one 零 for any run of empty places."""
    text, gap = "", False
    for power, place in ((3, "千"), (2, "百"), (1, "十"), (0, "")):
        digit = number // 10**power % 10
        if digit:
            text += ("零" if gap and text else "") + DIGITS[digit] + place
            gap = False
        else:
            gap = True
    return text


def chinese(number: int) -> str:
    """An independent writer of Chinese numerals from 1 to just below 一万亿."""
    text = ""
    for scale, name in ((10**8, "亿"), (10**4, "万"), (1, "")):
        section = number // scale % 10_000
        if section:
            text += ("零" if text and section < 1000 else "") + below_ten_thousand(section) + name
        elif text and scale > 1 and number % scale >= 1000:
            text += "零"
    return text


@given(st.integers(1, 10**12 - 1))
def test_chinese_numerals_round_trip(number: int) -> None:
    assert read_number(chinese(number)) == number


@given(st.integers(1, 9999) | st.integers(1, 10**12 - 1))
def test_formal_and_plain_numerals_mean_the_same(number: int) -> None:
    formal = chinese(number).translate(str.maketrans("〇一二三四五六七八九十百千", "零壹贰叁肆伍陆柒捌玖拾佰仟"))
    assert read_number(formal) == number


@given(st.integers(100, 10**15))
def test_chinese_digits_in_a_row(number: int) -> None:
    assert read_number("".join(DIGITS[int(digit)] for digit in str(number))) == number


@given(DECIMALS)
def test_plain_grouped_and_full_width_digits_round_trip(number: Decimal) -> None:
    for text in (f"{number:f}", f"{number:,f}", f"{number:,f}".replace(",", "'"), f"{number:,f}".replace(",", " ")):
        assert read_number(text) == number
        assert read_number(f" {text.translate(FULL_WIDTH)}　") == number


@given(DECIMALS)
def test_decimals_printed_are_kept(number: Decimal) -> None:
    assert read_number(f"{number:f}").as_tuple().exponent == -4


@given(st.text(max_size=70))
def test_anything_is_a_number_or_a_chinese_sentence(text: str) -> None:
    try:
        said = f"“{read_number(text)}"
    except NotANumber as refused:
        said = str(refused)
    assert said.startswith(("“", "这里是空白"))
    assert not re.match("“(NaN|Infinity)$", said)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("七", "7"),
        ("二十三", "23"),
        ("十", "10"),
        ("一十五", "15"),
        ("二〇二四", "2024"),
        ("二○二四", "2024"),
        ("一千二百", "1200"),
        ("一千零十五", "1015"),
        ("两", "2"),
        ("两万", "20000"),
        ("十万零三百", "100300"),
        ("二十万零三千", "203000"),
        ("一亿二千万", "120000000"),
        ("〇", "0"),
        ("零", "0"),
        ("负三", "-3"),
        ("三点一四", "3.14"),
        ("8.44万", "84400"),
        ("1.2 亿", "120000000"),
        ("3万亿", "3000000000000"),
        ("+5", "5"),
        ("−5", "-5"),
        (".5", "0.5"),
        ("１，２３４．５０", "1234.50"),
        ("1 234", "1234"),
        ("776  ", "776"),
        ("⼆⼗三", "23"),
    ],
)
def test_read(text: str, number: str) -> None:
    assert str(read_number(text)) == number


@pytest.mark.parametrize(
    "text",
    [
        *("1,23", "1.2.3", "7-8", "约7", "12,34,567", "1234,567", "0,123", "1,234'567", "1, 234", "5.", "1e5"),
        *("--5", "- 5", "5%", "7个", "近2400", "38余", "5²", "②", "⑩", "½", "Ⅶ", "٣", "NaN", "Infinity", "0x10"),
        *(
            "一千二",
            "一百一",
            "一万三",
            "七八",
            "一千零零二",
            "零十",
            "百",
            "万",
            "一万万",
            "二十十",
            "一亿五千",
            "点五",
        ),
        *("三点", "8.44万万", "千二百", "一百零十五零"),
    ],
)
def test_refuse_what_has_two_readings_or_none(text: str) -> None:
    with pytest.raises(NotANumber, match="不是一个确定的数"):
        read_number(text)


@pytest.mark.parametrize("text", ["", "  ", "　"])
def test_blank_is_not_zero(text: str) -> None:
    with pytest.raises(NotANumber, match="空白"):
        read_number(text)


def test_sixty_four_signs_are_the_most() -> None:
    assert read_number("9" * 64) == Decimal("9" * 64)
    with pytest.raises(NotANumber):
        read_number("9" * 65)


def test_a_huge_text_is_refused_at_once() -> None:
    with pytest.raises(NotANumber, match="“99999999999999999999”"):
        read_number("9" * 100_000)


def test_half_width_keeps_disguised_digits() -> None:
    assert half_width("５²②ｍ㎡") == "5²②mm2"
