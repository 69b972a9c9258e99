"""数怎么落进格子：值是准确的数，格式写出来与印的一字不差。"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from anju.figures.figure import Figure
from anju.kernel.assurance import RowAssurance
from anju.reports.document import Cell, Printed
from anju.reports.writers.xlsx.numbers import Number, number, plain


def figure(value: int | Fraction, stored: str, shown: str = "") -> Figure:
    return Figure("x", "数", Fraction(value), stored, "x", "", (), RowAssurance.STATED, shown)


def printed(of: Figure, unit: str = "", bare: bool = True, grouped: bool = False) -> Printed:
    return Printed(of, of.printed(unit, bare=bare, grouped=grouped), unit)


MONEY, AREA = figure(210001 * 10_000, "fen"), figure(8_440_000, "dm2")


@pytest.mark.parametrize(
    ("runs", "wanted"),
    [
        ((printed(MONEY, grouped=True),), Number(Decimal("2100.01"), "#,##0.00")),
        ((printed(MONEY, "万元", grouped=True),), Number(Decimal("2100.01"), "#,##0.00")),
        ((printed(AREA, "万㎡"),), Number(Decimal("8.44"), "0.00")),
        ((printed(AREA, "㎡", grouped=True),), Number(Decimal(84400), "#,##0")),
        ((printed(figure(9708, "share"), "%", bare=False),), Number(Decimal("0.9708"), "0.00%")),
        ((printed(figure(9708, "share"), "%"),), Number(Decimal("97.08"), "0.00")),
        ((printed(figure(85_000, "points")), "＊"), Number(Decimal("8.5"), '0.0"＊"')),
        ((printed(figure(776, "count")),), Number(Decimal(776), "0")),
        ((printed(MONEY, "万元"), "（示例）"), Number(Decimal("2100.01"), '0.00"（示例）"')),
        (("≥", printed(figure(22_680, "thousandth", "km"), bare=False)), Number(Decimal("22.68"), '"≥"0.00"km"')),
        ((printed(figure(-884, "thousandth")),), Number(Decimal("-0.884"), "0.000")),
    ],
)
def test_a_number_alone_is_a_number(runs: tuple[str | Printed, ...], wanted: Number) -> None:
    assert number(Cell(runs)) == wanted


def test_the_value_is_exact_where_the_print_is_rounded() -> None:
    found = number(Cell((printed(figure(12_345_678, "fen"), "万元"),)))
    assert found == Number(Decimal("12.345678"), "0.00")


@pytest.mark.parametrize(
    "runs",
    [
        ("未填报",),
        (printed(figure(0, "points")), "～", printed(figure(100_000, "points"))),
        ("计划改造小区", printed(figure(7, "count")), "个"),
        (printed(figure(7, "count")), "个，另有未填报的小区"),
        (printed(figure(10**17, "count")),),  # Excel keeps fifteen digits
        (Printed(Figure("n", "名", None, "text", "n", "", (), None, text="5"), "5"),),
        (),
    ],
)
def test_words_stay_words(runs: tuple[str | Printed, ...]) -> None:
    assert number(Cell(runs)) is None


def test_what_a_row_adds_is_told_in_a_readers_unit() -> None:
    assert plain("fen", "", 79_010_000) == (Decimal("79.01"), "万元")
    assert plain("dm2", "", 145_710) == (Decimal("1457.1"), "㎡")
    assert plain("thousandth", "公里", 1_250) == (Decimal("1.25"), "公里")
    assert plain("count", "户", 776) == (Decimal(776), "户")
    assert plain("share", "", 5) is None
