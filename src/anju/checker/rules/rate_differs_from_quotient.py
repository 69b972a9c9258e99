"""比率与数对不上：写明的完成率、开工率、执行率、占比，不等于旁边两个数相除。

The rate against every pair of like numbers before it in its paragraph; if one pair gives it, rounded or cut off, it
holds. It is only at odds when the text leaves no choice: 占…（8758户）的100.25%, or just two like numbers in the
sentence (an error), or in it and the one before (a warning). Wrong when the rate has a base that is not written down:
write it down.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import permutations

from anju.checker.extract import Extract
from anju.checker.extract.claim import Claim
from anju.checker.extract.mention import Qualifier
from anju.checker.extract.words import narrowed
from anju.checker.relation import Relation, Result
from anju.checker.rules._shown import quoted, share
from anju.checker.rules._tiers import Interval, apart
from anju.kernel.finding import Computation, Severity
from anju.kernel.unit import Dimension

WHY = "完成率、执行率、占比直接进评分。两个数都写着，谁都能自己除一遍；除出来不一样，得分就站不住。"
WRONG = "年初预算200万元，已拨付资金66.86万元，资金拨付进度100%。"
RIGHT = "年初预算200万元，已拨付资金66.86万元，资金拨付进度33.43%。"
MISTAKEN = "这个比率用的是别的基数（调整后的预算、当季计划），而基数没有写出来。"
SETTLE = "写明“占……的百分之几”，把基数写在旁边；算错的，按两个数重新除；数写错的，改那个数。"

_WHOLE = 10_000
_RATES = ("率", "进度", "占", "完成", "的")
_OF_TWO = re.compile("(?:完成|开工|竣工|完工|建成|执行|支付|使用|支出|拨付|到位)率|进度|占|完成")
"""Rates of one number in another that the report itself names; a 合格率 is of something else."""
_MOST_BEFORE = 8
"""Numbers before a rate that may be its two."""
Pair = tuple[Claim, Claim]


def check(extract: Extract) -> Iterator[Relation]:
    for claim in extract.claims:
        if _rate(claim):
            before = [each for each in _paragraph(extract, claim) if each.at < claim.at and _countable(each)]
            found = _judged(extract, claim, before[-_MOST_BEFORE:])
            if found is not None:
                yield found


def _rate(claim: Claim) -> bool:
    return (
        claim.dimension is Dimension.SHARE
        and claim.mention.quantity.unit.symbol == "%"
        and claim.mention.qualifier is Qualifier.NONE
        and not claim.mention.ranged
        and not narrowed(claim.scopes - {"其中"})
        and "均" not in claim.scopes
        and any(word in claim.label for word in _RATES)
    )


def _countable(claim: Claim) -> bool:
    mention = claim.mention
    bounded = mention.qualifier in {Qualifier.AT_LEAST, Qualifier.AT_MOST} or bool(mention.per) or mention.ranged
    return not bounded and claim.dimension is not Dimension.SHARE and claim.base > 0


def _paragraph(extract: Extract, claim: Claim) -> Iterator[Claim]:
    """The claims of its paragraph up to its own sentence."""
    for each in range(max(0, claim.sentence - _MOST_BEFORE), claim.sentence + 1):
        if extract.sentences[each].paragraph == claim.paragraph:
            yield from extract.of_sentence.get(each, ())


def _judged(extract: Extract, rate: Claim, before: Sequence[Claim]) -> Relation | None:
    held = next((pair for pair in permutations(reversed(before), 2) if _gives(pair, rate)), None)
    if held is not None:
        return _made(Result.HELD, rate, held)
    for pair, severity in _only(extract, rate, before):
        told = (
            f"{quoted(extract, rate)}，按{pair[0].text}除以{pair[1].text}算是{_quotient(pair)}，不一致，请核。"
            f"若比率另有基数，请写明；否则请更正其中一处。"
        )
        return _made(Result.FAILED, rate, pair, severity, told)
    return None


def _only(extract: Extract, rate: Claim, before: Sequence[Claim]) -> Iterator[tuple[Pair, Severity]]:
    """The pair that the text leaves no choice about, with how sure that is."""
    lead = extract.sources[rate.paragraph].folded.text[max(0, rate.at - 24) : rate.at]
    if not _OF_TWO.search(lead):
        return
    last = rate.sentence
    here = [each for each in before if each.sentence == last and _segment(extract, each) == _segment(extract, rate)]
    if "占" in lead and len(here) > 1:
        if here[-1].depth > rate.depth and here[-2].family == here[-1].family:
            yield (here[-2], here[-1]), Severity.ERROR
    elif len(here) == 2 and here[0].family == here[1].family and _one_account(here[1], here[0]):
        yield (here[1], here[0]), Severity.ERROR
    near = [each for each in before if each.sentence in {last, last - 1}]
    like = [each for each in near if each.family == near[-1].family] if near else []
    apart_by_one = len(here) == 1 and [each.sentence for each in like] == [last - 1, last]
    if apart_by_one and _one_thing(like[1], like[0]) and not _narrowed(like):
        yield (like[1], like[0]), Severity.WARNING


def _one_account(part: Claim, whole: Claim) -> bool:
    one = part.dimension is Dimension.MONEY or _one_thing(part, whole)
    return one and part.subject.startswith(whole.subject) and not _narrowed((part, whole))


def _narrowed(claims: Sequence[Claim]) -> bool:
    """Whether one is what is left, or new, or another year's: 支付100万元，未支20万元."""
    return any(narrowed(claim.scopes - {"其中"}) or re.search("[未欠]", claim.label) for claim in claims)


def _one_thing(part: Claim, whole: Claim) -> bool:
    """3.64万个 after 小区5.3万个 are 小区; 11个省份 are not."""
    return part.thing == whole.thing or part.thing.startswith(part.mention.counted or "资金")


def _segment(extract: Extract, claim: Claim) -> int:
    return extract.sources[claim.paragraph].masked.text.count(";", extract.sentences[claim.sentence].start, claim.at)


def _gives(pair: Pair, rate: Claim) -> bool:
    """Rounded, or cut off after the last place, which many do."""
    if pair[0].family[0] is not pair[1].family[0]:
        return False
    printed = rate.mention.quantity
    step = Fraction(printed.step) * printed.unit.factor
    return not apart(_interval(pair), (rate.base - step / 2, rate.base + step))


def _interval(pair: Pair) -> Interval:
    (low, high), (least, most) = pair[0].interval, pair[1].interval
    bottom = None if low is None or most is None else low * _WHOLE / most
    return bottom, None if high is None or not least or least <= 0 else high * _WHOLE / least


def _quotient(pair: Pair) -> str:
    return share(pair[0].base, pair[1].base)


def _made(
    result: Result, rate: Claim, pair: Pair, severity: Severity = Severity.WARNING, message: str = ""
) -> Relation:
    operands = (f"{pair[0].text}÷{pair[1].text}＝{_quotient(pair)}", f"写明{rate.thing}{rate.text}")
    computation = Computation(rate.text, _quotient(pair), operands)
    amounts = tuple(each.mention.quantity for each in (rate, *pair))
    return Relation(result, rate.where, tuple(each.where for each in pair), computation, severity, message, amounts)
