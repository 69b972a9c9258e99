"""规则共用：表里一列由另外两列算出来的几种算法：相除、增长、下降、相差；都按区间算。"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from anju.checker.extract.tables import Cell

Ends = tuple[Fraction, Fraction]
Step = Callable[[Ends, Ends], Ends | None]
Rough = tuple[int, int]
"""Whole numbers that the ends lie between."""
Miss = Callable[[Rough, Rough, Rough], bool]
_WHOLE = 10_000


@dataclass(frozen=True, slots=True)
class Formula:
    """What is computed from two columns, as an interval in base units; `far` tells by whole numbers alone that it
    cannot be a third, as with most pairs that are tried; `meant` of which cells of a mixed column it may be said."""

    of: Step
    far: Miss
    meant: Callable[[Cell], bool] = lambda cell: cell.quantity is not None


def quotient(one: Ends, other: Ends) -> Ends | None:
    """one ÷ other in base units of a share; None for a divisor that may be nothing."""
    if other[0] <= 0:
        return None
    low = one[0] / (other[1] if one[0] >= 0 else other[0])
    high = one[1] / (other[0] if one[1] >= 0 else other[1])
    return low * _WHOLE, high * _WHOLE


def growth(one: Ends, other: Ends) -> Ends | None:
    """(one - other) ÷ other."""
    found = quotient(one, other)
    return None if found is None else (found[0] - _WHOLE, found[1] - _WHOLE)


def decline(one: Ends, other: Ends) -> Ends | None:
    found = growth(one, other)
    return None if found is None else (-found[1], -found[0])


def difference(one: Ends, other: Ends) -> Ends | None:
    return one[0] - other[1], one[1] - other[0]


def no_quotient(one: Rough, other: Rough, stated: Rough) -> bool:
    """Whether one ÷ other cannot be what is stated; never of a divisor that may be nothing."""
    if one[0] < 0 or other[0] <= 0:
        return False
    return one[1] * _WHOLE < stated[0] * other[0] or one[0] * _WHOLE > stated[1] * other[1]


def no_growth(one: Rough, other: Rough, stated: Rough) -> bool:
    return no_quotient(one, other, (_WHOLE + stated[0], _WHOLE + stated[1]))


def no_decline(one: Rough, other: Rough, stated: Rough) -> bool:
    return no_quotient(one, other, (_WHOLE - stated[1], _WHOLE - stated[0]))


def no_difference(one: Rough, other: Rough, stated: Rough) -> bool:
    return one[1] - other[0] < stated[0] or one[0] - other[1] > stated[1]
