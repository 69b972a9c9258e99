"""规则共用：年初的加上年中新增的，应当等于一共的；几个“万”相加，合计不会没有“万”。"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from anju.checker.extract import Extract
from anju.checker.extract.claim import Claim
from anju.checker.rules._neighbours import Told, containing, valued
from anju.kernel.unit import Dimension

_ALL = re.compile("共计?(?:有|为|是)?$|总数?(?:为|是)?$|合计(?:为|是)?$")
_START = re.compile("年初|期初|原有")
_MORE = re.compile("(?:年中|年内|当年|期间|后)[^,;:。]{0,4}(?:新增|增加|追加|增补)|(?:新增|追加)(?:了|项目)?$")
_LESS = re.compile("减少|调减|取消|退出|核减|撤销|终止")
_SUMMED = re.compile("共计|合计|总计|一共|总共")
_TEN_THOUSAND, _MOST = 10_000, 8


def from_the_start(extract: Extract) -> Iterator[tuple[Claim, tuple[Claim, Claim]]]:
    """共15个，年初批复8个，年中增加8个: the whole, with what was there at first and what was added, in one sentence."""
    for told in containing(extract, "年初", "期初", "原有"):
        for place, each in enumerate(told):
            like = [other for other in told[place:] if _like(each.claim, other.claim)]
            if _ALL.search(each.lead) and len(like) == 3 and not any(_LESS.search(other.lead) for other in like):
                first, more = like[1:]
                if _START.search(first.lead) and _MORE.search(more.lead):
                    yield each.claim, (first.claim, more.claim)


def _like(one: Claim, other: Claim) -> bool:
    alike = one.family == other.family and one.dimension is Dimension.COUNT and one.mention.counted != ""
    return alike and one.depth == other.depth and one.sentence == other.sentence and valued(other)


def without_ten_thousand(extract: Extract) -> Iterator[tuple[Claim, tuple[Claim, ...]]]:
    """166万套、242万套、306万套……共计714套: a total with the digits of the sum, and without its 万."""
    for told in containing(extract, "共计", "合计", "总计", "一共", "总共"):
        for place, each in enumerate(told):
            total = each.claim
            if _SUMMED.search(each.lead) and total.mention.quantity.unit.factor == 1 and valued(total):
                parts = _before(told[:place], total)
                if len(parts) > 1:
                    yield total, parts


def _before(told: Sequence[Told], total: Claim) -> tuple[Claim, ...]:
    """The numbers right before it that add up to ten thousand times as much."""
    like = [each.claim for each in told if each.claim.family == total.family][-_MOST:]
    for first in range(len(like) - 1):
        if sum(claim.base for claim in like[first:]) == total.base * _TEN_THOUSAND:
            return tuple(like[first:])
    return ()
