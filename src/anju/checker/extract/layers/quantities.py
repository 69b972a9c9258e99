"""第五层：量。一遍找出每一个数，连同前后的限定词和单位；汉字写的数要紧跟量词才算。"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from anju.checker.extract.layers.beside import DASHES
from anju.checker.extract.layers.qualifiers import AFTER, BEFORE, qualifier
from anju.checker.extract.layers.units import SCALE, UNIT, misread, printed, quantity, spoken
from anju.checker.extract.layers.unprinted import Bare, Bares
from anju.checker.extract.mention import Mention, Qualifier
from anju.kernel.unit import Dimension

__all__ = ["PATTERN", "exact", "mentions", "quantity"]

_CN = "一二三四五六七八九壹贰叁肆伍陆柒捌玖"
_BY = (
    "平方米|平方公里|平方|立方米|㎡|m[2²3³]|公里|千米|千瓦时|学年|学期|课时|小时|人次|床位|泊位|车位|百户|万元|公顷|公斤"
    "|[户人套栋幢个亩米吨度年月日天次生盏台床头只株项处座件份斤村班校间部家名位梯门樘根眼条棵辆km]"
)
_ARABIC = (
    r"(?<![\d.A-Za-zΦφø])(?P<number>(?:(?<![^为是率幅至:(,;、。\s])-)?(?:\d{1,3}(?:,\d{3}){1,6}(?!\d)|\d{1,18}+)"
    r"(?:\.\d{1,10}+)?)(?![\d]|\.\d)"
)
_NUMERALS = f"{_CN}十百千万亿两零〇拾佰仟"
_WORDS = rf"(?<![第每几数多单初{_NUMERALS}])(?P<words>[{_CN}十拾两〇][{_NUMERALS}]{{0,15}}+(?:点[零{_CN}]{{1,6}})?)"
_PERCENT = rf"百分之(?P<percent>[{_CN}十百零两]{{1,6}}(?:点[零{_CN}]{{1,4}})?|\d{{1,3}}(?:\.\d{{1,4}})?)"
_RATE = rf"(?:{_BY})(?:[·•./*]?每?(?:{_BY})){{0,2}}"
_PER = rf"(?P<per>/(?:\({_RATE}\)|{_RATE})|(?<=元)每{_RATE})?"
PATTERN = re.compile(
    rf"(?:(?P<before>{BEFORE})[为是:]?)?(?:{_ARABIC}(?P<more>[余多几])?"
    rf"(?:(?P<scale>{SCALE})?(?P<over>[余多])?(?P<unit>{UNIT})|(?P<alone>{SCALE})(?P<alone_over>[余多])?)?"
    rf"|{_WORDS}(?P<more_words>[余多])?(?P<words_unit>(?:{SCALE})?(?:{UNIT}))|{_PERCENT})"
    rf"{_PER}(?P<after>{AFTER})?"
)
"""The number grammar: every number, with its unit if it has one and the words that make it about, over or at least."""
_EACH = "(小区|社区|平方米|㎡|公里|立方米|人次|床位|[户人套栋个亩年月天次生台处米吨度村])"
_EVERY = re.compile(rf"每{_EACH}(?:每{_EACH})?[^\d,;。:每]{{0,8}}$")
_CHANGED = re.compile("[^,;。:]{0,4}(?:提高|调整|增加|提升|上调|上升|降低|下调|减少|下降|降|提|调|增)[到至为]约?")
_TENTHS = re.compile("(?:占|达|达到|提高|下降|增长|减少|完成|了)$")


def mentions(text: str) -> Iterator[Mention]:
    """The quantities of a masked text, in order; also those whose unit is printed behind another number or nowhere."""
    found: list[Mention] = []
    bares = Bares(text, found)
    ended = -1
    for match in PATTERN.finditer(text):
        number, unit = match.group("number", "unit")
        if number is None:
            mention = _of_words(text, match) if match["words"] else _of_hundred(text, match)
        else:
            mention = _of_digits(text, match, number, unit, ended) if unit else None
            if mention is None:
                bares.add(Bare.read(match))
        ended = match.end()
        if mention is not None:
            if bares.waiting:
                mention = bares.before(mention, match)
            last = found[-1] if found else mention
            if last.per and not mention.per and _CHANGED.fullmatch(text, last.end, mention.start):
                mention = mention._replace(per=last.per)
            found.append(mention)
    bares.rest()
    return iter(found)


def _of_digits(text: str, match: re.Match[str], number: str, unit: str, ended: int) -> Mention | None:
    """`ended`: where the number before it ended."""
    scale, before, more, over, per, after = match.group("scale", "before", "more", "over", "per", "after")
    start, end = match.start("number"), match.end()
    found = printed(number, scale, unit)
    if found is None or misread(text, match.end("unit"), unit, scale):
        return None
    kind = _qualifier(text, match) if before or after or more or over else Qualifier.NONE
    ranged = ended == start - 1 >= 0 and text[ended] in DASHES
    following = text[end : end + 2]
    if following and following[0] in DASHES and following[1:].isdigit():
        ranged = True
    quantity, counted = found
    by = per[1:] if per else "" if counted else _per(text, start, quantity.unit.dimension)
    return Mention(start, end, quantity, kind, by, counted, ranged)


def _of_words(text: str, match: re.Match[str]) -> Mention | None:
    words, unit = match.group("words", "words_unit")
    start = match.start("words")
    if spoken(words, unit) or misread(text, match.end("words_unit"), unit, None):
        return None
    if unit == "成" and not (match["before"] or match["after"] or _TENTHS.search(text, max(0, start - 3), start)):
        return None
    found = quantity(words, unit)
    if found is None:
        return None
    counted = unit.lstrip("万亿千百") if found.unit.dimension is Dimension.COUNT else ""
    per = match["per"][1:] if match["per"] else _per(text, start, found.unit.dimension)
    return Mention(start, match.end(), found, _qualifier(text, match), per, counted)


def _of_hundred(text: str, match: re.Match[str]) -> Mention | None:
    """百分之九十五点六"""
    found = quantity("100" if match["percent"] == "百" else match["percent"], "%")
    start = match.start("percent") - len("百分之")
    return None if found is None else Mention(start, match.end(), found, _qualifier(text, match))


def _qualifier(text: str, match: re.Match[str]) -> Qualifier:
    before, more, over, words, after = match.group("before", "more", "over", "more_words", "after")
    if not (before or more or over or words or after):
        return Qualifier.NONE
    first = match.start()
    return qualifier(before, more or over or words or after, text[first - 1 : first] if first else "")


def _per(text: str, start: int, dimension: Dimension) -> str:
    """户 of 每户补助1000元."""
    if dimension is Dimension.MONEY and "每" in text[max(0, start - 14) : start]:
        found = _EVERY.search(text, max(0, start - 14), start)
        return "·".join(filter(None, found.groups())) if found else ""
    return ""


def exact(value: Decimal) -> bool:
    """Whether it was printed without decimals."""
    return value == value.to_integral_value() and int(value.as_tuple().exponent) >= 0
