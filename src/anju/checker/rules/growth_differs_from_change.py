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
from math import ceil, floor

from anju.checker.extract import Extract
from anju.checker.relation import Relation
from anju.checker.rules._changes import OTHER_PRICES, Change, rate, sign
from anju.checker.rules._comparisons import changes
from anju.checker.rules._formulas import no_decline, no_growth
from anju.checker.rules._neighbours import Equation, Told, cut_off, ends, paragraphs, valued
from anju.checker.rules._shown import quoted, share
from anju.checker.rules._tiers import Interval, apart, rough
from anju.kernel.finding import Severity
from anju.kernel.unit import Dimension

WHY = "增长率是从两个年度的数算出来的，三个数写在一起，谁都能验算；对不上，读的人不知道该信哪一个。"
WRONG = "2023年补助资金由2022年的1200万元增加到1500万元，增长20%。"
RIGHT = "2023年补助资金由2022年的1200万元增加到1500万元，增长25%。"
MISTAKEN = "增长率按可比价格或同口径计算，或者从前的数后来调整过，而报告没有写明。"
SETTLE = "按“增减额÷上年数”重新算一遍；口径不同的，把口径和上年数写在旁边。"

_WHOLE = 10_000
_BASE = re.compile("上年|去年|同期")
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
        for one in _amount_behind(told):
            if one.stated.index not in done:
                yield from _judged(extract, [one])
        yield from (_twice_negative(extract, each) for each in told if rate(each.claim) and _TWICE.search(each.lead))


def _amount_behind(told: Sequence[Told]) -> Iterator[Change]:
    """收入61646万元，占预算的56.3%，同比增长10.7%，增收5939万元: the amount comes last."""
    for place, (one, more) in enumerate(pairwise(told)):
        way = sign(one.lead)
        alike = one.claim.sentence == more.claim.sentence and one.claim.depth == more.claim.depth
        if not way or sign(more.lead) != way or not rate(one.claim) or not alike or not valued(more.claim):
            continue
        level = next((each for each in reversed(told[:place]) if not _aside(each)), None)
        if level is None or level.claim.sentence != one.claim.sentence or level.claim.depth != one.claim.depth:
            continue
        if level.claim.family == more.claim.family and not sign(level.lead) and valued(level.claim):
            yield Change(one.claim, way, now=level.claim, amount=more.claim, near=True)


def _aside(each: Told) -> bool:
    """A rate, or what it is a rate of."""
    of = each.claim.after.startswith("的")
    return of or each.claim.dimension is Dimension.SHARE or _BASE.search(each.lead) is not None


def _twice_negative(extract: Extract, each: Told) -> Relation:
    """下降-3%."""
    message = f"{quoted(extract, each.claim)}，写了下降又在前面写负号，读起来成了上升，请核。请去掉负号，或改为增长率。"
    return Equation(each.claim, (), "", f"下降－{each.claim}").failed(message)


def _judged(extract: Extract, readings: Sequence[Change]) -> Iterator[Relation]:
    stated = readings[0].stated
    printed = cut_off(stated)
    for one in readings:
        found = None if _far(one, printed) else _growth(one)
        if found is not None and not apart(_signed(found[1], one), printed):
            yield _equation(one, found[0]).held()
            return
    for one in readings:
        found = _growth(one) if one.explicit or one.near else None
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
    return text[begin:first], text[max(begin, first) : stated.at] + (after[0] if after else "")


def _plain(one: Change) -> bool:
    return not any(each.own & {"其中", "累计"} for each in one.parts)


def _far(one: Change, printed: Interval) -> bool:
    """Whether whole numbers alone show that it is not what is printed; most pairs of numbers end here."""
    low, high = printed
    if one.now is None or one.before is None or low is None or high is None:
        return False
    now, before, stated = rough(one.now.reach), rough(one.before.reach), (floor(low), ceil(high))
    if now is None or before is None:
        return False
    return no_growth(now, before, stated) if one.sign > 0 else no_decline(now, before, stated)


def _growth(one: Change) -> tuple[Fraction, Interval] | None:
    """The growth, with its sign, in base units of a share: by the values, and as an interval."""
    if one.now is not None and one.before is not None:
        now, before = ends(one.now), ends(one.before)
        if before[0] <= 0:
            return None
        value = (one.now.base / one.before.base - 1) * _WHOLE
        return value, ((now[0] / before[1] - 1) * _WHOLE, (now[1] / before[0] - 1) * _WHOLE)
    return _by_amount(one)


def _by_amount(one: Change) -> tuple[Fraction, Interval] | None:
    level = one.now if one.now is not None else one.before
    if one.amount is None or level is None:
        return None
    low, high = ends(one.amount)
    least, most = ends(level)
    back = -one.sign if one.now is not None else 0
    value = _quotient(one.amount.base, level.base + back * one.amount.base)
    first, last = _quotient(low, most + back * low), _quotient(high, least + back * high)
    if value is None or first is None or last is None:
        return None
    if one.sign < 0:
        return -value, (-last, -first)
    return value, (first, last)


def _quotient(change: Fraction, base: Fraction) -> Fraction | None:
    return change * _WHOLE / base if base > 0 and change >= 0 else None


def _signed(interval: Interval, one: Change) -> Interval:
    """As it is printed: 下降5% is minus five, 增长-5% as well."""
    low, high = interval
    return (low, high) if one.sign > 0 else (_minus(high), _minus(low))


def _minus(end: Fraction | None) -> Fraction | None:
    return None if end is None else -end


def _turned(value: Fraction) -> str:
    return f"算是{'增长' if value >= 0 else '下降'}{share(abs(value), Fraction(_WHOLE))}"


def _formula(one: Change) -> str:
    if one.amount is None:
        return f"（{one.now}－{one.before}）÷{one.before}"
    if one.now is None:
        return f"{one.amount}÷{one.before}"
    return f"{one.amount}÷（{one.now}{'－' if one.sign > 0 else '＋'}{one.amount}）"


def _equation(one: Change, value: Fraction) -> Equation:
    printed = share(abs(value), Fraction(_WHOLE))
    return Equation(one.stated, one.parts, printed, f"{_formula(one)}＝{printed}，写明{one.stated.text}")
