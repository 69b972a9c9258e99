"""格里的数：光是数字、带单位、带“约”“≥”的都认；一格两个数、日期、年份不认。"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from anju.checker.extract.layers.quantities import quantity
from anju.checker.extract.mention import Qualifier
from anju.kernel.numeral import NotANumber, read_number
from anju.kernel.quantity import Quantity
from anju.kernel.unit import Dimension, Unit

_FIGURE = re.compile(
    r"(?P<before>约为|约|近|超过|超|逾|不少于|不低于|不超过|不高于|≥|>=|≤|<=|>|<|=)?"
    r"\+?(?P<number>-?(?:\d{1,3}(?:,\d{3}){1,6}|\d{1,18})(?:\.\d{1,12})?)"
    r"(?P<unit>[^\d\s(),;。/]{0,6})(?:/(?P<per>[^\d\s()/]{1,4}))?"
)
_GROUPED = re.compile(r"-?\d{1,3}(?: \d{3}){1,6}(?:\.\d{1,12})?")
_AFTER = re.compile("(?:左右|上下|以上|及以上|以下|以内|余)$")
_QUALIFIERS = {
    "约为": Qualifier.ABOUT,
    "约": Qualifier.ABOUT,
    "左右": Qualifier.ABOUT,
    "上下": Qualifier.ABOUT,
    "近": Qualifier.NEARLY,
    "超过": Qualifier.OVER,
    "超": Qualifier.OVER,
    "逾": Qualifier.OVER,
    "余": Qualifier.OVER,
    ">": Qualifier.OVER,
    **dict.fromkeys(("不少于", "不低于", "≥", ">=", "以上", "及以上"), Qualifier.AT_LEAST),
    **dict.fromkeys(("不超过", "不高于", "≤", "<=", "<", "以下", "以内"), Qualifier.AT_MOST),
}
_PERCENT = frozenset({"百分比", "百分数", "百分号"})
_PLAIN = Unit("", Dimension.COUNT, 1)
_YEAR = re.compile(r"(?:19|20)\d\d(?:年度?)?")


class Figure(NamedTuple):
    """Digits and the cell's own unit, empty when it names none."""

    digits: str
    symbol: str
    qualifier: Qualifier
    per: str


@lru_cache(maxsize=1 << 15)  # a long table holds the same numbers over and over
def figure(plain: str) -> Figure | None:
    """The figure that a cell is; None for anything else."""
    plain = plain.rstrip("*※#")  # a mark that points to a note below the table
    plain = plain.replace(" ", "") if " " in plain and _GROUPED.fullmatch(plain) else plain
    match = _FIGURE.fullmatch(plain) if len(plain) < 40 else None
    if match is None:
        return None
    unit = match["unit"]
    after = _AFTER.search(unit)
    symbol = known(unit[: after.start()] if after else unit)
    if symbol is None or symbol in {"月", "日"} or (symbol == "年" and len(match["number"]) == 4):
        return None
    qualifier = _QUALIFIERS.get(match["before"] or (after[0] if after else ""), Qualifier.NONE)
    return Figure(match["number"].replace(",", ""), symbol, qualifier, match["per"] or "")


@lru_cache(maxsize=1024)
def known(symbol: str) -> str | None:
    """A unit's symbol as the kernel takes it: 个小区 is 个, 百分比 is %; None when nobody counts in it."""
    if not symbol or symbol == "%":
        return symbol
    if symbol in _PERCENT:
        return "%"
    if symbol[0] == "个" and "月" not in symbol and "百分点" not in symbol:
        return "个"
    for each in (symbol, symbol[:2], symbol[:1] if symbol[:1] in "个户栋套" else ""):
        if each and quantity("1", each) is not None and (each == symbol or each[-1] in "个户栋套"):
            return each
    return None


def year(plain: str) -> bool:
    """2022, 2022年, 2022年度"""
    return _YEAR.fullmatch(plain) is not None


@lru_cache(maxsize=1 << 15)
def measured(digits: str, symbol: str) -> Quantity | None:
    """The digits in the unit; without one they are a count of nobody knows what."""
    if symbol:
        return quantity(digits, symbol)
    try:
        return Quantity.parse(str(read_number(digits)), _PLAIN)
    except NotANumber:
        return None
