"""增长率与增减额对不上：增长、下降百分之几，不等于增减额除以从前的数；方向与数相反的也在内。

The rate against the two numbers it compares (由A增加到B, 比上年的A) or against a number and by how much it changed
(B，比上年增加D), also pair by pair. Rounded or cut off it holds; so it does when any two numbers before it give it.
At odds it is an error only where the words leave no other reading. Wrong when the growth is by comparable prices or
over a base not written down: say so next to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from anju.checker.extract import Extract
from anju.checker.relation import Relation
from anju.checker.rules._changes import OTHER_PRICES, Change, rate, sign
from anju.checker.rules._compared import bare
from anju.checker.rules._comparisons import changes
from anju.checker.rules._grown import WHOLE, amount_behind, far, growth, signed
from anju.checker.rules._neighbours import Equation, Told, cut_off, paragraphs
from anju.checker.rules._shown import quoted, share
from anju.checker.rules._tiers import apart
from anju.kernel.finding import Severity

WHY = "增长率是从两个年度的数算出来的，三个数写在一起，谁都能验算；对不上，读的人不知道该信哪一个。"
WRONG = "2023年补助资金由2022年的1200万元增加到1500万元，增长20%。"
RIGHT = "2023年补助资金由2022年的1200万元增加到1500万元，增长25%。"
MISTAKEN = "增长率按可比价格或同口径计算，或者从前的数后来调整过，而报告没有写明。"
SETTLE = "按“增减额÷上年数”重新算一遍；口径不同的，把口径和上年数写在旁边。"

_SAME_BASIS = re.compile(r"\(?(?:同|可比)口径\)?[^,;:。\d]{0,6}$")
"""收入（同口径）完成…，增长…，增收…: all three are of the one basis."""
_TWICE = re.compile("(?:下降|减少|降低|负增长|回落|下滑)(?:了|为|约)?[-—－]$")


def check(extract: Extract) -> Iterator[Relation]:
    done: set[int] = set()
    for readings in changes(extract):
        if rate(readings[0].stated):
            found = list(_judged(extract, readings))
            done.update(readings[0].stated.index for _ in found)
            yield from found
    for told in paragraphs(extract):
        for one in amount_behind(told):
            if one.stated.index not in done:
                yield from _judged(extract, [one])
        yield from _opposite(extract, told)
        yield from (_twice_negative(extract, each) for each in told if rate(each.claim) and _TWICE.search(each.lead))


def _opposite(extract: Extract, told: Sequence[Told]) -> Iterator[Relation]:
    """增加1.16万元，下降13.36%: an amount that rises by a rate that falls, nothing between them."""
    for one, other in pairwise(told):
        first, second = one.claim, other.claim
        beside = first.sentence == second.sentence and first.depth == second.depth and bare(other.lead)
        if beside and not rate(first) and rate(second) and sign(one.lead) * sign(other.lead) < 0 and second.base > 0:
            then = f"{other.lead.strip(',、')}{second}"
            message = (
                f"{quoted(extract, first)}，接着写“{then}”，一个是增，一个是减，不一致，请核。"
                f"若说的是两件事，请各写明是什么；否则请更正其中一处。"
            )
            yield Equation(second, (first,), "", f"{one.lead[-4:]}{first}，{then}").failed(message)


def _twice_negative(extract: Extract, each: Told) -> Relation:
    """下降-3%."""
    message = f"{quoted(extract, each.claim)}，写了下降又在前面写负号，读起来成了上升，请核。请去掉负号，或改为增长率。"
    return Equation(each.claim, (), "", f"下降－{each.claim}").failed(message)


def _judged(extract: Extract, readings: Sequence[Change]) -> Iterator[Relation]:
    stated = readings[0].stated
    printed = cut_off(stated)
    for one in readings:
        found = None if far(one, printed) else growth(one)
        if found is not None and not apart(signed(found[1], one), printed):
            yield _equation(one, found[0]).held()
            return
    for one in readings:
        found = growth(one) if one.explicit or one.near else None
        if found is not None:
            yield _differs(extract, one, found[0])
            return


def _differs(extract: Extract, one: Change, value: Fraction) -> Relation:
    before, within = _around(extract, one)
    same = one.amount is not None and one.now is not None and _SAME_BASIS.search(before) is not None
    if OTHER_PRICES.search(within) or (OTHER_PRICES.search(before) and not same):
        return _equation(one, value).unclear()
    told = f"{quoted(extract, one.stated)}，按{_formula(one)}{_turned(value)}"
    if value * one.sign < 0 and one.before is not None and one.now is not None:
        told = f"{quoted(extract, one.stated)}，而{one.before.text}到{one.now.text}是{'减少' if value < 0 else '增加'}"
    message = f"{told}，不一致，请核。若按可比口径计算或另有基数，请写明；否则请更正其中一处。"
    severity = Severity.ERROR if one.explicit and _plain(one) else Severity.WARNING
    return _equation(one, value).failed(message, severity)


def _around(extract: Extract, one: Change) -> tuple[str, str]:
    """The words before the first of the numbers, and from there to the rate, with the bracket behind it if that has no
    number."""
    stated = one.stated
    text, start = extract.sources[stated.paragraph].folded.text, extract.sentences[stated.sentence].start
    behind = text[stated.mention.end : stated.mention.end + 32]
    after = re.match(r"(?:\([^()\d]{0,30}\)|,?[^,;:。()\d]{0,12})", behind)
    first = min((each.at for each in one.parts if each.paragraph == stated.paragraph), default=start)
    begin = max(start, first - 24, stated.at - 120)
    return re.split(";", text[begin:first])[-1], text[max(begin, first) : stated.at] + (after[0] if after else "")


def _plain(one: Change) -> bool:
    return not any(each.own & {"其中", "累计"} for each in one.parts)


def _turned(value: Fraction) -> str:
    return f"算是{'增长' if value >= 0 else '下降'}{share(abs(value), Fraction(WHOLE))}"


def _formula(one: Change) -> str:
    if one.amount is None:
        return f"（{one.now}－{one.before}）÷{one.before}"
    if one.now is None:
        return f"{one.amount}÷{one.before}"
    return f"{one.amount}÷（{one.now}{'－' if one.sign > 0 else '＋'}{one.amount}）"


def _equation(one: Change, value: Fraction) -> Equation:
    printed = share(abs(value), Fraction(WHOLE))
    return Equation(one.stated, one.parts, printed, f"{_formula(one)}＝{printed}，写明{one.stated.text}")
