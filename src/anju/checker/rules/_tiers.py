"""规则共用：区间运算。先按印出来的精度放宽了比，再按“整数就是整数”从严比一次。"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from fractions import Fraction

from anju.checker.extract.claim import Claim
from anju.checker.extract.mention import Mention, Qualifier, Reach
from anju.checker.rules._exact import exact_sum
from anju.kernel.unit import Dimension

End = Fraction | None
Interval = tuple[End, End]


_EXACT = frozenset({Dimension.MONEY, Dimension.POINTS})
"""What is written with all its decimals where a sibling shows any."""


class Tier(IntEnum):
    """哪一级对得上：两级都对得上，只有放宽了才对得上，怎么都对不上。"""

    HELD = 0
    STRICT = 1
    PRINTED = 2


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum of mentions, as intervals: `printed` by what was printed, `strict` with whole numbers exact."""

    base: Fraction
    printed: Interval
    strict: Interval


def added(mentions: Sequence[Mention], *, decimals: bool) -> Sum:
    """Their sum. `decimals`: a sibling shows decimals, so that whole numbers are no rounded ones."""
    base = exact_sum(mention.quantity.base for mention in mentions)
    printed = _sum([mention.interval for mention in mentions])
    strict = _sum([narrowed(mention, decimals) for mention in mentions]) if decimals else printed
    return Sum(base, printed, strict)


def _sum(intervals: Sequence[Interval]) -> Interval:
    lows, highs = [low for low, _ in intervals if low is not None], [high for _, high in intervals if high is not None]
    full = len(intervals)
    return exact_sum(lows) if len(lows) == full else None, exact_sum(highs) if len(highs) == full else None


def narrowed(mention: Mention, decimals: bool) -> Interval:
    """A whole number beside decimals is exact; everything else as printed."""
    whole = mention.quantity.step >= 1 or mention.quantity.step == 0
    if decimals and whole and mention.qualifier is Qualifier.NONE:
        return mention.quantity.base, mention.quantity.base
    return mention.interval


def rough(reach: Reach) -> tuple[int, int] | None:
    """Whole numbers around what may have been meant; None when that has no end."""
    return None if reach.room < 0 else (reach.floor - reach.room, reach.floor + reach.room + 1)


def far(parts: Sequence[Mention | Claim], total: Mention | Claim) -> bool:
    """Whether whole numbers alone show that the sum cannot be the total; most readings of most lists end here."""
    return beyond(rough_sum(parts), total.reach)


def rough_sum(parts: Sequence[Mention | Claim]) -> tuple[int, int]:
    """The floors of the parts added up, and how far at most their sum lies from that; -1 when that has no end."""
    base, room = 0, len(parts)
    for part in parts:
        reach = part.reach
        if reach.room < 0:
            return 0, -1
        base += reach.floor
        room += reach.room
    return base, room


def beyond(rough: tuple[int, int], total: Reach) -> bool:
    """Whether a sum that lies so cannot be the total."""
    return total.room >= 0 and rough[1] >= 0 and abs(total.floor - rough[0]) > total.room + rough[1] + 1


def tier(parts: Sequence[Mention], total: Mention) -> Tier:
    """How well the parts make up the total."""
    if far(parts, total):
        return Tier.PRINTED
    decimals = any(each.quantity.step < 1 and each.quantity.step != 0 for each in (*parts, total))
    found = added(parts, decimals=decimals)
    if apart(found.printed, total.interval):
        return Tier.PRINTED
    rounder = total.quantity.unit.factor > max(each.quantity.unit.factor for each in parts)  # 280亿元 of 万元
    whole = narrowed(total, decimals and not rounder)
    if total.quantity.unit.dimension in _EXACT and apart(found.strict, whole):
        return Tier.STRICT
    return Tier.HELD


def above(parts: Sequence[Mention], total: Mention) -> bool:
    """Whether the parts come to more than the total, however they were rounded."""
    low, high = added(parts, decimals=False).printed[0], total.interval[1]
    return low is not None and high is not None and low > high


def apart(one: Interval, other: Interval) -> bool:
    """Whether two closed intervals share no number."""
    return _less(one[1], other[0]) or _less(other[1], one[0])


def differ(one: Claim, other: Claim) -> bool:
    """Whether two claims cannot both be true of one number; whole numbers show it of most."""
    first, second = one.reach, other.reach
    if first is second:
        return False
    if first.room >= 0 <= second.room and abs(first.floor - second.floor) > first.room + second.room + 1:
        return True
    return apart(one.interval, other.interval)


def _less(high: End, low: End) -> bool:
    return high is not None and low is not None and high < low


def two_numbers(one: Claim, other: Claim) -> bool:
    """Whether no number can be printed both ways; of equal fineness only one can: neighbours touch but are two."""
    if differ(one, other):
        return True
    first, second = one.mention, other.mention
    alike = first.quantity.step == second.quantity.step and first.quantity.unit == second.quantity.unit
    return alike and first.qualifier is second.qualifier is Qualifier.NONE and one.base != other.base
