"""第五层：量。数字加单位，前后的限定词一并认；汉字写的数要紧跟量词才算。"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from anju.checker.extract.mention import Mention, Qualifier
from anju.kernel.numeral import NotANumber
from anju.kernel.quantity import OtherDimension, Quantity
from anju.kernel.unit import Dimension, NotExact, UnknownUnit
from anju.kernel.unit import unit as unit_of

_SCALE = r"(?:万亿|千万|百万|[万亿千])?"
_MONEY = rf"{_SCALE}元(?:人民币)?"
_AREA = rf"{_SCALE}(?:平方公里|平方千米|平方米|平米|平方|㎡|m²|m2|M2|km²|km2|公顷|亩)"
_LENGTH = rf"{_SCALE}(?:公里|千米|厘米|毫米|延长米|延米|米(?!字)|(?:km|cm|mm|m|KM)(?![A-Za-z²2]))"
_SHARES = "个?百分点|%|‰"
_TIMES = "个月|年|天|日|周"
_COUNTED = (
    "人次|户次|场次|单元|泊位|车位"
    "|[个户栋幢人名家处部套块盏份次台项条座件片根棵株组口眼辆间支对册例笔宗批所类段层场只扇樘分]"
)
_COUNT = rf"{_SCALE}(?:{_COUNTED})"
_UNIT = rf"(?P<unit>{_MONEY}|{_AREA}|{_LENGTH}|{_SHARES}|{_COUNT}|{_TIMES})"
_BEFORE = (
    r"(?P<before>约为|大约|约|将近|接近|近(?![\d年一两几])|近(?=\d)|超过|超|逾|突破|高于|大于|不少于|不低于|至少|达到?|≥|>=|＞|>"
    r"|不超过|不高于|不多于|至多|低于|不足|小于|≤|<=|<)?(?P<is>为|是|:)?"
)
_ARABIC = r"(?<![\d.A-Za-z\ue001])(?P<number>-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)(?![\d]|,\d{3}(?!\d)|\.\d)"
_WORDS = r"(?<![第每几数多单统同唯初])(?P<words>[一二三四五六七八九十百千两零〇]+(?:点[零一二三四五六七八九]+)?)"
_PER = r"(?P<per>/(?:平方米|㎡|m2|m²|[\u4e00-\u9fff]{1,2})(?:[·•/]?[月年])?)?"
_AFTER = rf"(?P<after>余|多|左右|上下|以上|及以上|以下|以内|之内)?{_PER}"
PATTERN = re.compile(rf"{_BEFORE}(?:{_ARABIC}|{_WORDS})(?P<more>[余多])?{_UNIT}{_AFTER}")
BARE = re.compile(rf"{_ARABIC}(?P<unit>万亿|万|亿)(?![\u4e00-\u9fff\d]|个|元)")
_MONEY_WORD = re.compile(r"(?:资金|投资|经费|预算|支出|收入|补助|款)[\u4e00-\u9fff]{0,4}$")
_ROW = re.compile(r"\d[\d.,]*%?(?:个|户|万|元|%|㎡)*\s?(?:[-—–~至]|到)\s?$")
_OVER = frozenset({"超过", "超", "逾", "突破", "高于", "大于", ">", "＞"})
_LEAST = frozenset({"不少于", "不低于", "至少", "≥", ">=", "以上", "及以上"})
_MOST = frozenset(
    {"不超过", "不高于", "不多于", "至多", "低于", "不足", "小于", "≤", "<=", "<", "以下", "以内", "之内"}
)
_ABOUT = frozenset({"约为", "大约", "约", "左右", "上下"})
# Behind a Chinese numeral these make a word (三人, 一家, 两口): it tells nothing that could be checked.
_SPOKEN = frozenset("分年日人家口层批次天段")
_NEAR = frozenset({"将近", "接近", "近"})


def mentions(text: str) -> Iterator[Mention]:
    """The quantities of a masked text, in order."""
    found = list(_with_unit(text))
    if BARE.search(text):
        taken = {each.start for each in found}
        found += [each for each in _money_without_unit(text) if each.start not in taken]
        found.sort(key=lambda each: each.start)
    return iter(found)


def _money_without_unit(text: str) -> Iterator[Mention]:
    """安排资金19204.096万: what the words before it call money is counted in 元."""
    for match in BARE.finditer(text):
        start = match.start("number")
        amount = quantity(match["number"].replace(",", ""), match["unit"] + "元")
        if amount is not None and _MONEY_WORD.search(text[max(0, start - 12) : start]):
            yield Mention(start, match.end(), amount)


def _with_unit(text: str) -> Iterator[Mention]:
    for match in PATTERN.finditer(text):
        number = match["number"] or match["words"]
        if number == "一" or (
            match["words"] and match["unit"] in {"分", "年", "日", "人", "家", "口", "层", "批", "次"}
        ):
            continue
        found = quantity(number.replace(",", ""), match["unit"])
        if found is not None:
            yield _mention(text, match, found)


@lru_cache(maxsize=4096)
def quantity(number: str, symbol: str) -> Quantity | None:
    """The number in the unit, or None when it is none."""
    try:
        prefer = Dimension.POINTS if symbol == "分" else None
        unit = unit_of(symbol, prefer)
        return Quantity.parse(number + symbol, unit) if prefer is None else Quantity.parse(number, unit)
    except (NotANumber, UnknownUnit, OtherDimension, NotExact):
        return None


def _mention(text: str, match: re.Match[str], found: Quantity) -> Mention:
    start = match.start("number") if match["number"] else match.start("words")
    counted = match["unit"] if found.unit.dimension is Dimension.COUNT else ""
    ends = match.end("after") if match["after"] else match.end("unit")
    ranged = _ROW.search(text[max(0, start - 14) : start]) is not None or re.match(r"[-—–~至]\d", text[ends : ends + 2])
    qualifier = _qualifier(match["before"], match["more"] or match["after"])
    ends = max(ends, match.end("per"))
    return Mention(start, ends, found, qualifier, (match["per"] or "")[1:], counted.lstrip("万亿千百"), bool(ranged))


def _qualifier(before: str | None, after: str | None) -> Qualifier:
    words = {before, after}
    for kind, known in (
        (Qualifier.AT_LEAST, _LEAST),
        (Qualifier.AT_MOST, _MOST),
        (Qualifier.OVER, _OVER | {"余", "多"}),
        (Qualifier.ABOUT, _ABOUT),
        (Qualifier.NEARLY, _NEAR),
    ):
        if words & known:
            return kind
    return Qualifier.NONE


def exact(value: Decimal) -> bool:
    """Whether it was printed without decimals."""
    return value == value.to_integral_value() and int(value.as_tuple().exponent) >= 0
