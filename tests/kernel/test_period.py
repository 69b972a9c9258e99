"""Dates in every spelling of an office; days that are on no calendar are refused."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anju.kernel.period import NotADate, Period, chinese_date, default_as_of, read_date

DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))
FULL_WIDTH = str.maketrans("0123456789.-/", "０１２３４５６７８９．－／")
DIGITS = "〇一二三四五六七八九"


def in_words(number: int) -> str:
    """1 to 31 as a Chinese numeral."""
    tens, ones = divmod(number, 10)
    head = {0: "", 1: "十"}.get(tens, DIGITS[tens] + "十")
    return head + (DIGITS[ones] if ones else "")


@given(DAYS)
def test_every_spelling_of_a_day(day: date) -> None:
    only = Period(day, day)
    year = "".join(DIGITS[int(digit)] for digit in str(day.year))
    for text in (
        chinese_date(day),
        f"{day.year}年{day.month:02}月{day.day:02}日",
        f"{day.year}.{day.month}.{day.day}",
        f"{day.year}/{day.month}/{day.day}",
        day.isoformat(),
        f"{day:%Y%m%d}",
        f"{day.isoformat()} 00:00:00",
        f"{day.isoformat()}T08:30:00.000",
        day.isoformat().translate(FULL_WIDTH),
        f"{year}年{in_words(day.month)}月{in_words(day.day)}日",
        f" {day.year} 年 {day.month} 月 {day.day} 日　",
    ):
        assert read_date(text) == only, text


@given(DAYS)
def test_a_month_or_a_year_is_the_whole_of_it(day: date) -> None:
    for text in (f"{day.year}年{day.month}月", f"{day.year}.{day.month}", f"{day:%Y-%m}", f"{day:%Y%m}"):
        month = read_date(text)
        assert month.contains(day)
        assert month.first.day == 1
        assert (month.last + timedelta(days=1)).day == 1
        assert month.first.month == month.last.month
    for text in (f"{day.year}年", f"{day.year}年度", str(day.year)):
        assert read_date(text) == Period.year(day.year)


@pytest.mark.parametrize(
    "text", ["二〇二四年一月三十日", "二○二四年一月三十日", "二O二四年一月三十日", "2024年1月30号"]
)
def test_the_signing_day_of_the_seed(text: str) -> None:
    assert read_date(text) == Period(date(2024, 1, 30), date(2024, 1, 30))


@pytest.mark.parametrize(
    "text",
    [
        *(
            "2023年2月30日",
            "2023-13-01",
            "2023.0.1",
            "20230231",
            "202313",
            "1023年",
            "1899年",
            "2101年",
            "3023-01-01",
            "2023-00-10",
        ),
        *("二〇二三年十三月", "2023年5月三二日", "十十十十年"),
    ],
)
def test_not_on_the_calendar(text: str) -> None:
    with pytest.raises(NotADate, match="核对年月日"):
        read_date(text)


@pytest.mark.parametrize(
    "text",
    [
        *("5月1日", "23.5.1", "2023-5/1", "2023年5月上旬", "2023年5月1日前", "45047", "2023050", "去年", "2023.5.1.2"),
        *("2023-05-01 25:00", "2023-05 00:00:00", "2023年⑤月", "2023-05-01 00:00:00" + " " * 30 + "起"),
    ],
)
def test_not_a_date(text: str) -> None:
    with pytest.raises(NotADate, match="不是日期"):
        read_date(text)


@pytest.mark.parametrize("text", ["", "   "])
def test_blank(text: str) -> None:
    with pytest.raises(NotADate, match="空白"):
        read_date(text)


@given(st.text(max_size=40))
def test_anything_is_a_period_or_a_chinese_sentence(text: str) -> None:
    try:
        said = f"“{read_date(text)}”"
    except NotADate as refused:
        said = str(refused)
    assert said.startswith(("“", "这里是空白"))


@given(DAYS, DAYS, DAYS)
def test_contains(one: date, other: date, day: date) -> None:
    period = Period(min(one, other), max(one, other))
    assert period.contains(day) == (min(one, other) <= day <= max(one, other))
    assert period.contains(period.first)
    assert period.contains(period.last)


def test_backwards() -> None:
    with pytest.raises(ValueError, match="晚于"):
        Period(date(2023, 5, 2), date(2023, 5, 1))


def test_a_year_has_its_ends() -> None:
    assert Period.year(2023) == Period(date(2023, 1, 1), date(2023, 12, 31))


def test_leap_february() -> None:
    assert Period.month(2024, 2).last == date(2024, 2, 29)
    assert Period.month(1900, 2).last == date(1900, 2, 28)


def test_printed_without_leading_zeros() -> None:
    assert chinese_date(date(2023, 5, 1)) == "2023年5月1日"


def test_default_as_of() -> None:
    assert default_as_of(2023) == date(2023, 12, 31)
