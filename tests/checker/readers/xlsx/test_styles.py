"""A number is read as the cell shows it, whatever its format code is."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anju.checker.readers.xlsx.numbers import number
from anju.checker.readers.xlsx.styles import show

ACCOUNTING = '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ '


@pytest.mark.parametrize(
    ("value", "code", "shown"),
    [
        ("0.5163", "0.00%", "51.63%"),
        ("0.5", "0%", "50%"),
        ("-0.031", "0.0%", "-3.1%"),
        ("12345.678", "#,##0.00", "12,345.68"),
        ("1234567.5", "#,##0", "1,234,568"),
        ("0", "#,##0", "0"),
        ("0", "#,###", ""),
        ("7", "000", "007"),
        ("5", "0.##", "5"),
        ("5.1", "0.0#", "5.1"),
        ("1.005", "0.00", "1.01"),
        ("0.125", "0.00", "0.13"),
        ("2.5", "0", "3"),
        # 万 by an escaped point, the way it is done in Chinese offices, and by condition
        ("12345", '0!.0,"万元"', "1.2万元"),
        ("20210000", '0!.0,"万元"', "2021.0万元"),
        ("123456", r'#\.0000"万元"', "12.3456万元"),
        ("1234567", '[>=10000]0!.0000"万";0', "123.4567万"),
        ("9999", '[>=10000]0!.0000"万";0', "9999"),
        ("123456789", "0.00,,", "123.46"),
        ("12345678", '#,##0,"千元"', "12,346千元"),
        # signs, sections, accounting
        ("-5", "0.00;(0.00)", "(5.00)"),
        ("-5", r"0.00_);[Red]\(0.00\)", "(5.00)"),
        ("5", r"0.00_);[Red]\(0.00\)", "5.00"),
        ("0", "0.0;-0.0;无", "无"),
        ("0", ACCOUNTING, "-"),
        ("2033.23", ACCOUNTING, "2,033.23"),
        ("-2033.23", ACCOUNTING, "-2,033.23"),
        ("2021", "[$¥-804]#,##0.00", "¥2,021.00"),
        ("3", '"第"0"批"', "第3批"),
        ("1234.5", "0.00E+00", "1.23E+03"),
        ("3", "@", "3"),
        # no format
        ("51.629999999999995", "General", "51.63"),
        ("0.1", "", "0.1"),
        ("0.333333333333", "", "0.333333333"),
        ("123456789012", "", "123456789012"),
        ("8440000", 'G/通用格式"㎡"', "8440000㎡"),
    ],
)
def test_a_number_is_shown_as_excel_shows_it(value: str, code: str, shown: str) -> None:
    stored = number(value)
    assert stored is not None
    assert show(stored, code).strip() == shown


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ('yyyy"年"m"月"d"日"', "2023年3月5日"),
        ("yyyy/mm/dd;@", "2023/03/05"),
        ("yyyy-mm-dd hh:mm", "2023-03-05 18:30"),
        ('yyyy"年"m"月"', "2023年3月"),
        ("m/d/yy", "3/5/23"),
        ("h:mm AM/PM", "6:30 PM"),
        ('上午/下午h"时"mm"分"', "下午6时30分"),
        ("[h]:mm:ss", "1079778:30:00"),
        ("mm:ss.0", "30:00"),
        ('[DBNum1][$-804]yyyy"年"m"月"d"日"', "二〇二三年三月五日"),
        ("ddd", "周日"),
        ("aaaa", "星期日"),
        ("mmm", "3月"),
    ],
)
def test_a_date_is_shown_as_a_date(code: str, shown: str) -> None:
    assert show(Decimal("44990.7708333333"), code).strip() == shown


def test_dates_from_1904_and_the_day_that_never_was() -> None:
    assert show(Decimal(0), "yyyy/m/d", from_1904=True) == "1904/1/1"
    assert show(Decimal(59), "yyyy/m/d") == "1900/2/28"
    assert show(Decimal(61), "yyyy/m/d") == "1900/3/1"
    assert show(Decimal(-1), "yyyy/m/d") == "-1"


@given(st.integers(-(10**9), 10**9), st.integers(0, 4))
def test_two_places_and_thousands_agree_with_python(value: int, places: int) -> None:
    code = "#,##0" + ("." + "0" * places if places else "")
    assert show(Decimal(value).scaleb(-places), code) == f"{Decimal(value).scaleb(-places):,.{places}f}"


@given(st.text('0#?.,%;"[]@_*\\!EymdhsAP/年万- +>=1', max_size=60), st.decimals(allow_nan=False, allow_infinity=False))
def test_no_code_is_too_strange(code: str, value: Decimal) -> None:
    stored = number(str(value))
    if stored is not None:
        assert len(show(stored, code)) < 3000


@pytest.mark.parametrize("stored", ["1e999999999", "1e-999999999", "nan", "inf", "x", "", "1" * 400, "--1", "１ ２"])
def test_what_excel_cannot_have_written_is_no_number(stored: str) -> None:
    assert number(stored) is None
