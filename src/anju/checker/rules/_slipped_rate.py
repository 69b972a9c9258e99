"""规则共用：比率和它的两个数，三个里有一个写错一位，就除得出来了。"""

from __future__ import annotations

from fractions import Fraction

from anju.checker.extract.claim import Claim
from anju.checker.rules._rates import Pair
from anju.checker.rules._slips import slip_between

_WHOLE = 10_000
_HALF = Fraction(1, 2)
_TELLING = 1
"""Decimals that a rate must have, or else too many slips would do."""


def slipped_rate(pair: Pair, rate: Claim) -> bool:
    """Whether a slip of the rate, of the part or of the whole would make the quotient hold."""
    quantity = rate.mention.quantity
    if -int(quantity.value.as_tuple().exponent) < _TELLING or not all(each.base > 0 for each in (*pair, rate)):
        return False
    part, whole = pair
    step = Fraction(quantity.step) * quantity.unit.factor
    meant = part.base * _WHOLE / whole.base
    if slip_between(quantity, meant - step, meant + step / 2):
        return True
    least, most = rate.base - step / 2, rate.base + step
    low, high = (end * whole.base / _WHOLE for end in (least, most))
    if slip_between(part.mention.quantity, low, high, from_low=True):
        return True
    return slip_between(whole.mention.quantity, part.base * _WHOLE / most, part.base * _WHOLE / max(least, _HALF))
