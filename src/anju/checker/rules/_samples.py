"""规则共用：问卷的份数。发放的不少于收回的，收回的不少于有效的，收回的减去剔除的就是有效的。"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from anju.checker.extract import Extract
from anju.checker.extract.claim import Claim
from anju.checker.relation import Relation
from anju.checker.rules._neighbours import Equation, Told, valued
from anju.checker.rules._shown import quoted
from anju.kernel.unit import decimal_text

_ANSWERS = frozenset("份人户名")
VALID = re.compile(r"有效[^,;:。\d]{0,8}$")
_RETURNED = re.compile(r"(?:收回|回收)[^,;:。\d]{0,8}$")
_ISSUED = re.compile(r"(?:发放|发出|印发)[^,;:。\d]{0,10}$")
_ALL_SATISFIED = re.compile(r"[,、]满意(?:的)?(?:有|为|共)?$")
_DROPPED = re.compile(r"(?:剔除|无效|作废|废卷)[^,;:。\d]{0,16}$")
_STEPS = (
    (_ISSUED, _RETURNED),
    (_RETURNED, VALID),
    (_ISSUED, VALID),
    (_RETURNED, _ALL_SATISFIED),
    (VALID, _ALL_SATISFIED),
)


def in_order(extract: Extract, told: Sequence[Told]) -> Iterator[Relation]:
    """发放 ≥ 收回 ≥ 有效, said one after the other in a sentence."""
    for one, other in pairwise(told):
        like = one.claim.family == other.claim.family and one.claim.sentence == other.claim.sentence
        steps = any(first.search(one.lead) and second.search(other.lead) for first, second in _STEPS)
        if like and steps and answers(other.claim):
            equation = Equation(other.claim, (one.claim,), one.claim.text, f"{other.claim}≤{one.claim}")
            if other.claim.base <= one.claim.base:
                yield equation.held(bound=True)
                continue
            message = (
                f"{quoted(extract, other.claim)}，比{quoted(extract, one.claim)}还多，不一致，请核。"
                f"若有网上或另行发放的，请写明；否则请更正其中一处。"
            )
            yield equation.failed(message)


def without_dropped(extract: Extract, told: Sequence[Told]) -> Iterator[Relation]:
    """收回812份，剔除无效的26份，有效786份: one of each in the paragraph, in this order."""
    kinds = [[each for each in told if step.search(each.lead)] for step in (_RETURNED, _DROPPED, VALID)]
    if any(len(each) != 1 for each in kinds):
        return
    returned, dropped, valid = (each[0].claim for each in kinds)
    if not (returned.index < dropped.index < valid.index and all(map(answers, (returned, dropped, valid)))):
        return
    left = returned.base - dropped.base
    computed = f"{decimal_text(left, 1)}{valid.mention.counted}"
    equation = Equation(valid, (returned, dropped), computed, f"{returned}－{dropped}＝{computed}，写明{valid}")
    if left == valid.base:
        yield equation.held()
        return
    message = (
        f"{quoted(extract, valid)}，{quoted(extract, returned)}，{quoted(extract, dropped)}，相减是{computed}，"
        f"不一致，请核。若还有另外剔除的，请写明；否则请更正其中一处。"
    )
    yield equation.failed(message)


def answers(claim: Claim) -> bool:
    """Whether it says how many were asked, or answered."""
    return claim.mention.counted in _ANSWERS and valued(claim) and claim.base > 0 and claim.base.denominator == 1
