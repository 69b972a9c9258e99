"""规则共用：像不像笔误。改一位、两位对调、多一位少一位、小数点挪位，就能对上的，多半是写错了。

A list that does not add up may just be incomplete; one that adds up as soon as a single digit is changed hardly is.
How much that proves depends on how many values a slip could have made: `telling` weighs the one against the other.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise
from math import ceil, floor

from anju.checker.extract.claim import Claim
from anju.checker.extract.mention import Qualifier
from anju.checker.rules._exact import exact_sum
from anju.kernel.quantity import Quantity
from anju.kernel.unit import NotExact, decimal_text

_FINEST = 4
_ONE = 10**_FINEST
_SHIFTS = frozenset({1, 100, 1_000, 100_000, 1_000_000, 100_000_000})
"""By what a point that stands elsewhere, or a 万 too much or too little, multiplies; over `_ONE`."""
_DIGITS = "0123456789"
_SLIPS, _PLACES = 6, 2
"""How many slips there are for a digit that go the way that is wanted, and how many places for the point."""
_RARE = Fraction(1, 50)
"""A coincidence of less than one in so many is none."""


def one_slip(printed: str, meant: str) -> bool:
    """Whether one digit was mistyped, left out, put in, or two near each other were swapped."""
    if printed == meant:
        return False
    if len(printed) == len(meant):
        apart = [index for index, pair in enumerate(zip(printed, meant, strict=True)) if pair[0] != pair[1]]
        first, last = apart[0], apart[-1]
        swapped = last <= first + 2 and printed[first] == meant[last] and printed[last] == meant[first]
        return (len(apart) == 1 or (len(apart) == 2 and swapped)) and "." not in (printed[first], meant[first])
    longer, shorter = sorted((printed, meant), key=len, reverse=True)
    cut = next((index for index, pair in enumerate(zip(longer, shorter, strict=False)) if pair[0] != pair[1]), None)
    cut = len(shorter) if cut is None else cut
    return longer[cut] != "." and longer[:cut] + longer[cut + 1 :] == shorter


def slipped(quantity: Quantity, meant: Fraction) -> bool:
    """Whether the quantity is a slip for so many base units."""
    return shifted(quantity, meant) or (meant > 0 and quantity.base > 0 and _one_digit(quantity, meant))


def shifted(quantity: Quantity, meant: Fraction) -> bool:
    """Whether only the point stands elsewhere, or 万 is missing or too much."""
    base = quantity.base
    if meant <= 0 or base <= 0:
        return False
    above, below = meant.numerator * base.denominator * _ONE, meant.denominator * base.numerator
    return above % below == 0 and above // below in _SHIFTS


def _one_digit(quantity: Quantity, meant: Fraction) -> bool:
    try:
        wanted = decimal_text(meant, quantity.unit.factor)
    except NotExact:
        return False
    printed = f"{quantity.value:f}"
    places, wants = (len(text.partition(".")[2]) for text in (printed, wanted))
    if wants > places:
        return False
    if places > wants:
        wanted = (wanted if "." in wanted else wanted + ".") + "0" * (places - wants)
    return one_slip(printed, wanted)


def sum_slipped(total: Claim, parts: Sequence[Claim], rare: Fraction = _RARE) -> bool:
    """Whether one slip, in one part or in the total, would make the sum hold and that can hardly be chance."""
    if any(claim.mention.qualifier is not Qualifier.NONE for claim in (total, *parts)):
        return False
    quantities = [part.mention.quantity for part in parts]
    summed = exact_sum(each.base for each in quantities)
    gap, whole = total.base - summed, total.mention.quantity
    span = max(total.base, summed)
    if shifted(whole, summed):
        return _few(_PLACES, [whole, *quantities], span, rare)
    if any(shifted(each, each.base + gap) for each in quantities):
        return _few(_PLACES * len(quantities), [whole, *quantities], span, rare)
    found = slipped(whole, summed) or any(slipped(each, each.base + gap) for each in quantities)
    return found and telling([whole, *quantities], span, rare)


def telling(quantities: Iterable[Quantity], span: Fraction, rare: Fraction = _RARE) -> bool:
    """Whether slips of these quantities reach only few of the values up to `span` (base units)."""
    quantities = list(quantities)
    return _few(sum(_SLIPS * digits(each) for each in quantities), quantities, span, rare)


def _few(slips: int, quantities: Sequence[Quantity], span: Fraction, rare: Fraction) -> bool:
    steps = [_printed_step(each) * each.unit.factor for each in quantities]
    return slips * min(steps) < span * rare


def digits(quantity: Quantity) -> int:
    """How many digits tell something: leading zeros and, in a whole number, closing ones do not."""
    text = f"{quantity.value:f}".lstrip("-")
    whole = text if "." in text else text.rstrip("0")
    return len(whole.replace(".", "").lstrip("0"))


def _printed_step(quantity: Quantity) -> Fraction:
    """One in the last printed place; closing zeros of a whole number are no places."""
    text = f"{quantity.value:f}"
    if "." in text:
        return Fraction(1, 10 ** len(text.partition(".")[2]))
    stripped = text.rstrip("0")
    return Fraction(10 ** (len(text) - len(stripped)))


@lru_cache(maxsize=1 << 12)  # each number is held against many rates
def slips(printed: str) -> tuple[tuple[int, ...], int]:
    """What may have been meant by digits, if they are a slip: one digit, two swapped, one lost or one too much, or the
    point elsewhere. In order, as whole numbers over the one that is given with them."""
    scale: int = 10 ** (len(printed.partition(".")[2]) + _FINEST)
    places = [index for index, character in enumerate(printed) if character != "."]
    texts = []
    for index in places:
        before, behind = printed[:index], printed[index + 1 :]
        texts += [before + digit + behind for digit in _DIGITS if digit != printed[index]]
        texts += [before + digit + printed[index:] for digit in _DIGITS]
        texts.append(before + behind)
    for first, second in pairwise(places):
        swapped = list(printed)
        swapped[first], swapped[second] = swapped[second], swapped[first]
        texts.append("".join(swapped))
    own = _scaled(printed, scale)
    return tuple(
        sorted([*(_scaled(text, scale) for text in texts), *(own * shift // _ONE for shift in _SHIFTS)])
    ), scale


def _scaled(text: str, scale: int) -> int:
    whole, _, decimals = text.partition(".")
    places: int = 10 ** len(decimals)
    return int(whole + decimals or "0") * (scale // places)


def slip_between(quantity: Quantity, low: Fraction, high: Fraction, *, from_low: bool = False) -> bool:
    """Whether what a slip may have meant lies above `low` and not above `high`, in base units; with `from_low` not
    below `low` and below `high`."""
    values, scale = slips(f"{quantity.value:f}")
    ends = [end * scale / quantity.unit.factor for end in (low, high)]
    if from_low:
        first, last = (bisect_left(values, ceil(end)) for end in ends)
    else:
        first, last = (bisect_right(values, floor(end)) for end in ends)
    return first < last
