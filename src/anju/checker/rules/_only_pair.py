"""规则共用：文字没有留下第二种读法的那一对数。占…（8758户）的，或者一小句里就这两个同类的数。"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from anju.checker.extract import Extract
from anju.checker.extract.claim import Claim
from anju.checker.rules._leads import Lead
from anju.checker.rules._parts import addable
from anju.checker.rules._rates import Pair, changed, quotient
from anju.kernel.finding import Severity
from anju.kernel.unit import Dimension

_STATED = re.compile("[\u4e00-\u9fff]{0,6}的")
_NOT_FAR = 1500
"""Fifteen points: two sentences apart, a rate that misses by more is of something else."""


def only_pair(extract: Extract, told: Lead, rate: Claim, near: Sequence[Claim]) -> Iterator[tuple[Pair, Severity]]:
    """The pair that the text leaves no choice about: the bracket behind 占, or the only two like numbers."""
    here = [each for each in near if each.sentence == rate.sentence and _part(extract, each) == _part(extract, rate)]
    if told.special or (here and _told_before(extract, here[-1], rate)):
        return
    stated = _stated_base(extract, here, rate)
    if stated is not None:
        yield stated, Severity.ERROR if stated[0].family == stated[1].family else Severity.WARNING
        return
    if told.whole is not None and len(here) > 1:
        inside = here[-1].depth > rate.depth and "占" not in extract.between(here[-1], rate)
        if inside and here[-2].family == here[-1].family:
            yield (here[-2], here[-1]), Severity.ERROR
    elif told.named and len(here) == 2 and _alone(extract, here, rate):
        yield (here[1], here[0]), Severity.ERROR
    near = [each for each in near if each.sentence >= rate.sentence - 1 and each.paragraph == rate.paragraph]
    like = [each for each in near if each.family == near[-1].family] if near else []
    apart_by_one = len(here) == 1 and [each.sentence for each in like] == [rate.sentence - 1, rate.sentence]
    asked = told.named or told.whole is not None
    if asked and apart_by_one and _one_thing(like[1], like[0]) and not _narrowed(like) and _close(rate, like):
        yield (like[1], like[0]), Severity.WARNING


def _stated_base(extract: Extract, here: Sequence[Claim], rate: Claim) -> Pair | None:
    """完成收入4348万元，占年初预算10065万元的43.2%: the base stands right before the rate, the part before it."""
    whole = here[-1] if len(here) > 1 else None
    if whole is None or not _STATED.fullmatch(extract.between(whole, rate)):
        return None
    part = next((each for each in reversed(here[:-1]) if each.depth == whole.depth and not changed(each)), None)
    return (part, whole) if part is not None and addable(part, whole) and part.after != "的" else None


def _told_before(extract: Extract, last: Claim, rate: Claim) -> bool:
    """Whether another rate stands between the last number and this one: that one was of the two numbers."""
    return any(
        each.dimension is Dimension.SHARE and last.at < each.at < rate.at for each in extract.of_sentence[rate.sentence]
    )


def _alone(extract: Extract, here: Sequence[Claim], rate: Claim) -> bool:
    """Whether the two numbers are of one kind and one account, and no other rate was told of them."""
    like = here[0].family == here[1].family and _one_account(here[1], here[0])
    return like and not _told_before(extract, here[0], rate)


def _close(rate: Claim, like: Sequence[Claim]) -> bool:
    return abs(quotient((like[1], like[0])) - rate.base) <= _NOT_FAR


def _one_account(part: Claim, whole: Claim) -> bool:
    one = part.dimension is Dimension.MONEY or _one_thing(part, whole)
    return one and part.subject.startswith(whole.subject) and not _narrowed((part, whole))


def _narrowed(claims: Sequence[Claim]) -> bool:
    """Whether one is what is left, or new, or another year's: 支付100万元，未支20万元."""
    return any(claim.narrowed or re.search("[未欠]", claim.label) for claim in claims)


def _one_thing(part: Claim, whole: Claim) -> bool:
    """3.64万个 after 小区5.3万个 are 小区; 11个省份 are not."""
    return part.thing == whole.thing or part.thing.startswith(part.mention.counted or "资金")


def _part(extract: Extract, claim: Claim) -> int:
    """Which part of its sentence, between semicolons."""
    return extract.sources[claim.paragraph].masked.text.count(";", extract.sentences[claim.sentence].start, claim.at)
