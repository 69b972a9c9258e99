"""合计怎么写给人看。"""

from __future__ import annotations

import pytest
from county_rows import occasion
from hypothesis import given
from hypothesis import strategies as st
from scoring.made_county import between, known

from anju.measures._resolve import ABSENT
from anju.measures.catalogue import declared
from anju.scoring.printed import amount, shown, thousandths


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        (203_323_0000, "fen", "2033.23万元"),
        (0, "fen", "0.00万元"),
        (-8_0000_00, "fen", "-8.00万元"),
        (8_440_000, "dm2", "84400㎡"),
        (12, "dm2", "0.12㎡"),
        (22_680, "thousandth", "22.68"),
        (7, "count", "7"),
    ],
)
def test_a_stored_number_is_shown_in_the_unit_a_reader_knows(value: int, unit: str, text: str) -> None:
    assert amount(value, unit) == text


@given(st.integers(-(10**12), 10**12))
def test_thousandths_are_exact_and_short(value: int) -> None:
    text = thousandths(value)
    whole, _, rest = text.lstrip("-").partition(".")
    assert (1 if value >= 0 else -1) * (int(whole) * 1000 + int(rest.ljust(3, "0"))) == value
    assert "." not in text or not text.endswith("0")


def test_what_lacks_is_said_beside_what_is_known() -> None:
    paid = declared(["funds.execution_rate"], occasion())["funds.execution_rate"]["paid"]
    assert shown(paid, ABSENT) == "已支付未填报"
    assert shown(paid, known(50_0000_00)) == "已支付50.00万元"
    assert shown(paid, between(50_0000_00, None)) == "已支付50.00万元（另有1行未填报）"
