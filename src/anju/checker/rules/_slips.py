"""规则共用：像不像笔误。改一位、两位对调、多一位少一位、小数点挪位，就能对上的，多半是写错了。

A list that does not add up may just be incomplete; one that adds up as soon as a single digit is changed hardly is.
How much that proves depends on how many values a slip could have made: `telling` weighs the one against the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from anju.checker.extract.claim import Claim
from anju.checker.extract.mention import Qualifier
from anju.checker.rules._exact import exact_sum
from anju.kernel.quantity import Quantity
from anju.kernel.unit import NotExact, decimal_text

_SHIFTS = tuple(Fraction(10) ** power for power in (-4, -2, -1, 1, 2, 4))
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
    return meant > 0 and quantity.base > 0 and meant / quantity.base in _SHIFTS


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


def neighbours(quantity: Quantity) -> Iterator[Fraction]:
    """What may have been meant, in base units, if it is a slip: one digit, two swapped, one lost or one too much."""
    text = f"{quantity.value:f}"
    places = [index for index, character in enumerate(text) if character != "."]
    for index in places:
        yield from (
            _base(text[:index] + digit + text[index + 1 :], quantity) for digit in _DIGITS if digit != text[index]
        )
        yield from (_base(text[:index] + digit + text[index:], quantity) for digit in _DIGITS)
        yield _base((text[:index] + text[index + 1 :]) or "0", quantity)
    for first, second in pairwise(places):
        swapped = list(text)
        swapped[first], swapped[second] = swapped[second], swapped[first]
        yield _base("".join(swapped), quantity)
    yield from (quantity.base * shift for shift in _SHIFTS)


def _base(text: str, quantity: Quantity) -> Fraction:
    return Fraction(text) * quantity.unit.factor if text not in {".", ""} else Fraction(0)
