"""单价与总额对不上：每户、每人、每平方米多少，乘以户数、人数、面积，不等于写明的总额；户均、人均也在内。

The number by each against a count of these and a total nearby; any count and total of the paragraph that fit will do.
At odds, a warning: when count, standard and total stand side by side, or an average behind its total and its count,
and no other count in the sentence. Wrong when the standard is paid by month, or not to all: write for how many and
how long.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import takewhile

from anju.checker.extract import Extract
from anju.checker.extract.claim import Claim
from anju.checker.extract.mention import Qualifier
from anju.checker.relation import Relation
from anju.checker.rules._by_each import Each, by_each, each
from anju.checker.rules._neighbours import Equation, Told, containing, valued
from anju.checker.rules._shown import quoted
from anju.checker.rules._tiers import apart
from anju.kernel.unit import Dimension, decimal_text

WHY = "补助按户、按人、按面积发放，标准乘以数量就是总额。乘出来不一样，不是发多发少，就是数写错了。"
WRONG = "全县完成危房改造1829户，按1000元/户的标准，县级配套资金共189.2万元。"
RIGHT = "全县完成危房改造1829户，按1000元/户的标准，县级配套资金共182.9万元。"
MISTAKEN = "标准按月或分档执行，或者只有一部分户享受，而报告没有写明。"
SETTLE = "写明享受的户数、人数和期限，按“标准×数量”重新算一遍；平均数写明用哪两个数相除。"

_TOTAL = re.compile(
    "共|合计|总|计|应收|租金|发放|补助|补贴|安排|支付|拨付|资金|金额|费用|投入|投资|奖补|配套|下达|需|兑付|落实"
)
_SHORT_TIME = re.compile("月|季|学期|次|天|日")
_KIND = re.compile("补助|补贴|投资|投入|造价|支出|收入|费用|面积|发放|资助")
_SAME = {"造价": "投资"}
_UNSURE = re.compile(
    "分档|分类|最高|上限|以内|不等|季度|学期|分别|部分|其中|不同|差异|基数|扣除|每次|标准分|级[、和]|或"
)


def check(extract: Extract) -> Iterator[Relation]:
    for told in containing(extract, "每", "均", "单价", "/"):
        for one in each(told):
            if not one.claim.mention.ranged:
                yield from _judged(extract, told, one)


def _judged(extract: Extract, told: Sequence[Told], one: Each) -> Iterator[Relation]:
    near = [each.claim for each in told[max(0, one.place - 8) : one.place + 5] if each.claim is not one.claim]
    near = [claim for claim in near if abs(claim.sentence - one.claim.sentence) <= 2]
    counts = [claim for claim in near if one.counts(claim) and valued(claim)]
    totals = [claim for claim in near if _total(claim, one.claim)]
    for count in sorted(counts, key=lambda claim: abs(claim.at - one.claim.at)):
        for total in sorted(totals, key=lambda claim: abs(claim.at - one.claim.at)):
            if total is not count and _fits(one, count, total):
                yield _equation(one, count, total).held()
                return
    pair = _only_pair(extract, told, one) if _exact(one.claim) else None
    if pair is not None:
        yield _differs(extract, one, *pair)


def _exact(claim: Claim) -> bool:
    """Whether it says one value, by each of something."""
    return claim.mention.qualifier in {Qualifier.NONE, Qualifier.ABOUT} and not claim.mention.ranged


def _total(claim: Claim, price: Claim) -> bool:
    return claim.dimension is price.dimension and valued(claim) and claim.dimension is not Dimension.COUNT


def _fits(one: Each, count: Claim, total: Claim) -> bool:
    return not apart(one.times(count)[1], total.interval) or not apart(one.over(total, count)[1], one.claim.interval)


def _only_pair(extract: Extract, told: Sequence[Told], one: Each) -> tuple[Claim, Claim] | None:
    """Count and total, when they stand beside it and the text leaves no other."""
    if one.timed and _SHORT_TIME.search(one.told.lead[-16:] + one.claim.mention.per):
        return None
    starts = _of_mean(told, one) if one.mean else [range(at, at + 3) for at in range(one.place - 2, one.place + 1)]
    for places in starts:
        three = [told[at] for at in places if 0 <= at < len(told)]
        pair = _of_three(three, one)
        if pair is not None:
            count, total = pair
            near = told[_start(told, one) : one.place + 1]
            if any(one.counts(each.claim) and each.claim is not count for each in near if _beside(each, one)):
                return None
            return (count, total.claim) if _clear(extract, told, one, three, total) else None
    return None


def _start(told: Sequence[Told], one: Each) -> int:
    """Where its part of the sentence begins: behind a semicolon (城市…人均58.7元；农村…人均60.6元), if it counts."""
    first = max(0, one.place - 7)
    for at in range(one.place, first, -1):
        if ";" in told[at].lead:
            return at if any(one.counts(each.claim) for each in told[at : one.place]) else first
    return first


def _of_mean(told: Sequence[Told], one: Each) -> list[Sequence[int]]:
    """Where a mean's total and count stand: the total right before it, the count before that, with others between."""
    before = [at for at in range(_start(told, one), one.place) if told[at].claim.sentence == one.claim.sentence]
    counts = [at for at in before if one.counts(told[at].claim)]
    totals = [at for at in before if _total(told[at].claim, one.claim)]
    if len(counts) != 1 or not totals:
        return []
    beside = totals[-1] == one.place - 1 or (totals[-1] == one.place - 2 and counts[0] == one.place - 1)
    return [sorted((counts[0], totals[-1], one.place))] if beside else []


def _beside(other: Told, one: Each) -> bool:
    return other.claim.sentence == one.claim.sentence and other.claim.depth <= one.claim.depth


def _of_three(three: Sequence[Told], one: Each) -> tuple[Claim, Told] | None:
    """The count and the total among three neighbours in a sentence."""
    others = [each for each in three if each.claim is not one.claim]
    if len(others) != 2 or any(each.claim.sentence != one.claim.sentence for each in others):
        return None
    counts = [each for each in others if one.counts(each.claim) and valued(each.claim)]
    totals = [each for each in others if _total(each.claim, one.claim) and not by_each(each)]
    return (counts[0].claim, totals[0]) if len(counts) == len(totals) == 1 and counts != totals else None


def _clear(extract: Extract, told: Sequence[Told], one: Each, three: Sequence[Told], total: Told) -> bool:
    """Whether nothing says that the total is of others, in classes, or only a part of what it comes to."""
    first, last = three[0], three[-1]
    text = extract.sources[one.claim.paragraph].folded.text
    said = re.split("[,;:。(]", first.lead)[-1].replace("其中", "") + text[first.claim.at : last.claim.mention.end]
    said += re.split("[,;:。(]", text[last.claim.mention.end : last.claim.mention.end + 6])[0]
    if _UNSURE.search(said) or ";" in said or _adds_up(told, total):
        return False
    if one.mean:
        kinds = _KIND.findall(one.noun)
        start = extract.sentences[one.claim.sentence].start
        words = total.lead if _KIND.search(total.lead) else text[max(start, total.claim.at - 30) : total.claim.at]
        return not kinds or any(_SAME.get(kind, kind) in words for kind in kinds)
    if one.claim.depth > total.claim.depth and one.place > 0 and told[one.place - 1] is total:
        return True
    after = takewhile(lambda each: "其中" not in each.lead, told[one.place + 1 : one.place + 5])
    more = [each for each in after if each.claim.sentence == one.claim.sentence and _total(each.claim, one.claim)]
    whole = re.search("共|合计|总|需|应", total.lead) is not None
    return _TOTAL.search(total.lead) is not None and (whole or not [each for each in more if each is not total])


def _adds_up(told: Sequence[Told], total: Told) -> bool:
    """Whether it is the sum of what stands before it: 厂房12.08万元;变压器18.8万元;共计30.88万元."""
    before = takewhile(lambda each: each is not total, told)
    parts = [each.claim.base for each in before if each.claim.family == total.claim.family and not by_each(each)]
    return any(sum(parts[first:]) == total.claim.base for first in range(len(parts) - 1))


def _differs(extract: Extract, one: Each, count: Claim, total: Claim) -> Relation:
    equation = _equation(one, count, total)
    message = (
        f"{quoted(extract, equation.stated)}，按{equation.formula}，不一致，请核。"
        f"若标准分档、按月计或只有一部分享受，请写明；否则请更正其中一处。"
    )
    return equation.failed(message)


def _equation(one: Each, count: Claim, total: Claim) -> Equation:
    if one.mean:
        computed = _rounded(one.over(total, count)[0], one.claim)
        return Equation(one.claim, (total, count), computed, f"{total}÷{count}＝{computed}")
    computed = _rounded(one.times(count)[0], total)
    return Equation(total, (one.claim, count), computed, f"{one.claim}×{count}＝{computed}")


def _rounded(base: Fraction, like: Claim) -> str:
    """In the unit of what was printed, with two decimals more than it."""
    unit = like.mention.quantity.unit
    printed = f"{like.mention.quantity.value:f}"
    places = len(printed.partition(".")[2])
    text = decimal_text(base, unit.factor, places + 2)
    return (text.rstrip("0").rstrip(".") if "." in text else text) + unit.symbol
