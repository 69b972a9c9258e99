"""规则共用：丢了“万”“亿”的金额。一句话里并列的都是亿元，单有一个是元；或者同一串数字，一处是元，一处是万元。"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from anju.checker.extract import Extract
from anju.checker.extract.claim import Claim
from anju.checker.rules._neighbours import Told, paragraphs, valued
from anju.checker.rules._slips import digits
from anju.kernel.unit import Dimension

_EACH = re.compile("[每均]|单价|标准|人次|工资|补贴|补助|奖励|罚|缴费|定价|收费|价格")
_FEWEST, _LARGEST = 3, 10_000
"""Siblings that show the unit, and yuan from which an amount may well be meant as such."""
_TELLING = 5
"""So many digits stand in two places by no chance."""


def beside_siblings(extract: Extract) -> Iterator[tuple[Claim, Claim]]:
    """6个项目完成投资93.3元，54个……268.1亿元，86个……903.5亿元: the amount without its 亿, and one of its siblings."""
    for told in paragraphs(extract):
        sentences: dict[int, list[Told]] = defaultdict(list)
        for each in told:
            if each.claim.dimension is Dimension.MONEY and valued(each.claim):
                sentences[each.claim.sentence].append(each)
        for here in sentences.values():
            yield from _odd(here)


def _odd(here: Sequence[Told]) -> Iterator[tuple[Claim, Claim]]:
    """The only amount in yuan, small or with one decimal, told with the very words of a sibling."""
    bare = [each for each in here if _symbol(each.claim) == "元"]
    others = Counter(_symbol(each.claim) for each in here if each not in bare)
    if len(bare) != 1 or len(others) != 1 or others.total() < _FEWEST:
        return
    lost, quantity = bare[0], bare[0].claim.mention.quantity
    siblings = [each for each in here if each is not lost and each.lead[-2:] == lost.lead[-2:]]
    if siblings and quantity.value < _LARGEST and not _EACH.search(lost.lead):
        yield lost.claim, siblings[0].claim


def same_digits(extract: Extract) -> Iterator[tuple[Claim, Claim]]:
    """117432万元 in one place, 117432元 in another."""
    amounts: dict[str, list[Claim]] = defaultdict(list)
    for claim in extract.claims:
        if claim.dimension is Dimension.MONEY and valued(claim) and not claim.in_table:
            quantity = claim.mention.quantity
            if digits(quantity) >= _TELLING:
                amounts[str(quantity.value)].append(claim)
    for claims in amounts.values():
        bare = [claim for claim in claims if _symbol(claim) == "元"]
        others = [claim for claim in claims if claim not in bare]
        if len(bare) == 1 and others and not _EACH.search(bare[0].label):
            yield bare[0], others[0]


def _symbol(claim: Claim) -> str:
    return claim.mention.quantity.unit.symbol
