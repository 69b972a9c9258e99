"""金额：系统内一律为整数分，读者看到的是元或万元。"""

from __future__ import annotations

from decimal import Decimal

from anju.kernel.quantity import whole_base
from anju.kernel.unit import Dimension, NotExact, decimal_text
from anju.kernel.unit import unit as unit_of

__all__ = ["NotExact", "fen", "wan", "yuan"]


def fen(value: str | Decimal | int, unit: str = "元") -> int:
    """An amount as whole 分: fen("2033.23", "万元") == 2033230000.

    Text may name its own unit. NotExact when finer than one 分; TypeError for a float; NotANumber,
    UnknownUnit or OtherDimension for text that is no amount.
    """
    return whole_base(value, unit_of(unit, Dimension.MONEY))


def wan(fen: int, places: int = 2, grouped: bool = False) -> str:
    """分 written in 万元, rounded half up: wan(2033230000) == "2033.23"."""
    return decimal_text(fen, unit_of("万元").factor, places, grouped)


def yuan(fen: int, grouped: bool = False) -> str:
    """分 written in 元 with both decimals, exact: yuan(203) == "2.03"."""
    return decimal_text(fen, unit_of("元").factor, 2, grouped)
