"""规则共用：表里一列由另外两列算出来的几种算法：相除、增长、下降、相差；都按区间算。"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from anju.checker.extract.tables import Cell

Ends = tuple[Fraction, Fraction]
Step = Callable[[Ends, Ends], Ends | None]


@dataclass(frozen=True, slots=True)
class Formula:
    """What is computed from two columns, as an interval in base units; `meant` tells of which cells of a mixed column
    it may be said."""

    of: Step
    meant: Callable[[Cell], bool] = lambda cell: cell.quantity is not None


def quotient(one: Ends, other: Ends) -> Ends | None:
    """one ÷ other in base units of a share; None for a divisor that may be nothing."""
    if other[0] <= 0:
        return None
    low = one[0] / (other[1] if one[0] >= 0 else other[0])
    high = one[1] / (other[0] if one[1] >= 0 else other[1])
    return low * 10_000, high * 10_000


def growth(one: Ends, other: Ends) -> Ends | None:
    """(one - other) ÷ other."""
    found = quotient(one, other)
    return None if found is None else (found[0] - 10_000, found[1] - 10_000)


def decline(one: Ends, other: Ends) -> Ends | None:
    found = growth(one, other)
    return None if found is None else (-found[1], -found[0])


def difference(one: Ends, other: Ends) -> Ends | None:
    return one[0] - other[1], one[1] - other[0]
