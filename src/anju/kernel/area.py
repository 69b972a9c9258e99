"""面积：系统内一律为整数平方分米（0.01㎡），读者看到的是㎡或万㎡。"""

from __future__ import annotations

from decimal import Decimal

from anju.kernel.quantity import whole_base
from anju.kernel.unit import Dimension, NotExact, decimal_text
from anju.kernel.unit import unit as unit_of

__all__ = ["NotExact", "dm2", "square_metres", "wan_square_metres"]


def dm2(value: str | Decimal | int, unit: str = "㎡") -> int:
    """An area as whole dm²: dm2("8.44", "万㎡") == 8440000.

    Text may name its own unit. NotExact when finer than one dm²; TypeError for a float; NotANumber,
    UnknownUnit or OtherDimension for text that is no area.
    """
    return whole_base(value, unit_of(unit, Dimension.AREA))


def square_metres(dm2: int, places: int | None = None, grouped: bool = False) -> str:
    """dm² written in ㎡: exact and without trailing zeros, or rounded half up to `places`."""
    return decimal_text(dm2, unit_of("㎡").factor, places, grouped)


def wan_square_metres(dm2: int, places: int = 2, grouped: bool = False) -> str:
    """dm² written in 万㎡, rounded half up: wan_square_metres(8440000) == "8.44"."""
    return decimal_text(dm2, unit_of("万㎡").factor, places, grouped)
