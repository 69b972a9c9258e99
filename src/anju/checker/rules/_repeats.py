"""规则共用：两处说的像是同一个数。没有一字不差，但没有哪个词说它们不是一回事；数又只差一笔，多半是抄错了。

Whoever repeats a number rarely repeats its words. Two claims are taken for one fact when nothing sets them apart; that
is not enough to accuse two numbers of any kind, but a slip of the pen between two long ones is no chance.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Sequence
from itertools import combinations

from anju.checker.extract import Extract
from anju.checker.extract.claim import Bound, Claim
from anju.checker.rules._slips import digits, slipped
from anju.checker.rules._tiers import differ, two_numbers

_DIGITS = 4
"""So many telling digits make a number known again."""
_NEIGHBOURS = 40
"""Numbers of one kind before it that a number is compared with."""
_EMPTY = frozenset({"", "资金", "面积"})
_LISTED = re.compile(r"[^,;:。\d]{0,4}(?:合计|共计|总计|平均)")
"""三个小区合计: the three named right before, whose number says nothing of all."""
_OF_THESE = ("涉及", "惠及", "受益", "覆盖", "共涉及", "共惠及")
_DAY = re.compile("[12][0-9]{3}年[0-9]{1,2}月[0-9]{1,2}日")
_PAPER = re.compile(
    "[〔\\[(【](?:19|20)[0-9]{2}[〕\\])】]第?[0-9]{1,4}号|《关于(?:提前|追加)?(?:下达|拨付|安排)[^《》]{2,60}》"
)


def parallel(facts: Sequence[Sequence[Claim]]) -> set[tuple[int, int]]:
    """Pairs of paragraphs that share two facts or more and agree in none: they tell of two things in the same words."""
    odd: Counter[tuple[int, int]] = Counter()
    even: set[tuple[int, int]] = set()
    for claims in facts:
        for one, other in combinations(claims[:_NEIGHBOURS], 2) if len(claims) > 1 else ():
            pair = (one.paragraph, other.paragraph)
            if two_numbers(one, other):
                odd[pair] += 1
            else:
                even.add(pair)
    return {pair for pair, often in odd.items() if often > 1 and pair[0] != pair[1] and pair not in even}


def other_days(extract: Extract, one: Claim, other: Claim) -> bool:
    """Whether each says on which day, or by which paper, and they are others: two instalments, or two states."""
    if _LISTED.match(one.after) or _LISTED.match(other.after):
        return True
    texts = [_before(extract, claim) for claim in (one, other)]
    told = [[set(each.findall(text)) for text in texts] for each in (_DAY, _PAPER)]
    return any(ours and theirs and not ours & theirs for ours, theirs in told) or _other_sets(extract, one, other)


def _other_sets(extract: Extract, one: Claim, other: Claim) -> bool:
    """项目12个，涉及3400万元; 单位8个，涉及2100万元: what is said of two sets, each counted right before."""
    ours, theirs = (_counted_before(extract, claim) for claim in (one, other))
    return ours is not None and theirs is not None and (ours.thing != theirs.thing or two_numbers(ours, theirs))


def _counted_before(extract: Extract, claim: Claim) -> Claim | None:
    if not claim.label.startswith(_OF_THESE):
        return None
    before = [each for each in extract.of_sentence[claim.sentence] if each.at < claim.at]
    return before[-1] if before and before[-1].mention.counted else None


def _before(extract: Extract, claim: Claim) -> str:
    """Its sentence up to the number."""
    return extract.sources[claim.paragraph].folded.text[extract.sentences[claim.sentence].start : claim.at]


def repeats(claims: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """Pairs that seem to say one thing in two sentences, with the same number or one slip apart."""
    kinds: dict[Hashable, list[Claim]] = defaultdict(list)
    for claim in claims:
        if digits(claim.mention.quantity) >= _DIGITS and claim.thing not in _EMPTY:
            kind = kinds[claim.dimension, claim.mention.counted, claim.mention.per, claim.thing]
            other = next((each for each in reversed(kind[-_NEIGHBOURS:]) if _one_fact(each, claim)), None)
            kind.append(claim)
            if other is not None and (not differ(other, claim) or (other.acts == claim.acts and _slip(other, claim))):
                yield other, claim


def _slip(one: Claim, other: Claim) -> bool:
    return slipped(one.mention.quantity, other.base) or slipped(other.mention.quantity, one.base)


def _one_fact(one: Claim, other: Claim) -> bool:
    """Whether nothing sets them apart: neither time, nor plan and actual, nor acts, sources, places, headings."""
    return (
        one.sentence != other.sentence
        and _scopes(one, other)
        and one.sources == other.sources
        and (one.acts <= other.acts or other.acts <= one.acts)
        and _times(one, other)
        and _within(one.topic, other.topic)
        and _overlap(one.subject, other.subject)
    )


def _scopes(one: Claim, other: Claim) -> bool:
    """The same, or one says that it is the plan or the actual and the other says neither."""
    apart = one.scopes ^ other.scopes
    return not apart or (apart <= {"计划", "实际"} and len(apart) == 1)


def _times(one: Claim, other: Claim) -> bool:
    if one.bound is Bound.SENTENCE and other.bound is Bound.SENTENCE:
        return one.period == other.period
    return one.year is None or other.year is None or one.year == other.year


def _within(one: str, other: str) -> bool:
    return one in other or other in one


def _overlap(one: str, other: str) -> bool:
    """Whether what is left of their words is much the same."""
    if _within(one, other):
        return True
    ours, theirs = ({text[index : index + 2] for index in range(len(text) - 1)} for text in (one, other))
    return bool(ours and theirs) and 2 * len(ours & theirs) >= min(len(ours), len(theirs))
