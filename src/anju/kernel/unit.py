"""计量单位：元与万元、㎡与万㎡、米与公里、户与万户、吨、立方米、千瓦时、日月年、百分数与得分，换算和四舍五入都在这里。

The base units: money 分, area dm² (0.01 ㎡), length mm, count 1, share and points 1/10000, time the day, volume 升,
mass 克, energy 瓦时, power 瓦. A factor says how many base units one unit holds.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache
from math import gcd


class UnknownUnit(ValueError):
    """不认识的计量单位。"""


class NotExact(ValueError):
    """不能不经舍入就这样写。"""


class Dimension(StrEnum):
    """量的种类；不同种类不能相比，也不能相加。"""

    MONEY = "money"
    AREA = "area"
    LENGTH = "length"
    COUNT = "count"
    SHARE = "share"
    POINTS = "points"
    TIME = "time"
    VOLUME = "volume"
    MASS = "mass"
    ENERGY = "energy"
    POWER = "power"


@dataclass(frozen=True, slots=True)
class Unit:
    """一个单位；`factor` 是它含多少个基本单位。"""

    symbol: str
    dimension: Dimension
    factor: int | Fraction


_COUNTED = (
    "个 户 栋 幢 人 名 位 家 处 部 套 块 盏 份 次 台 项 条 座 件 张 片 根 棵 株 组 口 眼 辆 间 层 面 只 "
    "支 对 册 本 页 篇 起 例 笔 宗 批 期 场 所 门 道 类 樘 扇 单元 楼栋 户次 人次 场次 泊位 车位 小区 "
    "段 种 班 床 轮 头 尾 羽 匹 艘 架 枚 瓶 盒 箱 袋 桶 顶 幅 副 具 孔 盘 床位 点位 学位 工位 席位 "
    "批次 亩次 台次 件次 班次 例次 车次 架次 课时 学时 工日"
)
_HOUR = Fraction(1, 24)
# The mean of the Gregorian calendar, so that 12 月 = 1 年. Deadlines are counted on dates (period.py), never with it.
_MONTH = Fraction(146_097, 4_800)
_BASES: dict[Dimension, dict[str, int | Fraction]] = {
    Dimension.MONEY: {"分": 1, "角": 10, "元": 100},
    Dimension.AREA: {
        "dm²": 1,
        "㎡": 100,
        "亩": Fraction(200_000, 3),  # fifteen to the hectare
        "公顷": 1_000_000,
        "km²": 100_000_000,
    },
    Dimension.LENGTH: {"毫米": 1, "厘米": 10, "米": 1_000, "公里": 1_000_000},
    Dimension.COUNT: dict.fromkeys(_COUNTED.split(), 1),
    Dimension.SHARE: {"%": 100, "‰": 10, "百分点": 100, "成": 1_000, "倍": 10_000},
    Dimension.POINTS: {"分": 10_000},
    Dimension.TIME: {"分钟": _HOUR / 60, "小时": _HOUR, "日": 1, "周": 7, "月": _MONTH, "年": 12 * _MONTH},
    Dimension.VOLUME: {"升": 1, "m³": 1_000},
    Dimension.MASS: {"克": 1, "斤": 500, "公斤": 1_000, "吨": 1_000_000},
    Dimension.ENERGY: {"千瓦时": 1_000, "兆瓦时": 1_000_000},
    Dimension.POWER: {"千瓦": 1_000, "兆瓦": 1_000_000},
}

_ALIASES = {
    "㎡": "m2 平方米 平米 平方 平方公尺",
    "dm²": "dm2 平方分米",
    "km²": "km2 平方公里 平方千米",
    "公顷": "ha hm2",
    "亩": "市亩 畝",
    "毫米": "mm",
    "厘米": "cm 公分",
    "米": "m 延米 延长米 公尺",
    "公里": "km 千米",
    "元": "圆 人民币元 元人民币 yuan",
    "分": "fen",
    "日": "天",
    "周": "星期",
    "月": "个月",
    "小区": "个小区",
    "栋": "栋楼",
    "%": "百分比",
    "百分点": "个百分点",
    "m³": "m3 立方米 立方",
    "公斤": "千克 kg",
    "千瓦时": "kwh 度 度电",
    "千瓦": "kw",
    "兆瓦": "mw",
    "小时": "个小时",
}

_SCALES = {"万亿": 10**12, "亿": 10**8, "千万": 10**7, "百万": 10**6, "万": 10**4, "千": 10**3}
_SCALABLE = frozenset(Dimension) - {Dimension.SHARE, Dimension.POINTS, Dimension.TIME}
_UNSCALED = frozenset({"分", "角", "dm²", "km²", "毫米", "厘米"})
_EITHER = re.compile(r"(?P<scale>[万亿]?)(?P<one>\w{1,2})\((?P<other>\w{1,2})\)")


def _spelt(symbol: str) -> str:
    """One spelling for ㎡ m² M2, full-width and traditional signs."""
    plain = "".join(unicodedata.normalize("NFKC", symbol).split()).lower()
    return plain.replace("萬", "万").replace("億", "亿")


def _table() -> dict[str, list[Unit]]:
    """Every spelling of every unscaled unit; 分 has two meanings, money first."""
    table: dict[str, list[Unit]] = {}
    for dimension, symbols in _BASES.items():
        for symbol, factor in symbols.items():
            for spelling in (symbol, *_ALIASES.get(symbol, "").split()):
                table.setdefault(_spelt(spelling), []).append(Unit(symbol, dimension, factor))
    return table


_TABLE = _table()


@lru_cache(maxsize=512)
def unit(symbol: str, prefer: Dimension | None = None) -> Unit:
    """The unit written so; UnknownUnit when nobody writes it.

    分 is both money and a mark: it is money unless `prefer` is POINTS.
    """
    spelt = _spelt(symbol)
    if spelt in _TABLE:
        found = _TABLE[spelt]
        return next((each for each in found if each.dimension is prefer), found[0])
    for scale, times in _SCALES.items():
        for base in _TABLE.get(spelt.removeprefix(scale), ()) if spelt.startswith(scale) else ():
            if base.dimension in _SCALABLE and base.symbol not in _UNSCALED:
                return Unit(scale + base.symbol, base.dimension, base.factor * times)
    if (either := _either(spelt)) is not None:
        return either
    if not spelt:
        raise UnknownUnit("没有写计量单位")
    raise UnknownUnit(f"不认识计量单位“{symbol[:20]}”，可写元、万元、㎡、万㎡、米、公里、个、户、%等")


def _either(spelt: str) -> Unit | None:
    """套(户): counted by the one word or the other, each of them one."""
    match = _EITHER.fullmatch(spelt)
    if match is None or not all(word in _BASES[Dimension.COUNT] for word in match.group("one", "other")):
        return None
    return Unit(spelt, Dimension.COUNT, _SCALES.get(match["scale"], 1))


def half_up(numerator: int, denominator: int) -> int:
    """The quotient rounded to a whole number, halves away from zero (四舍五入)."""
    if denominator == 0:
        raise ZeroDivisionError("分母为零，无法相除")
    above, below = abs(numerator), abs(denominator)
    rounded = (2 * above + below) // (2 * below)
    return rounded if (numerator < 0) == (denominator < 0) else -rounded


def decimal_text(
    value: int | Fraction, factor: int | Fraction, places: int | None = None, grouped: bool = False
) -> str:
    """A number of base units written in a unit of `factor` base units.

    With `places` rounded half up to exactly so many decimals; without, exact and free of trailing zeros, or
    NotExact when the decimals never end. `grouped` puts a comma between thousands.
    """
    above, below = value.numerator * factor.denominator, value.denominator * factor.numerator
    digits = _places(above, below) if places is None else places
    if digits < 0:
        raise ValueError("小数位数不能是负数")
    scaled = half_up(above * 10**digits, below)
    whole, part = divmod(abs(scaled), 10**digits)
    sign = "-" if scaled < 0 else ""
    head = f"{whole:,}" if grouped else str(whole)
    return f"{sign}{head}.{part:0{digits}d}" if digits else sign + head


def _places(above: int, below: int) -> int:
    """How many decimals an exact print of the quotient needs."""
    if above % below == 0:
        return 0
    rest, counts = abs(below) // gcd(above, below), {2: 0, 5: 0}
    for prime in counts:
        while rest % prime == 0:
            rest //= prime
            counts[prime] += 1
    if rest != 1:
        raise NotExact(f"{Fraction(above, below)}写成小数没有尽头，请指定保留几位")
    return max(counts.values())
