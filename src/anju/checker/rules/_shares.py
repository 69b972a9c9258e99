"""规则共用：“占…”说的是谁的几成。看前面的数、括号里的数、写明的总数，或者旁边几项共同的总数。"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from anju.checker.extract import Extract
from anju.checker.extract.claim import Claim
from anju.checker.rules._leads import Lead
from anju.checker.rules._rates import Pair, changed, like, named_by
from anju.kernel.unit import Dimension

_OTHER_WHOLE = re.compile("全国|全省|全市|全区|全县|全州|全自治区|全部|同期|上年|去年|总量|GDP|地区生产总值")
_LEAD = 28
_SEVERAL = re.compile("(?:[两三四五六七八九十]项|[两三四]者|合计|共计?|以上)[^,;:。]{0,4}占")
"""Several numbers taken together: which ones, only their names can tell."""
_MONEY, _IN_MONEY = re.compile("金额|资金|投资|经费|款"), Dimension.MONEY
_HALF = Fraction(49, 100)


def share_pairs(
    extract: Extract, told: Lead, rate: Claim, near: Sequence[Claim], bases: Mapping[int, Claim]
) -> Iterator[Pair]:
    """For 占…: the number before it, over the one in brackets, the one that is named, or the base of its siblings."""
    here = [claim for claim in near if claim.sentence == rate.sentence and claim.at < rate.at]
    if not here:
        return
    if _SEVERAL.search(extract.sources[rate.paragraph].folded.text[max(0, rate.at - _LEAD) : rate.at]):
        return
    if here[-1].depth > rate.depth and "占" not in extract.between(here[-1], rate):
        inside = here[-1]
        yield from ((part, inside) for part in reversed(here[:-1]) if part.depth <= rate.depth and like(part, inside))
        return
    for part in _parts(extract, here, told.whole or ""):
        found = list(_wholes(extract, told, part, near, bases))
        yield from ((part, whole) for whole in found)
        if found:
            return


def _parts(extract: Extract, here: Sequence[Claim], whole: str) -> Iterator[Claim]:
    """The number right before 占, and the one that 、 joins it to (入住2108套、6532人，占…套数的)."""
    said = [
        claim for claim in here if not changed(claim) and (not _MONEY.search(whole) or claim.dimension is _IN_MONEY)
    ]
    yield from said[-1:]
    if len(said) > 1 and extract.between(said[-2], said[-1]).startswith("、"):
        yield said[-2]


def _wholes(
    extract: Extract, told: Lead, part: Claim, near: Sequence[Claim], bases: Mapping[int, Claim]
) -> Iterator[Claim]:
    base = bases.get(part.sentence)
    if base is not None and base.family == part.family and base is not part and not told.whole:
        yield base
    if told.whole and _OTHER_WHOLE.search(told.whole):
        near = [
            claim for claim in near if set(_OTHER_WHOLE.findall(claim.label)) & set(_OTHER_WHOLE.findall(told.whole))
        ]
    wholes = [claim for claim in reversed(near) if claim is not part and like(part, claim)]
    if not told.whole:
        wholes = [claim for claim in wholes if claim.base >= part.base and not _is_share(extract, claim)]
    best = max((named_by(told.whole, claim) for claim in wholes), default=Fraction(0))
    yield from (claim for claim in wholes if best > _HALF and named_by(told.whole, claim) == best)


def _is_share(extract: Extract, claim: Claim) -> bool:
    """Whether 占 follows: it is a sibling and no whole."""
    text = extract.sources[claim.paragraph].folded.text[claim.mention.end : claim.mention.end + 3]
    return "占" in text
