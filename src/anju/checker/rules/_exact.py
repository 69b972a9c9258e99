"""规则共用：许多分数相加。先通分，再加整数，一个字也不差，比一个一个地加快得多。"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from math import lcm


def exact_sum(values: Iterable[Fraction]) -> Fraction:
    """Their sum, over one common denominator; nearly always that is one."""
    ratios = [(each.numerator, each.denominator) for each in values]
    bottom = lcm(*{below for _, below in ratios})
    if bottom == 1:
        return Fraction(sum(above for above, _ in ratios))
    return Fraction(sum(above * (bottom // below) for above, below in ratios), bottom)
