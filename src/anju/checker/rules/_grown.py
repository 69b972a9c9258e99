"""规则共用：增长率怎样算：现在比从前，或者增减额比从前；各按印出来的精度算出一个区间。"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise
from math import ceil, floor

from anju.checker.rules._changes import Change, rate, sign
from anju.checker.rules._formulas import no_decline, no_growth
from anju.checker.rules._neighbours import Told, ends, valued
from anju.checker.rules._tiers import Interval, rough
from anju.kernel.unit import Dimension

WHOLE = 10_000
"""A growth of one, in base units of a share."""
_BASE = re.compile("上年|去年|同期")


def amount_behind(told: Sequence[Told]) -> Iterator[Change]:
    """收入61646万元，占预算的56.3%，同比增长10.7%，增收5939万元: the amount comes last."""
    for place, (one, more) in enumerate(pairwise(told)):
        way = sign(one.lead)
        alike = one.claim.sentence == more.claim.sentence and one.claim.depth == more.claim.depth
        if not way or sign(more.lead) != way or not rate(one.claim) or not alike or not valued(more.claim):
            continue
        level = next((each for each in reversed(told[:place]) if not _aside(each)), None)
        if level is None or level.claim.sentence != one.claim.sentence or level.claim.depth != one.claim.depth:
            continue
        if level.claim.family == more.claim.family and not sign(level.lead) and valued(level.claim):
            yield Change(one.claim, way, now=level.claim, amount=more.claim, near=True)


def _aside(each: Told) -> bool:
    """A rate, or what it is a rate of."""
    of = each.claim.after.startswith("的")
    return of or each.claim.dimension is Dimension.SHARE or _BASE.search(each.lead) is not None


def far(one: Change, printed: Interval) -> bool:
    """Whether whole numbers alone show that it is not what is printed; most pairs of numbers end here."""
    low, high = printed
    if one.now is None or one.before is None or low is None or high is None:
        return False
    now, before, stated = rough(one.now.reach), rough(one.before.reach), (floor(low), ceil(high))
    if now is None or before is None:
        return False
    return no_growth(now, before, stated) if one.sign > 0 else no_decline(now, before, stated)


def growth(one: Change) -> tuple[Fraction, Interval] | None:
    """The growth, with its sign, in base units of a share: by the values, and as an interval."""
    if one.now is not None and one.before is not None:
        now, before = ends(one.now), ends(one.before)
        if before[0] <= 0:
            return None
        value = (one.now.base / one.before.base - 1) * WHOLE
        return value, ((now[0] / before[1] - 1) * WHOLE, (now[1] / before[0] - 1) * WHOLE)
    return _by_amount(one)


def _by_amount(one: Change) -> tuple[Fraction, Interval] | None:
    level = one.now if one.now is not None else one.before
    if one.amount is None or level is None:
        return None
    low, high = ends(one.amount)
    least, most = ends(level)
    back = -one.sign if one.now is not None else 0
    value = _quotient(one.amount.base, level.base + back * one.amount.base)
    first, last = _quotient(low, most + back * low), _quotient(high, least + back * high)
    if value is None or first is None or last is None:
        return None
    if one.sign < 0:
        return -value, (-last, -first)
    return value, (first, last)


def _quotient(change: Fraction, base: Fraction) -> Fraction | None:
    return change * WHOLE / base if base > 0 and change >= 0 else None


def signed(interval: Interval, one: Change) -> Interval:
    """As it is printed: 下降5% is minus five, 增长-5% as well."""
    low, high = interval
    return (low, high) if one.sign > 0 else (_minus(high), _minus(low))


def _minus(end: Fraction | None) -> Fraction | None:
    return None if end is None else -end
