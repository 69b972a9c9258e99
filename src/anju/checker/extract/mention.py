"""量：一个带单位的数，写在哪里、前后有没有“约”“超过”“以上”。"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache
from math import ceil, floor
from typing import NamedTuple

from anju.kernel.quantity import Quantity
from anju.kernel.unit import Dimension


class Qualifier(StrEnum):
    """数前数后的限定词；没有限定词的为空。"""

    NONE = ""
    ABOUT = "约"
    NEARLY = "近"
    OVER = "超"
    AT_LEAST = "≥"
    AT_MOST = "≤"


class Mention(NamedTuple):
    """A quantity over [start, end) of the plain text; `per` is what an amount is counted by (元/㎡), else empty.

    `counted` is the unit's word where it counts things (个, 户, 栋, 套(户)). `ranged`: one end of a range, which says
    no value. `inferred`: its unit stands behind another number (120、98户) or was left out (500万, 改造小区26).
    """

    start: int
    end: int
    quantity: Quantity
    qualifier: Qualifier = Qualifier.NONE
    per: str = ""
    counted: str = ""
    ranged: bool = False
    inferred: bool = False

    @property
    def reach(self) -> Reach:
        """What it says in base units, and what may have been meant."""
        quantity = self.quantity
        unit = quantity.unit
        return _reach(quantity.value, unit.symbol, unit.dimension, quantity.step, self.qualifier, Kept(quantity))

    @property
    def base(self) -> Fraction:
        """The value in base units."""
        return self.reach.base

    @property
    def interval(self) -> tuple[Fraction | None, Fraction | None]:
        """Closed interval, in base units, of what may have been meant; None: no end."""
        return self.reach.interval


@dataclass(frozen=True, slots=True)
class Reach:
    """A value in base units with its closed interval; None: no end.

    `floor` is the value cut to a whole number, `room` how far at most the ends lie from it, -1 when one has no end:
    with them most sums are seen to be far off without a fraction.
    """

    base: Fraction
    interval: tuple[Fraction | None, Fraction | None]
    floor: int
    room: int


class Kept:
    """A quantity beside the key it is cached by; itself no part of it, since to hash its unit would cost too much."""

    __slots__ = ("quantity",)

    def __init__(self, quantity: Quantity) -> None:
        self.quantity = quantity

    def __hash__(self) -> int:
        return 0

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Kept)


@lru_cache(maxsize=1 << 14)  # a long report holds the same numbers over and over
def _reach(_value: Decimal, _symbol: str, _kind: Dimension, _step: Decimal, qualifier: Qualifier, kept: Kept) -> Reach:
    base, interval = kept.quantity.base, _interval(kept.quantity, qualifier)
    low, high = interval
    room = -1 if low is None or high is None else ceil(max(high - base, base - low))
    return Reach(base, interval, floor(base), room)


def _interval(quantity: Quantity, qualifier: Qualifier) -> tuple[Fraction | None, Fraction | None]:
    low, high = quantity.interval
    base = quantity.base
    if quantity.unit.dimension is Dimension.POINTS and quantity.step >= 1:  # 得20分: no score is rounded to a whole one
        low = high = base
    match qualifier:
        case Qualifier.ABOUT:
            room = max((high - low) / 2, abs(base) / 50)
            return base - room, base + room
        case Qualifier.NEARLY:
            return base * 9 / 10, high
        case Qualifier.OVER:
            return low, base * 11 / 10
        case Qualifier.AT_LEAST:
            return low, None
        case Qualifier.AT_MOST:
            return None, high
    return low, high
