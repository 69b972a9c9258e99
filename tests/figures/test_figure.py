"""A figure prints itself in the units of the forms, and never invents a digit."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anju.facts.fact_row import FactRow
from anju.figures.figure import Figure
from anju.kernel.assurance import RowAssurance
from anju.kernel.quantity import Quantity
from anju.kernel.unit import UnknownUnit


def figure(value: int | Fraction, stored: str, shown: str = "") -> Figure:
    return Figure("x", "某数", Fraction(value), stored, "x", "", (), None, shown)


@pytest.mark.parametrize(
    ("value", "stored", "symbol", "printed"),
    [
        (210_001_0000, "fen", "", "2100.01万元"),
        (210_001_0000, "fen", "元", "21000100.00元"),
        (8_440_000, "dm2", "万平方米", "8.44万㎡"),
        (8_440_000, "dm2", "", "84400㎡"),
        (776, "count", "户", "776户"),
        (776, "count", "", "776"),
        (9650, "share", "", "96.5%"),
        (Fraction(10_000, 3), "share", "", "33.33%"),
        (182_500, "points", "", "18.25分"),
    ],
)
def test_it_prints_in_the_unit_of_the_forms(value: int, stored: str, symbol: str, printed: str) -> None:
    assert figure(value, stored).printed(symbol).replace("平方米", "㎡") == printed


def test_a_thousandth_is_printed_in_its_own_unit() -> None:
    assert figure(1_250, "thousandth", "公里").printed() == "1.25公里"
    assert figure(1_250, "thousandth", "公里").printed(bare=True) == "1.25"


def test_thousands_are_parted_when_a_form_wants_it() -> None:
    assert figure(123_456_789_00, "fen").printed(grouped=True) == "12,345.68万元"


def test_money_is_never_printed_in_households() -> None:
    with pytest.raises(ValueError, match="不能以户计"):
        figure(100, "fen").printed("户")
    with pytest.raises(UnknownUnit):
        figure(100, "fen").printed("斤两")


@given(st.integers(-(10**12), 10**12))
def test_what_is_printed_admits_the_value(fen: int) -> None:
    assert Quantity.parse(figure(fen, "fen").printed()).admits(fen)


def test_only_made_up_rows_make_it_illustrative() -> None:
    row = FactRow("fund_moves", "X01", 100, RowAssurance.ILLUSTRATIVE, "演示分解")
    made = Figure("x", "某数", Fraction(100), "fen", "x", "", (row,), RowAssurance.ILLUSTRATIVE)
    assert made.illustrative
    assert not figure(100, "fen").illustrative
    assert made.as_json()["rows"] == [
        {"table": "fund_moves", "key": "X01", "value": "100", "assurance": "illustrative", "document": "演示分解"}
    ]
