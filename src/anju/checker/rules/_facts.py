"""规则共用：一个数说的是什么事：什么东西、谁的、做了什么、哪来的钱、什么时候、计划还是实际；全一样的就是同一个数。"""

from __future__ import annotations

import re
from collections.abc import Hashable

from anju.checker.extract.claim import Claim
from anju.checker.extract.mention import Qualifier
from anju.checker.extract.things import IN_PLACE, PAID, PASSED_ON
from anju.checker.extract.words import narrowed
from anju.kernel.unit import Dimension

_COMPARED = frozenset({Dimension.COUNT, Dimension.MONEY, Dimension.AREA, Dimension.SHARE, Dimension.LENGTH})
_SAME_UNIT = {"幢": "栋"}
_SAME_ACT = {"支出": "支付", "使用": "支付"}
_DONE_ANYHOW = frozenset({PAID, PASSED_ON, IN_PLACE})
"""Steps of money that nobody plans: 实际支出 is 支出."""
_STATE = re.compile("部分|基本|未|正在|尚|主要")
"""What is said behind a count of how far things are: 15项完成, 5项部分完成."""


def comparable(claim: Claim) -> bool:
    """Whether it is said of something that can be known again elsewhere."""
    mention = claim.mention
    return (
        not claim.in_table
        and not mention.ranged
        and claim.depth == 0
        and claim.dimension in _COMPARED
        and mention.qualifier not in {Qualifier.AT_LEAST, Qualifier.AT_MOST}
        and not narrowed(claim.scopes)
        and bool(claim.acts or claim.subject or "投资" in claim.thing)
    )


def fact(claim: Claim) -> tuple[Hashable, ...]:
    """What the number is of; two claims with the same answer speak of one number."""
    counted = _SAME_UNIT.get(claim.mention.counted, claim.mention.counted)
    acts = frozenset(_SAME_ACT.get(act, act) for act in claim.acts)
    scopes = claim.scopes - {"实际"} if claim.thing in _DONE_ANYHOW else claim.scopes
    state = tuple(_STATE.findall(claim.after[:12]))
    told = (claim.thing, claim.subject, acts, claim.sources, state, claim.topic, claim.period, scopes)
    return (claim.dimension, counted, claim.mention.per, *told)
