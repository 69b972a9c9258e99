"""规则共用：一串占比。几项都占同一个总数，大多数除得出来，除不出来的那一项就要问；几个占比合起来是百分之百，总数就是各项之和。"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from anju.checker.extract import Extract
from anju.checker.extract.claim import Claim
from anju.checker.rules._leads import lead
from anju.checker.rules._neighbours import remembered
from anju.checker.rules._parts import addable
from anju.checker.rules._rates import changed, countable, gives
from anju.kernel.unit import Dimension

_HUNDRED = 10_000
_BEFORE = 60
"""Numbers before the first of a series among which its whole may stand."""
_JOINED = re.compile(r"[、,和及与]*")
_FEW = 2


@dataclass(frozen=True, slots=True)
class Share:
    """A rate of 占…, and the number that it says is such a share."""

    rate: Claim
    part: Claim


@dataclass(frozen=True, slots=True)
class Series:
    """Shares of one whole: a number of the text, or None when all are in proportion to the sum of the parts."""

    shares: tuple[Share, ...]
    whole: Claim | None


@remembered
def series(extract: Extract) -> Iterator[Series]:
    """Runs of shares in one paragraph or in paragraphs next to each other, with the whole that most of them fit."""
    for shares in _runs(extract):
        if len(shares) >= _FEW:
            whole = _whole(extract, shares)
            if whole is not None or _in_proportion(shares):
                yield Series(tuple(shares), whole)


def _runs(extract: Extract) -> Iterator[list[Share]]:
    """As long as 占 is followed by the same words and the parts are of one kind."""
    run: list[Share] = []
    words: str | None = None
    for rate in extract.claims:
        told = lead(extract, rate) if rate.dimension is Dimension.SHARE and not rate.in_table else None
        if told is None or told.whole is None or rate.mention.ranged:
            continue
        for share in _shares(extract, rate):
            near = run and _goes_on(run, rate)
            if not (near and told.whole in {words, ""} and addable(share.part, run[-1].part)):
                yield run
                run = []
            run.append(share)
            words = told.whole or words
    yield run


def _goes_on(run: Sequence[Share], rate: Claim) -> bool:
    """In its paragraph; into the next one only as a list of one share a paragraph."""
    last = run[-1].rate.paragraph
    alone = sum(each.rate.paragraph == last for each in run) == 1
    return rate.paragraph == last or (alone and rate.paragraph - last == 1)


def _shares(extract: Extract, rate: Claim) -> list[Share]:
    """The rate with the number before it; rates that are listed (25.8%、44.8%和29.4%) with as many numbers before."""
    here = extract.of_sentence[rate.sentence]
    rates = [rate]
    for claim in here:
        between = extract.between(rates[-1], claim) if claim.at > rates[-1].at else None
        if between is not None and claim.dimension is Dimension.SHARE and _JOINED.fullmatch(between):
            rates.append(claim)
    before = [claim for claim in here if claim.at < rate.at and claim.depth <= rate.depth and countable(claim)]
    parts = [claim for claim in before if not changed(claim)][-len(rates) :]
    if len(parts) < len(rates) or not all(addable(part, parts[0]) for part in parts):
        return []
    return [Share(each, part) for each, part in zip(rates, parts, strict=True)]


def _whole(extract: Extract, shares: Sequence[Share]) -> Claim | None:
    """The number before the series of which most shares are such shares, or that is the sum of all the parts."""
    first = min(share.part.index for share in shares)
    largest = max(share.part.reach.floor for share in shares)
    before = extract.claims[max(0, first - _BEFORE) : first]
    own = {share.part.index for share in shares}
    wholes = [claim for claim in before if claim.reach.floor >= largest and addable(shares[0].part, claim)]
    wholes = [claim for claim in wholes if countable(claim) and claim.index not in own]
    best = max(reversed(wholes), key=lambda whole: _fit(shares, whole), default=None)
    fit = 0 if best is None else _fit(shares, best)
    if fit >= max(_FEW, len(shares) // 2 + 1):
        return best
    if not hundred(shares):
        return None
    if fit and 2 * fit >= len(shares):
        return best
    return next((claim for claim in reversed(wholes) if claim.base == _summed(shares)), None)


def _summed(shares: Sequence[Share]) -> Fraction:
    return sum((share.part.base for share in shares), Fraction(0))


def _in_proportion(shares: Sequence[Share]) -> bool:
    summed = _summed(shares)
    return hundred(shares) and all(
        abs(share.part.base * _HUNDRED / summed - share.rate.base) <= Fraction(share.rate.mention.quantity.step) * 100
        for share in shares
    )


def _fit(shares: Sequence[Share], whole: Claim) -> int:
    return sum(gives((share.part, whole), share.rate) for share in shares)


def hundred(shares: Sequence[Share]) -> bool:
    """Whether the rates come to a hundred, rounding aside: then the parts are all there are."""
    rates = [share.rate.mention.quantity for share in shares]
    room = sum((Fraction(each.step) * each.unit.factor for each in rates), Fraction(0)) / 2
    return abs(sum((each.base for each in rates), Fraction(0)) - _HUNDRED) <= room
