"""文字里的数：数字连同紧跟的计量单位，换了单位写的同一个数仍是同一个数。"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from anju.checker.against.folded import NUMBER, plain_number
from anju.kernel.numeral import NotANumber, read_number
from anju.kernel.unit import Dimension, Unit, UnknownUnit, unit

_LONGEST_UNIT = 5
_SCALE = re.compile(r"万亿|[百千]?万|亿|千")
_CHINESE = re.compile(r"[负零〇一二两三四五六七八九十百千万亿点]+")
_ORDINAL = re.compile(r"(?:第|附件|附表|表|图|之)$")
_DAY = re.compile(r"[0-9]{4}年(?:[0-9]{1,2}月(?:[0-9]{1,2}日)?)?|[0-9]{1,2}月[0-9]{1,2}日")
_MINUS = frozenset("-−")
_ONE_BY_ONE = frozenset({"小区", "个"})  # 7个小区 and 7个老旧小区 count the same things


@dataclass(frozen=True, slots=True)
class Amount:
    """A number in a folded text, over [start, end) with the unit that follows it, as a number in plain spelling.

    `ordinal`: it numbers things (第3条, 附件1, a leading 2.) and counts nothing.
    """

    start: int
    end: int
    number: str
    symbol: str
    ordinal: bool = False


def amounts(fold: str) -> Iterator[Amount]:
    """The numbers of a folded text, in order."""
    for found in NUMBER.finditer(fold):
        start, end = found.span()
        start -= _signed(fold, start)
        symbol = _unit_at(fold[end : end + _LONGEST_UNIT])
        numbering = start == 0 and not symbol and fold[end : end + 1] in {".", "、", ")"} and len(fold) > end + 1
        ordinal = numbering or _ORDINAL.search(fold[max(0, start - 2) : start]) is not None
        yield Amount(start, end + len(symbol), "-" * (start < found.start()) + plain_number(found[0]), symbol, ordinal)


def _signed(fold: str, start: int) -> bool:
    """Whether a minus stands before the number; in 2023-2024 and C-1 it is a dash."""
    before = fold[max(0, start - 2) : max(0, start - 1)]
    return fold[max(0, start - 1) : start] in _MINUS and not (before.isascii() and before.isalnum())


def dated(fold: str, start: int, end: int) -> tuple[int, int]:
    """The whole of a day whose year, month or day is [start, end); another number as it is."""
    return next((day.span() for day in _DAY.finditer(fold) if day.start() <= start and end <= day.end()), (start, end))


@lru_cache(maxsize=4096)
def _unit_at(following: str) -> str:
    """The longest unit a text begins with, else a bare 万 or 亿, else nothing."""
    for length in range(len(following), 0, -1):
        if known_unit(following[:length]) is not None:
            return following[:length]
    scale = _SCALE.match(following)
    return scale[0] if scale else ""


@lru_cache(maxsize=4096)
def known_unit(symbol: str) -> Unit | None:
    """The unit written so, or None."""
    try:
        return unit(symbol) if symbol else None
    except UnknownUnit:
        return None


def same_unit(one: str, other: str) -> bool:
    """Two spellings of one unit: 平方米 and ㎡, but not 户 and 个."""
    if one == other:
        return True
    first, second = known_unit(one), known_unit(other)
    if first is None or second is None:
        return False
    return first.symbol == second.symbol or {first.symbol, second.symbol} <= _ONE_BY_ONE


def same_amount(issued: Amount, found: Amount, unit_of_column: str = "") -> bool:
    """Whether both say the same; `unit_of_column` is the unit of an issued number that stands bare in a column."""
    symbol = issued.symbol or unit_of_column
    if issued.number == found.number and ((not issued.symbol and not found.symbol) or same_unit(symbol, found.symbol)):
        return True
    first, second = known_unit(symbol), known_unit(found.symbol)
    if not symbol and second and second.factor == 1 and second.dimension is Dimension.COUNT:
        return issued.number == found.number  # 134 of a column that counts, typed as 134户
    if first is None or second is None or first.dimension is not second.dimension:
        return False
    if first.dimension is Dimension.COUNT and not same_unit(_unscaled(first.symbol), _unscaled(second.symbol)):
        return False
    if "," in issued.number or "," in found.number:
        return False  # commas in odd places: nobody can say which number it is
    return Fraction(issued.number) * first.factor == Fraction(found.number) * second.factor


def _unscaled(symbol: str) -> str:
    return _SCALE.sub("", symbol, count=1) if _SCALE.match(symbol) and len(symbol) > 1 else symbol


def chinese_numbers(fold: str) -> Iterator[tuple[int, int, str]]:
    """Start, end and value in plain spelling of the numbers a text writes in Chinese numerals."""
    for found in _CHINESE.finditer(fold):
        try:
            yield *found.span(), plain_number(f"{read_number(found[0]):f}")
        except NotANumber:
            continue
