"""规则共用：一个数后面紧跟着换个单位再说一遍：33130万元（约合3.313亿元）。"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from anju.checker.extract import Extract
from anju.checker.extract.claim import Claim

_GLOSS = re.compile(r"\((?:约?合|折合|折|即|约|合计|也就是)*|,?(?:约合|折合|合)(?:人民币)?")


def glossed(extract: Extract) -> Iterator[tuple[Claim, Claim]]:
    """Pairs of one kind in two units, the second in brackets behind the first with no other words than 约合."""
    for claims in extract.of_sentence.values():
        for first, second in pairwise(claims):
            alike = first.family == second.family and first.mention.per == second.mention.per
            units = first.mention.quantity.unit, second.mention.quantity.unit
            if (
                alike
                and _GLOSS.fullmatch(extract.between(first, second))
                and (units[0] != units[1] or _moved(first, second))
            ):
                yield first, second


def _moved(first: Claim, second: Claim) -> bool:
    """8413.47万元（0.84万元）: the same number but for 万, which somebody meant to be 亿."""
    low, high = second.interval
    return (
        low is not None
        and high is not None
        and any(low <= first.base / shift <= high for shift in (10_000, 100_000_000))
    )
