"""表里的单位：列名里的、行名里的、表上面“单位：万元、个”一行里的，按列名的字挑。"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from anju.checker.extract.tables.numbers import known, measured
from anju.kernel.unit import Dimension

_BRACKET = re.compile(r"\(([^()]{1,16})\)")
_NAMED = re.compile(r"^(?:(?:金额|计量|计价|货币|面积|数量)?单位:?)?(?:人民币)?([^\d:]{1,8})$")
_TAIL = re.compile(
    r"(万元|亿元|万㎡|㎡|万平方米|平方米|公里|亩|%)$|/((?:万|亿)?[^\d/()]{1,3})$|单位:([^\d()、,/]{1,6})$"
)
_LINE = re.compile(r"(?:金额|计量|计价|货币|面积|数量)?单位:?((?:人民币)?[^\d:()。;\s|]{1,16})")
_PARTED = re.compile("[、,/;和]")
_RATE = re.compile("率|占比|比重|比例|百分比|%|进度")
_SCORE = re.compile("得分|分值|评分|分数|权重分|^标准分|满分")
_MONEY = re.compile(
    "资金|投资|金额|拨付|支付|支出|收入|预算|决算|款|费|补助|奖补|经费|执行数|到位|造价|额|财政|中央|省级|市级|县级|自筹|债|结转|结余|拨"
)
_AREA = re.compile("面积")
_COUNTS = (
    (re.compile("[栋幢]数?$|楼栋数?量?$"), "栋"),
    (re.compile("(?<!人)户数?$|住户数?$"), "户"),
    (re.compile("人数$|人口数?$|人员数?$|(?:学生|教师|职工|员工|居民|党员)数$"), "人"),
    (re.compile("套数$"), "套"),
    (re.compile("(?:学校|医院|机构)数$"), "所"),
    (re.compile("(?:小区|项目|社区|个)数(?:量)?$"), "个"),
)
_AFTER_WORDS = re.compile(r"\([^()]{0,30}\)")


@lru_cache(maxsize=4096)
def own_unit(head: str) -> str | None:
    """The unit that a head or a row's name writes out: 金额（万元）, 面积/万㎡, 单价（元/㎡）."""
    for content in reversed(_BRACKET.findall(head)):
        named = _NAMED.match(content)
        found = _symbol(named[1]) if named else None
        if found:
            return found
    tail = _TAIL.search(head)
    return _symbol(next(filter(None, tail.groups()))) if tail and len(tail[0]) < len(head) else None


def _symbol(text: str) -> str | None:
    """元/㎡ stays as it is: money by the square metre."""
    unit, _, per = text.partition("/")
    symbol = known(unit)
    if not symbol or symbol in {"月", "日"}:
        return None
    return f"{symbol}/{per}" if per else symbol


@lru_cache(maxsize=256)
def line_units(text: str) -> tuple[str, ...]:
    """What a line like 单位：万元、个 names; empty for 单位：某局."""
    found = _LINE.search(text)
    if found is None:
        return ()
    names = [known(each.removeprefix("人民币")) for each in _PARTED.split(found[1])]
    return tuple(each for each in names if each) if all(names) else ()


def rate(head: str) -> bool:
    return _RATE.search(head) is not None


@lru_cache(maxsize=4096)
def unit_of(head: str, lines: tuple[str, ...]) -> str | None:
    """The unit of a column from its words, and from the line above the table where the words allow it."""
    own = own_unit(head)
    bare = _AFTER_WORDS.sub("", head)
    if own is not None or _RATE.search(bare):
        return own or next((each for each in lines if each == "%" and len(lines) > 1), None)
    if _SCORE.search(bare):
        return "分"
    word = next((symbol for pattern, symbol in _COUNTS if pattern.search(bare)), None)
    if word is not None and not _AREA.search(bare):
        return next((each for each in lines if each.endswith(word)), word)
    return _of_line(bare, lines)


def _of_line(bare: str, lines: tuple[str, ...]) -> str | None:
    """What of the line's units the words allow; a lone one whatever they do not speak against."""
    kinds = {symbol: kind(symbol) for symbol in lines}
    for words, dimension in ((_AREA, Dimension.AREA), (_MONEY, Dimension.MONEY)):
        if words.search(bare):
            return _first(lines, kinds, dimension)
    if len(lines) == 1:
        return lines[0]
    counts = [each for each in lines if kinds[each] is Dimension.COUNT]
    return counts[0] if len(counts) == 1 and re.search("数量?$", bare) else None


def _first(lines: Iterable[str], kinds: dict[str, Dimension | None], wanted: Dimension) -> str | None:
    return next((each for each in lines if kinds[each] is wanted), None)


def kind(symbol: str) -> Dimension | None:
    found = measured("1", symbol.partition("/")[0])
    return None if found is None else found.unit.dimension
