"""规则共用：比率和它的两个数，三个里有一个写错一位，就除得出来了。"""

from __future__ import annotations

from fractions import Fraction

from anju.checker.extract.claim import Claim
from anju.checker.rules._rates import Pair
from anju.checker.rules._slips import neighbours

_WHOLE = 10_000
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
    if any(each - step / 2 <= meant < each + step for each in neighbours(quantity)):
        return True
    low, high = (rate.base - step / 2) * whole.base / _WHOLE, (rate.base + step) * whole.base / _WHOLE
    if any(low <= each < high for each in neighbours(part.mention.quantity)):
        return True
    least, most = (
        part.base * _WHOLE / (rate.base + step),
        part.base * _WHOLE / max(rate.base - step / 2, Fraction(1, 2)),
    )
    return any(least < each <= most for each in neighbours(whole.mention.quantity))
