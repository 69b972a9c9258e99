"""比率与份数对不上：有效问卷就那么多份，怎么数也得不出写明的满意度；有效的比收回的多、收回的比发放的多也在内。

A share of N answers is k/N for a whole k. When none rounds, or is cut off, to the share, for no number of answers in
its paragraph, it cannot be right. When the numbers of the satisfied stand there, they must give it. Warnings. Wrong
when the share is weighted, or a mean of marks: write how it was computed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from anju.checker.extract import Extract
from anju.checker.extract.claim import Claim
from anju.checker.relation import Relation
from anju.checker.rules._changes import rate
from anju.checker.rules._neighbours import Equation, Told, cut_off, paragraphs, valued
from anju.checker.rules._samples import VALID, answers, in_order, without_dropped
from anju.checker.rules._shown import quoted, share
from anju.checker.rules._tiers import apart

AUDIT_POINTS = ("V01",)
WHY = "满意度是数问卷数出来的。有效问卷的份数写着，这个百分数却不可能数出来，调查的真实性就要被追问。"
WRONG = "向居民发放问卷40份，收回有效问卷34份，居民满意率95.2%。"
RIGHT = "向居民发放问卷40份，收回有效问卷34份，居民满意率94.1%。"
MISTAKEN = "满意度是按档次打分折算的，或者分小区、分项加权平均的。"
SETTLE = "写明多少份满意、共多少份有效，按份数重新算；折算或加权的，写明算法。"

_NEAR, _FAR = 40, 500
"""Numbers before a share that may be its sample, and characters that tell how it was computed."""
_FAR_OFF = 500
"""Base units, five points: a share that far from what the satisfied make is of something else they were asked."""
_SAMPLE = re.compile(r"(?:有效|收回|回收|调查|访问|受访|抽取|抽样|走访|问卷|答卷|样本|回访)[^,;:。\d]{0,10}$")
_RATE = re.compile(r"(?:满意度|满意率|好评率|知晓率|支持率|赞成率|认可度|认可率)(?:为|是|达到?|仅|:)*$")
_KIND = re.compile(r"有效(?:问卷)?(?:回收|收回)?率(?:为|是|达到?|仅|:)*$")
_SATISFIED = re.compile(r"(?:非常|很|十分|比较|较|基本)?满意(?:的)?[“”\"]*(?:的)?(?:居民|住户|群众)?(?:有|为|共|:)*$")
_UNSATISFIED = re.compile("不(?:太|够|很)?满意")
_WEIGHTED = re.compile("加权|折算|打分|得分|评分|指数|量表|平均|综合满意|权重|记[0-9]+分|分别|各")


def check(extract: Extract) -> Iterator[Relation]:
    above: list[Told] = []
    for told in paragraphs(extract):
        next_to = above and above[0].claim.paragraph == told[0].claim.paragraph - 1
        if any(_SAMPLE.search(each.lead) for each in told):
            above = told
            yield from in_order(extract, told)
            yield from without_dropped(extract, told)
            yield from _shares(extract, told, 0)
        elif next_to and any(VALID.search(each.lead) for each in above):
            yield from _shares(extract, [*above, *told], len(above))


def _shares(extract: Extract, told: Sequence[Told], first: int) -> Iterator[Relation]:
    for place in range(first, len(told)):
        claim = told[place].claim
        if rate(claim) and valued(claim):
            yield from _judged(extract, told, place)


def _judged(extract: Extract, told: Sequence[Told], place: int) -> Iterator[Relation]:
    stated = told[place]
    before = [each for each in told[max(0, place - _NEAR) : place] if answers(each.claim)]
    samples = [each for each in before if _SAMPLE.search(each.lead) or _of_sample(told, each)]
    if not samples:
        return
    if _KIND.search(stated.lead):
        yield from _of_valid(extract, stated.claim, before)
    elif _RATE.search(stated.lead) and not _WEIGHTED.search(_said(extract, samples[0].claim, stated.claim)):
        yield from _ofanswers(extract, stated.claim, before, samples)


def _of_sample(told: Sequence[Told], each: Told) -> bool:
    """抽取8个小区240户: how many were asked stands behind where."""
    before = told[told.index(each) - 1] if told.index(each) else each
    beside = before.claim.sentence == each.claim.sentence and re.fullmatch("[\u4e00-\u9fff]{1,4}[、,]?", each.lead)
    return (
        beside is not None
        and bool(beside)
        and re.search("(?:抽取|抽样|抽查|随机)[^,;:。]{0,6}$", before.lead) is not None
    )


def _said(extract: Extract, first: Claim, last: Claim) -> str:
    above = "" if first.paragraph == last.paragraph else extract.sources[first.paragraph].folded.text[first.at :]
    begin = first.at if first.paragraph == last.paragraph else 0
    return (above + extract.sources[last.paragraph].folded.text[begin : last.at])[-_FAR:]


def _of_valid(extract: Extract, stated: Claim, before: Sequence[Told]) -> Iterator[Relation]:
    """有效率: valid over returned, or over issued."""
    valid = [each.claim for each in before if VALID.search(each.lead)]
    others = [each.claim for each in before if not VALID.search(each.lead)]
    pairs = [(one, other) for one in valid[-1:] for other in reversed(others)]
    for part, whole in pairs:
        if _gives((part,), whole, stated):
            yield _quotient((part,), whole, stated).held()
            return
    if pairs:
        equation = _quotient((pairs[0][0],), pairs[0][1], stated)
        message = (
            f"{quoted(extract, stated)}，按{equation.formula}，不一致，请核。"
            f"若比率另有基数，请写明；否则请更正其中一处。"
        )
        yield equation.failed(message)


def _ofanswers(extract: Extract, stated: Claim, before: Sequence[Told], samples: Sequence[Told]) -> Iterator[Relation]:
    sample = samples[-1].claim
    satisfied = [each.claim for each in before if _SATISFIED.search(each.lead) and not _UNSATISFIED.search(each.lead)]
    for count in range(1, len(satisfied) + 1):
        if _gives(satisfied[:count], sample, stated):
            yield _quotient(satisfied[:count], sample, stated).held()
            return
    beside = before[-1] if before and before[-1].claim.sentence == stated.sentence else None
    counted = beside is not None and satisfied == [beside.claim] and "和" in beside.lead  # 满意和基本满意的217户
    if any(_possible(each.claim, stated) for each in before) and not counted:
        return
    if any(_gives(satisfied, each.claim, stated) for each in before if counted):
        return
    if satisfied and abs(_share(satisfied, sample) - stated.base) <= _FAR_OFF:
        equation = _quotient(satisfied, sample, stated)
        told = f"{quoted(extract, stated)}，按{equation.formula}，{sample}里怎么数也得不出"
    else:
        nearest = _nearest(sample, stated)
        equation = Equation(stated, (sample,), nearest, f"{sample}里最接近的是{nearest}")
        told = f"{quoted(extract, stated)}，而{quoted(extract, sample)}，{sample}里怎么数也得不出，最接近的是{nearest}"
    yield equation.failed(f"{told}，不一致，请核。若是加权或折算的，请写明算法；否则请更正其中一处。")


def _possible(sample: Claim, stated: Claim) -> bool:
    """Whether some whole number of the sample rounds, or is cut off, to the share."""
    low, high = cut_off(stated)
    if low is None or high is None:
        return True
    least = -(-low * sample.base // 10_000)
    return least * 10_000 / sample.base <= high


def _nearest(sample: Claim, stated: Claim) -> str:
    count = round(stated.base * sample.base / 10_000)
    return f"{share(Fraction(count), sample.base)}（{count}{sample.mention.counted}）"


def _gives(parts: Sequence[Claim], whole: Claim, stated: Claim) -> bool:
    value = _share(parts, whole)
    return not apart((value, value), cut_off(stated))


def _share(parts: Sequence[Claim], whole: Claim) -> Fraction:
    """In base units of a share."""
    return sum((each.base for each in parts), Fraction(0)) * 10_000 / whole.base


def _quotient(parts: Sequence[Claim], whole: Claim, stated: Claim) -> Equation:
    computed = share(sum((each.base for each in parts), Fraction(0)), whole.base)
    top = "＋".join(map(str, parts))
    top = top if len(parts) == 1 else f"（{top}）"
    return Equation(stated, (*parts, whole), computed, f"{top}÷{whole}＝{computed}")
