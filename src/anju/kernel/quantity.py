"""量：数值、单位和印出来的精度；印到两位小数的数，代表的是一段区间。"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from anju.kernel.numeral import NotANumber, read_number
from anju.kernel.unit import Dimension, NotExact, Unit, UnknownUnit, decimal_text, unit


class OtherDimension(ValueError):
    """两个量不是同一类，不能相比或相加。"""


_SPLIT = re.compile(
    r"\s*(?:(?P<digits>[-+−－＋]?[0-9０-９.．,，'’\s]*[0-9０-９])"
    r"|(?P<words>[负負零〇○◯一二三四五六七八九十百千万亿两壹贰叁肆伍陆柒捌玖拾佰仟萬億兩貳陸点點]+))"
    r"(?P<unit>.*)",
    re.DOTALL,
)
_SCALES = frozenset("万亿萬億")
# These come in indivisible pieces, so a print whose last place is the piece, or a whole
# fraction of it, is no rounding.
_DISCRETE = frozenset({Dimension.MONEY, Dimension.COUNT, Dimension.TIME})


@dataclass(frozen=True, slots=True)
class Quantity:
    """一个量；`step` 是末位数的单位（8.44 的为 0.01），0 表示准确无误。"""

    value: Decimal
    unit: Unit
    step: Decimal

    @classmethod
    def parse(cls, text: str, default: Unit | None = None) -> Quantity:
        """Read "8.44万㎡", "776 户", "二十三栋"; `default` is the unit of a number written without one.

        NotANumber, UnknownUnit; OtherDimension when the text names a unit of another kind than `default`.
        """
        number, scale, symbol = _split(text)
        value = read_number(number)
        measured = _unit(symbol, default)
        exponent = value.as_tuple().exponent
        step = Decimal((0, (1,), exponent)) * scale if isinstance(exponent, int) else Decimal(0)
        if measured.dimension in _DISCRETE and (Fraction(step) * measured.factor).numerator == 1:
            step = Decimal(0)
        return cls(value, measured, step)

    @property
    def base(self) -> Fraction:
        """The value in base units (分, dm², mm, 1, 1/10000, days)."""
        return _in_base(self.value, self.unit.factor)

    @property
    def interval(self) -> tuple[Fraction, Fraction]:
        """Closed interval, in base units, of what may have been printed so: half a step either way."""
        return _ends(self.value, self.step, self.unit.factor)

    def admits(self, base: Fraction | int) -> bool:
        """Whether so many base units may have been printed as this quantity."""
        low, high = self.interval
        return low <= base <= high

    def __add__(self, other: Quantity) -> Quantity:
        """The sum, in the first unit that can write it exactly; the intervals add up."""
        self._same_dimension(other)
        base = self.base + other.base
        width = Fraction(self.step) * self.unit.factor + Fraction(other.step) * other.unit.factor
        for each in (self.unit, other.unit):
            try:
                return Quantity(_exact(base / each.factor), each, _exact(width / each.factor))
            except NotExact:
                continue
        raise NotExact(f"{self}与{other}之和用{self.unit.symbol}或{other.unit.symbol}都写不尽")

    def __lt__(self, other: Quantity) -> bool:
        self._same_dimension(other)
        return self.base < other.base

    def __le__(self, other: Quantity) -> bool:
        self._same_dimension(other)
        return self.base <= other.base

    def __gt__(self, other: Quantity) -> bool:
        return other < self

    def __ge__(self, other: Quantity) -> bool:
        return other <= self

    def __str__(self) -> str:
        return f"{self.value:f}{self.unit.symbol}"

    def _same_dimension(self, other: Quantity) -> None:
        if self.unit.dimension is not other.unit.dimension:
            raise OtherDimension(f"{self}与{other}不是同一类的量，不能相比或相加")


def whole_base(value: str | Decimal | int, default: Unit) -> int:
    """A typed or computed amount as a whole number of base units.

    Text may carry its own unit of the same kind; a bare number is in `default`. NotExact when it is finer
    than the base unit, TypeError for a float, besides what `Quantity.parse` raises.
    """
    if isinstance(value, str):
        base = Quantity.parse(value, default).base
    elif isinstance(value, Decimal) and not value.is_finite():
        raise NotANumber(f"“{value}”不是一个确定的数")
    elif isinstance(value, Decimal | int):
        base = Fraction(value) * default.factor
    else:
        raise TypeError("不接受浮点数，请用文字、整数或十进制数")
    if base.denominator != 1:
        raise NotExact(f"“{value}”比系统的最小单位还细，请少写几位小数")
    return base.numerator


@lru_cache(maxsize=1 << 15)  # a report says the same numbers over and over, and its rules ask for them many times
def _in_base(value: Decimal, factor: int | Fraction) -> Fraction:
    return Fraction(value) * factor


@lru_cache(maxsize=1 << 15)
def _ends(value: Decimal, step: Decimal, factor: int | Fraction) -> tuple[Fraction, Fraction]:
    base, half = _in_base(value, factor), _in_base(step, factor) / 2
    return base - half, base + half


def _split(text: str) -> tuple[str, int, str]:
    """Number, what its last place is multiplied by, unit text.

    A closing 万 or 亿 goes with the unit (二十三万户 is 23 of 万户), unless another stands before it
    (一亿二千万元), where only the precision follows it.
    """
    match = _SPLIT.fullmatch(text)
    if match is None:
        return text, 1, ""
    if match["digits"]:
        return match["digits"], 1, match["unit"].strip()
    words, symbol = match["words"], match["unit"].strip()
    if words[-1] not in _SCALES or len(words) == 1:
        return words, 1, symbol
    if any(scale in words[:-1] for scale in _SCALES):
        return words, 10**4, symbol  # only 万 may follow another scale
    return words[:-1], 1, words[-1] + symbol


def _unit(symbol: str, default: Unit | None) -> Unit:
    if default is None:
        return unit(symbol)
    if not symbol:
        return default
    try:
        found = unit(symbol, default.dimension)
    except UnknownUnit:
        if symbol not in {"万亿", "千万", "百万", *_SCALES}:
            raise
        found = unit(symbol + default.symbol, default.dimension)
    if found.dimension is not default.dimension:
        raise OtherDimension(f"这里应以{default.symbol}计，写的却是{found.symbol}")
    return found


def _exact(value: Fraction) -> Decimal:
    return Decimal(decimal_text(value, 1))
