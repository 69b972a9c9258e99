"""比率与数对不上：写明的完成率、开工率、执行率、占比，不等于旁边两个数相除。

The rate against the pair it names (支付率: paid over in place; 占…的: over what is named, over the number in brackets,
over the base of its neighbours), then against every pair of like numbers before it in its paragraph; if one pair gives
it, rounded or cut off, it holds. At odds it is an error only when the text leaves no choice: 占…（8758户）的100.25%, or
just two like numbers in the clause. A warning when the pair it names is the only one, comes close, or one slip of the
pen parts them. Wrong when the rate has a base that is not written down: write it down.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import permutations

from anju.checker.extract import Extract
from anju.checker.extract.claim import Claim
from anju.checker.extract.mention import Qualifier
from anju.checker.extract.words import narrowed
from anju.checker.relation import Relation, Result
from anju.checker.rules._joint import Ratio, quotient_of, sums, together, with_rest
from anju.checker.rules._leads import lead
from anju.checker.rules._natural import likely_pairs, natural_pairs
from anju.checker.rules._only_pair import only_pair
from anju.checker.rules._rates import Pair, countable, due, gives
from anju.checker.rules._series import Series, Share, series
from anju.checker.rules._shown import quoted
from anju.kernel.finding import Computation, Severity
from anju.kernel.unit import Dimension, decimal_text

AUDIT_POINTS = ("C05",)
WHY = "完成率、执行率、占比直接进评分。两个数都写着，谁都能自己除一遍；除出来不一样，得分就站不住。"
WRONG = "年初预算200万元，已拨付资金66.86万元，资金拨付进度100%。"
RIGHT = "年初预算200万元，已拨付资金66.86万元，资金拨付进度33.43%。"
MISTAKEN = "这个比率用的是别的基数（调整后的预算、当季计划），而基数没有写出来。"
SETTLE = "写明“占……的百分之几”，把基数写在旁边；算错的，按两个数重新除；数写错的，改那个数。"

_NEAR, _NAMED = 10, 40
"""Numbers before a rate that may be its two, and in which those that it names are looked for."""
_BEFORE = 12
"""Sentences before that of the rate in which its base may stand, whatever the paragraph."""
_FROM, _MOVED = (
    re.compile("[较比由从][^,;:。]{0,10}$"),
    frozenset({"提高", "下降", "上升", "降低", "增加", "减少", "增长"}),
)
_ELSEWHERE = re.compile("同类|同行业|同批")
"""A whole that its part belongs to and that no other number of the text is."""
_CHANGE = re.compile("(?:增长|下降|提高|降低|减少|增加|上升|同比|回落|最[高低大小])[^,;:。]{0,6}$")


def check(extract: Extract) -> Iterator[Relation]:
    done: set[int] = set()
    for each in series(extract):
        for one in each.shares:
            done.add(one.rate.index)
            yield _of_series(extract, one, each)
    bases: dict[int, Claim] = {}
    counted = {claim.index for claim in extract.claims if countable(claim)}
    for rate in extract.claims:
        if rate.index not in done and _rate(extract, rate):
            near = [each for each in _neighbours(extract, rate) if each.index in counted]
            found = _judged(extract, rate, near, bases)
            if found is not None:
                yield found


def _of_series(extract: Extract, one: Share, of: Series) -> Relation:
    whole = (of.whole,) if of.whole is not None else tuple(each.part for each in of.shares)
    ratio = ((one.part,), whole)
    step = Fraction(one.rate.mention.quantity.step) * one.rate.mention.quantity.unit.factor
    last = abs(quotient_of(ratio) - one.rate.base) < 2 * step
    return _ratio(extract, one.rate, ratio, Severity.NOTE if last else Severity.WARNING)


def _rate(extract: Extract, claim: Claim) -> bool:
    text = extract.sources[claim.paragraph].folded.text
    return (
        claim.dimension is Dimension.SHARE
        and claim.mention.quantity.unit.symbol == "%"
        and claim.mention.qualifier in {Qualifier.NONE, Qualifier.ABOUT}
        and not claim.mention.ranged
        and not narrowed(claim.own - {"其中", "超过", "超额"})
        and "均" not in claim.own
        and not _CHANGE.search(text[max(0, claim.at - 12) : claim.at])
        and not (_FROM.search(text[max(0, claim.at - 12) : claim.at]) and claim.after[:2] in _MOVED)
    )


def _neighbours(extract: Extract, rate: Claim) -> list[Claim]:
    """The claims of the sentences before the rate and of its own up to it."""
    first = max(0, rate.sentence - _BEFORE)
    found = [each for number in range(first, rate.sentence + 1) for each in extract.of_sentence.get(number, ())]
    return [each for each in found if each.index < rate.index and not each.in_table][-_NAMED:]


def _judged(extract: Extract, rate: Claim, near: Sequence[Claim], bases: dict[int, Claim]) -> Relation | None:
    told = lead(extract, rate)
    both = together(extract, told, rate, near)
    if both is not None:
        return _ratio(extract, rate, both, Severity.WARNING)
    natural = list(natural_pairs(extract, told, rate, near, bases))
    others = [each for each in near if each.sentence == rate.sentence] if told.whole or told.base else near
    if due(told.whole):
        others = [each for each in near if each.paragraph == rate.paragraph]
    held = next((pair for pair in natural if gives(pair, rate)), None)
    held = held or _any(rate, others)
    if held is not None:
        if told.whole == "":
            bases[rate.sentence] = held[1]
        return _made(Result.HELD, rate, ((held[0],), (held[1],)))
    rest = with_rest(told, rate, near)
    if rest is not None:
        return _ratio(extract, rate, rest, Severity.WARNING)
    if told.whole and _ELSEWHERE.search(told.whole):
        return None
    for pair, severity in (*only_pair(extract, told, rate, near), *likely_pairs(told, rate, natural, bases)):
        joined = next((each for each in sums(extract, rate, near) if _gives(each, rate)), None)
        return _ratio(extract, rate, joined or ((pair[0],), (pair[1],)), severity)
    return None


def _ratio(extract: Extract, rate: Claim, of: Ratio, severity: Severity) -> Relation:
    if _gives(of, rate):
        return _made(Result.HELD, rate, of)
    parts, whole = ("＋".join(each.text for each in claims) for claims in of)
    message = (
        f"{quoted(extract, rate)}，按{parts}除以{whole}算是{_shown(of)}，不一致，请核。"
        f"若比率另有基数，请写明；否则请更正其中一处。"
    )
    return _made(Result.FAILED, rate, of, severity, message)


def _gives(of: Ratio, rate: Claim) -> bool:
    """As rounded or cut off; the sums of whole numbers are exact."""
    if len(of[0]) == len(of[1]) == 1:
        return gives((of[0][0], of[1][0]), rate)
    step = Fraction(rate.mention.quantity.step) * rate.mention.quantity.unit.factor
    return rate.base - step / 2 <= quotient_of(of) < rate.base + step


def _shown(of: Ratio) -> str:
    return decimal_text(quotient_of(of), 100, 2) + "%"


def _any(rate: Claim, near: Sequence[Claim]) -> Pair | None:
    """Any two numbers of its paragraph that give it; a round rate is given by too many."""
    if rate.mention.quantity.value % 5 == 0 and rate.mention.quantity.step >= 1:
        near = [claim for claim in near if claim.sentence == rate.sentence]
    fine = rate.mention.quantity.step <= Decimal("0.01")
    here = [claim for claim in near[-_NAMED if fine else -_NEAR :] if claim.paragraph == rate.paragraph]
    return next((pair for pair in permutations(reversed(here), 2) if gives(pair, rate)), None)


def _made(result: Result, rate: Claim, of: Ratio, severity: Severity = Severity.WARNING, message: str = "") -> Relation:
    """`of`: what the rate is of, and its whole; each one number or several taken together."""
    told = ["＋".join(each.text for each in claims) for claims in of]
    part, whole = (f"（{each}）" if "＋" in each else each for each in told)
    claims = (*of[0], *of[1])
    return Relation(
        result,
        rate.where,
        tuple(each.where for each in claims),
        Computation(rate.text, _shown(of), tuple(each.text for each in claims)),
        severity,
        message,
        tuple(each.mention.quantity for each in (rate, *claims)),
        formula=f"{part}÷{whole}＝{_shown(of)}，写明{rate.thing}{rate.text}",
    )
