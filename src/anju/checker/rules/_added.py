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
_THESE = re.compile("(?:以上|上述|这)(?P<many>[两二三四五六七八九十]|[0-9]{1,2})[项类][^,;:。()0-9]{0,8}$")
_NUMBERS = " 一二三四五六七八九十"
_IN_ALL = re.compile("^[,;:、]?(?:全年|全县|全市|全区|累计|合计|总计|总共|一共|共计|共)+")
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


def these(extract: Extract) -> Iterator[tuple[Claim, tuple[Claim, ...]]]:
    """教育支出5.2亿元；农林支出3.8亿元。以上两项9亿元: just so many stand in the sentence before."""
    for told in containing(extract, "以上", "上述", "这"):
        for place, each in enumerate(told):
            text = extract.sources[each.claim.paragraph].folded.text[max(0, each.claim.at - 14) : each.claim.at]
            found = _THESE.search(text)
            if found is None or not valued(each.claim):
                continue
            word = found["many"].replace("两", "二")
            many = int(word) if word.isdecimal() else _NUMBERS.index(word)
            near = [other.claim for other in told[:place] if each.claim.sentence - other.claim.sentence in {0, 1}]
            parts = tuple(claim for claim in near if claim.family == each.claim.family and claim.depth == 0)
            if len(parts) == many > 1 and not any(claim.narrowed for claim in parts):
                yield each.claim, parts


def in_all(extract: Extract) -> Iterator[tuple[Claim, tuple[Claim, ...]]]:
    """新增停车位420个……新增停车位130个。全年共新增停车位550个: the same words before the parts and the whole."""
    for told in containing(extract, "共", "合计", "累计", "总计"):
        for place, each in enumerate(told):
            words = _IN_ALL.sub("", each.lead)
            if words == each.lead or len(words) < 3 or not valued(each.claim):
                continue
            before = [other for other in told[:place] if other.claim.family == each.claim.family]
            parts = tuple(other.claim for other in before if other.lead.endswith(words))
            if len(parts) > 1 and len(parts) == len([other for other in before if words in other.lead]):
                yield each.claim, parts


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
