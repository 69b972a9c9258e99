"""规则共用：几个数合起来的比率。“非常满意和满意合计占91.28%”，“加上本年10个，完成率82.3%”。"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations, pairwise

from anju.checker.extract import Extract
from anju.checker.extract.claim import Claim
from anju.checker.rules._leads import Lead
from anju.checker.rules._rates import changed, countable, left_over
from anju.kernel.unit import Dimension

_TOGETHER = re.compile(
    r"(?P<names>[^,;:。()]{1,20}[和及、与][^,;:。()]{1,20}?)(?:[两三]项|[两三]者)?(?:合计|总共|共|相加)(?:占|的)[^,;:。]{0,14}$"
)
_FIRST = re.compile(r"前(?P<many>[两三四])[类项者种][^,;:。()]{0,4}(?:合计|总共|共|相加)占[^,;:。]{0,14}$")
_CUE = re.compile("加上|合计|共|两项|两者|可用|累计|总|连同|含")
_KINDS = frozenset("类项者种")
_SPLIT = re.compile("[和及、与]")
_LEAD, _BACK = 60, 12
Ratio = tuple[tuple[Claim, ...], tuple[Claim, ...]]


def together(extract: Extract, told: Lead, rate: Claim, near: Sequence[Claim]) -> Ratio | None:
    """The numbers that are named one by one before 合计占, over the whole that is named or that stands before them."""
    text = extract.sources[rate.paragraph].folded.text[max(0, rate.at - _LEAD) : rate.at]
    found = _TOGETHER.search(text)
    if found is None:
        return _the_first(text, near, rate)
    names = [re.sub(r"[\"“”\s]|的$", "", name) for name in _SPLIT.split(found["names"])]
    parts = [_called(name, near) for name in names]
    chosen = tuple(part for part in parts if part is not None)
    if len(chosen) < len(names) or len({part.index for part in chosen}) < len(names):
        return None
    before = [claim for claim in near if claim.index < min(part.index for part in chosen)]
    like = [claim for claim in reversed(before) if claim.family == chosen[0].family]
    named = [
        claim for claim in like if told.whole and any(told.whole[-2:] in each for each in (claim.label, claim.after))
    ]
    whole = next(iter(named or like), None)
    return None if whole is None else (chosen, (whole,))


def with_rest(told: Lead, rate: Claim, near: Sequence[Claim]) -> Ratio | None:
    """支付1850万元，未支70万元，支付率95%: what was spent, over it and the rest, or over the sum where it is stated."""
    here = [claim for claim in near if claim.sentence == rate.sentence and claim.depth <= rate.depth]
    if not told.named or told.special or told.base or len(here) < 2:
        return None
    part, rest = here[-2:]
    undone = rest.label.startswith(("未", "尚未", "还未", "结余", "剩余"))
    alike = part.family == rest.family and part.sources == rest.sources and not changed(part) and not left_over(part)
    if not undone or not alike or part.dimension is not Dimension.MONEY or told.act not in part.label:
        return None
    whole = next((claim for claim in reversed(near) if claim.base == part.base + rest.base), None)
    if whole is None:
        return ((part,), (part, rest)) if "未" in rest.label else None
    return (part,), (whole,)


def _the_first(text: str, near: Sequence[Claim], rate: Claim) -> Ratio | None:
    """前两类合计占受访人数的95.6%: the first numbers of the list right before, over what stands before the list; or as
    many others of it that give the rate, since a list may have been put in another order."""
    found = _FIRST.search(text)
    if found is None:
        return None
    many = "两三四".index(found["many"]) + 2
    near = [claim for claim in near if claim.mention.counted not in _KINDS]  # 前两类 itself is a number
    last = near[-1] if near else None
    listed = [claim for claim in near if last is not None and claim.family == last.family and claim.depth == last.depth]
    start = next((at for at in range(len(listed) - 1, -1, -1) if "其中" in listed[at].label), None)
    if start is None or start == 0 or len(listed) - start < many:
        return None
    whole = (listed[start - 1],)
    ratios = [(parts, whole) for parts in combinations(listed[start:], many)]
    room = Fraction(rate.mention.quantity.step) * 100
    return next((each for each in ratios if abs(quotient_of(each) - rate.base) <= room), ratios[0])


def _called(name: str, near: Sequence[Claim]) -> Claim | None:
    """The last number whose label ends with the name, quotes and 的 aside."""
    for claim in reversed(near):
        label = re.sub(r"[\"“”\s]|的$|为$|选择|表示|其中", "", claim.label)
        if label == name or (label.endswith(name) and len(label) <= len(name) + 1 and not label.endswith("不" + name)):
            return claim
    return None


def sums(extract: Extract, rate: Claim, near: Sequence[Claim]) -> Iterator[Ratio]:
    """Two neighbours taken together, as part or as whole, where the sentence speaks of such a thing."""
    sentence = extract.plain(extract.sentences[rate.sentence])
    if not _CUE.search(sentence):
        return
    near = [claim for claim in near[-_BACK:] if countable(claim)]
    for first, second in pairwise(near):
        for other in near:
            if first.family == second.family == other.family and other is not first and other is not second:
                yield (first, second), (other,)
                yield (other,), (first, second)


def quotient_of(ratio: Ratio) -> Fraction:
    """In base units of a share."""
    part, whole = (sum((claim.base for claim in claims), Fraction(0)) for claims in ratio)
    return part * 10_000 / whole if whole else Fraction(0)
