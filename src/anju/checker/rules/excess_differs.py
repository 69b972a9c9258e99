"""超额与数对不上：超任务、超计划、超额完成百分之几，或多少个，不等于实际比任务多出的。

The rate by which more was done than planned is actual over plan, less one: 任务300个，完成429个，超任务43%. Plan and
actual stand before it in its sentence, the nearest like numbers; any two that give it will do. A warning.
Wrong when it is of another plan (the year's, the quarter's): write it next to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise, permutations

from anju.checker.extract import Extract
from anju.checker.extract.claim import Claim
from anju.checker.relation import Relation
from anju.checker.rules._changes import rate
from anju.checker.rules._neighbours import Equation, Told, containing, cut_off, ends, paragraphs, valued
from anju.checker.rules._shown import amount, quoted, share
from anju.checker.rules._tiers import apart

WHY = "超额多少，考核要加分。超任务43%的意思是比任务多43%；把完成率、或者除反了的数写成超额，一算就露。"
WRONG = "全年任务300个，实际完成400个，超任务43%。"
RIGHT = "全年任务300个，实际完成400个，超任务33.3%。"
MISTAKEN = "比的是另一个任务数（季度的、上级下达的），而那个数没有写出来。"
SETTLE = "按“（实际－任务）÷任务”重新算；比的是别的任务数的，写在旁边。"

_WHOLE = 10_000
_EXCESS = re.compile(
    r"超(?:额|出|过)?(?:完成)?(?:年度|全年|年初|当年)?(?:目标|计划|任务|预期)+(?:任务|目标|数)?(?:的)?(?:了|约|达|为)*$"
    r"|超额(?:完成|实施|发放|开工)(?:了|约|达)*$"
)
_PLAN = re.compile("计划|任务|目标|预期|下达|应|年初")
_TASK = re.compile("(?:任务|计划|目标)[^,;:。\\d]{0,10}$")
_DONE = re.compile("完成|实际|已|开工|发放|建成|实施|新建|改造|达到|争取|到位")


def check(extract: Extract) -> Iterator[Relation]:
    for told in containing(extract, "超"):
        for place, each in enumerate(told):
            if not _EXCESS.search(each.lead) or each.claim.mention.qualifier != "":
                continue
            if place > 1 and any(not rate(one.claim) for one in _of_sentence(told[:place], each.claim)):
                yield from _judged(extract, told, place)
            elif rate(each.claim):
                yield from _of_report(extract, each.claim)


def _of_report(extract: Extract, stated: Claim) -> Iterator[Relation]:
    """超任务43% by itself: what the report names as task and as done, one after the other, if that is one pair."""
    pairs = {
        (plan.claim.base, actual.claim.base): (actual.claim, plan.claim)
        for told in paragraphs(extract)
        for plan, actual in pairwise(told)
        if _task(plan, actual)
    }
    if any(_fits(actual, plan, stated) for actual, plan in pairs.values()):
        return
    if len(pairs) == 1:
        actual, plan = next(iter(pairs.values()))
        equation = _equation(actual, plan, stated)
        message = (
            f"{quoted(extract, stated)}，而{quoted(extract, plan)}、{quoted(extract, actual)}，按{equation.formula}，"
            f"不一致，请核。若比的是别的任务数，请写明；否则请更正其中一处。"
        )
        yield equation.failed(message)


def _task(plan: Told, actual: Told) -> bool:
    """任务数为115户，实际完成264户."""
    one, other = plan.claim, actual.claim
    alike = one.family == other.family and one.sentence == other.sentence and one.depth == other.depth
    words = _TASK.search(plan.lead) and re.search("实际|完成", actual.lead)
    return bool(alike and words and not rate(one) and valued(one) and valued(other) and other.base > one.base)


def _of_sentence(told: Sequence[Told], stated: Claim) -> list[Told]:
    return [each for each in told if each.claim.sentence == stated.sentence]


def _judged(extract: Extract, told: Sequence[Told], place: int) -> Iterator[Relation]:
    stated = told[place].claim
    near = [each for each in told[max(0, place - 6) : place] if each.claim.sentence == stated.sentence]
    near = [each for each in near if valued(each.claim) and not rate(each.claim) and _like(each.claim, stated)]
    for actual, plan in permutations(reversed(near), 2):
        if actual.claim.family == plan.claim.family and _fits(actual.claim, plan.claim, stated):
            yield _equation(actual.claim, plan.claim, stated).held()
            return
    if len(near) < 2:
        return
    plan, actual = near[-2:]
    clear = _PLAN.search(plan.lead) and not re.search("[比较少多增减]", plan.lead) and "应" not in actual.lead
    clear = clear and _DONE.search(actual.lead) and actual.claim is told[place - 1].claim
    if clear and plan.claim.family == actual.claim.family and plan.claim.depth == actual.claim.depth:
        equation = _equation(actual.claim, plan.claim, stated)
        message = (
            f"{quoted(extract, stated)}，按{equation.formula}，不一致，请核。"
            f"若比的是别的任务数，请写明；否则请更正其中一处。"
        )
        yield equation.failed(message)


def _like(claim: Claim, stated: Claim) -> bool:
    return rate(stated) or claim.family == stated.family


def _fits(actual: Claim, plan: Claim, stated: Claim) -> bool:
    (low, high), (least, most) = ends(actual), ends(plan)
    if least <= 0:
        return False
    if not rate(stated):
        return not apart((low - most, high - least), stated.interval)
    return not apart(((low / most - 1) * _WHOLE, (high / least - 1) * _WHOLE), cut_off(stated))


def _equation(actual: Claim, plan: Claim, stated: Claim) -> Equation:
    more = actual.base - plan.base
    if rate(stated):
        computed = share(Fraction(more), plan.base)
        return Equation(stated, (actual, plan), computed, f"（{actual}－{plan}）÷{plan}＝{computed}")
    computed = amount(more, stated.mention.quantity.unit)
    return Equation(stated, (actual, plan), computed, f"{actual}－{plan}＝{computed}")
