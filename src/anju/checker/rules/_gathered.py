"""规则共用：没有“其中”的加法。先说分项后说共计；或者总数在前文，这里只列了各项，加起来正好。"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from anju.checker.extract import Extract
from anju.checker.extract.claim import Claim
from anju.checker.rules._partitions import partition
from anju.checker.rules._parts import MOST_PARTS, addable, beside, columns, items
from anju.checker.rules._series import hundred, series
from anju.checker.rules._slips import telling
from anju.checker.rules._tiers import Tier, beyond, rough_sum, tier
from anju.kernel.unit import Dimension

_SUM = re.compile(r"^(?:[,;:、]|以上|上述|资金|全部|各项|[两三四五]项|经费|任务)*(?:共计|合计|总计|总共)")
_ADDED = frozenset({Dimension.MONEY, Dimension.AREA, Dimension.LENGTH, Dimension.COUNT, Dimension.POINTS})
_BEFORE = 60
"""Numbers before a list among which its total may stand."""
_RARE = Fraction(1, 500)
"""A total far from its list is one only when chance would give it once in so many."""
_COARSE = 1000
_SEVERAL = 3


@dataclass(frozen=True, slots=True)
class Gathered:
    """Ways to read the parts, and the total behind them; `explicit`: the text says that it is their sum (共计)."""

    total: Claim
    readings: tuple[tuple[Claim, ...], ...]
    explicit: bool


def gathered(extract: Extract) -> Iterator[Gathered]:
    """Sentences that name parts of one kind and then their total (A 2021万元，B 79.01万元，共计2100.01万元)."""
    for claims in extract.of_sentence.values():
        for index, total in enumerate(claims):
            if (
                index < 2
                or total.dimension not in _ADDED
                or total.narrowed
                or total.mention.per
                or total.mention.ranged
            ):
                continue
            before = [claim for claim in claims[max(0, index - MOST_PARTS) : index] if _alike(claim, total)]
            parts = tuple(claim for claim in before if not beside(claim))
            if len(parts) > 1:
                alike = tuple(claim for claim in parts if claim.label[-2:] == total.label[-2:])
                others = (alike, *columns(total, items(extract, before, extract.sentences[total.sentence])))
                yield Gathered(total, (parts, *others), _says_sum(total, parts))


def _alike(part: Claim, total: Claim) -> bool:
    return addable(part, total) and part.depth == total.depth


def _says_sum(total: Claim, parts: Sequence[Claim]) -> bool:
    """共计 at the head of the clause, and no act of its own that the parts do not share."""
    told = _SUM.match(total.label)
    if told is not None:
        return all(total.acts <= part.acts for part in parts)
    halves = "".join(part.label for part in parts)
    return total.label.startswith("全年") and "上半年" in halves and "下半年" in halves


def detached(extract: Extract) -> Iterator[tuple[Claim, tuple[Claim, ...]]]:
    """Lists without a total in their sentence, and a number before that is exactly their sum and hardly by chance."""
    before: dict[Hashable, list[Claim]] = defaultdict(list)
    for number, claims in extract.of_sentence.items():
        if not claims[0].in_table:
            for first in _firsts(claims) if len(claims) > 1 else ():
                totals = before[first.dimension, first.mention.per][-_BEFORE:]
                found = _total_of(extract, number, first, totals) if totals else None
                if found is not None:
                    yield found
            for claim in claims:
                if _total(claim):
                    before[claim.dimension, claim.mention.per].append(claim)


def _total_of(
    extract: Extract, number: int, first: Claim, totals: Sequence[Claim]
) -> tuple[Claim, tuple[Claim, ...]] | None:
    """The list of the sentence that begins with `first`, read plainly or column by column, and its total."""
    claims = extract.of_sentence[number]
    like = tuple(claim for claim in claims if claim.depth == first.depth and addable(claim, first))
    if len(like) < 2:
        return None
    for parts in dict.fromkeys((like, *columns(first, items(extract, like, extract.sentences[number])))):
        found = _found(totals, parts)
        if found is not None:
            return found, parts
    return None


def shared_out(extract: Extract) -> Iterator[tuple[Claim, tuple[Claim, ...]]]:
    """Wholes whose shares come to a hundred: 92件，A类22件占23.91%，B类68件占73.91%，C类2件占2.17%."""
    for each in series(extract):
        parts = tuple(share.part for share in each.shares)
        if each.whole is not None and hundred(each.shares) and all(addable(part, each.whole) for part in parts):
            yield each.whole, parts


def shared_of_another(extract: Extract) -> Iterator[tuple[Claim, tuple[Claim, ...]]]:
    """诉求284406件。其中，…124599件，占63.72%；…: shares of a hundred, of the sum of the parts, and another total."""
    for each in series(extract):
        first = each.shares[0].part
        total = extract.claims[first.index - 1] if first.index else first
        near = total.family == first.family and 0 <= first.sentence - total.sentence <= 1
        whole = near and total.paragraph == first.paragraph and total.own <= {"各"} and not total.mention.ranged
        told = whole and "其中" in extract.sources[first.paragraph].folded.text[total.mention.end : first.at]
        if told and each.whole is None and hundred(each.shares) and len(each.shares) >= _SEVERAL:
            yield total, tuple(share.part for share in each.shares)


def _firsts(claims: Sequence[Claim]) -> Iterator[Claim]:
    kinds = set()
    for claim in claims:
        if claim.dimension in _ADDED and claim.family not in kinds and not claim.mention.per:
            kinds.add(claim.family)
            yield claim


def _total(claim: Claim) -> bool:
    return claim.dimension in _ADDED and not claim.mention.per and not claim.mention.ranged and not claim.narrowed


def _found(before: Sequence[Claim], parts: Sequence[Claim]) -> Claim | None:
    if not 1 < len(parts) <= MOST_PARTS:
        return None
    rough = rough_sum(parts)
    near = [each for each in before if not beyond(rough, each.reach) and addable(parts[0], each)]
    if not near:
        return None
    mentions = [part.mention for part in parts]
    span = sum((part.base for part in parts), Fraction(0))
    if not telling([each.quantity for each in mentions], span, _RARE) and not partition(parts[0], parts):
        return None
    fine = (each for each in reversed(near) if _fine(each, span))
    return next((each for each in fine if tier(mentions, each.mention) is Tier.HELD), None)


def _fine(total: Claim, span: Fraction) -> bool:
    """A total printed with few digits is the sum of too many lists."""
    low, high = total.mention.quantity.interval
    return (high - low) * _COARSE <= span
