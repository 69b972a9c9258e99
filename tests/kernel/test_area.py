"""Area: exact dm² in, ㎡ and 万㎡ out."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anju.kernel.area import NotExact, dm2, square_metres, wan_square_metres
from anju.kernel.quantity import OtherDimension

AREAS = st.integers(0, 10**14)


@given(AREAS)
def test_square_metres_read_back(area: int) -> None:
    assert dm2(square_metres(area)) == area
    assert dm2(square_metres(area, places=2, grouped=True)) == area
    assert dm2(Decimal(square_metres(area))) == area


@given(AREAS)
def test_wan_is_off_by_half_a_hundred_square_metres_at_most(area: int) -> None:
    assert abs(dm2(wan_square_metres(area), "万㎡") - area) <= 5_000
    assert dm2(wan_square_metres(area, places=6), "万㎡") == area


def test_the_seed_area() -> None:
    assert dm2("8.44", "万㎡") == dm2("8.44万平方米") == dm2("84,400") == 8_440_000
    assert square_metres(8_440_000) == "84400"
    assert square_metres(8_440_050) == "84400.5"
    assert wan_square_metres(8_440_000) == "8.44"
    assert wan_square_metres(12_345_678_900, grouped=True) == "12,345.68"


def test_mu() -> None:
    assert dm2("3亩") == 200_000
    with pytest.raises(NotExact):
        dm2("1亩")


def test_refused() -> None:
    with pytest.raises(NotExact):
        dm2("0.001")
    with pytest.raises(OtherDimension):
        dm2("5元")
    with pytest.raises(TypeError):
        dm2(1.5)  # type: ignore[arg-type]
