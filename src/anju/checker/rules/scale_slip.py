"""数量级不对：改造面积或投资摊到每户，少得或多得不合常理，差一个“万”字正好合理。

One area, or one investment, and one number of households, stated of the same works in a sentence: a household has
between 10 and 1000 square metres, and costs between 10 yuan and 5 million. Asked only when a 万 more or less brings it
to what is usual. A warning. Wrong when the two are not of the same works: say of which.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby

from anju.checker.extract import Extract
from anju.checker.extract.claim import Claim
from anju.checker.relation import Relation
from anju.checker.rules._added import without_ten_thousand
from anju.checker.rules._lost_unit import beside_siblings, same_digits
from anju.checker.rules._neighbours import Equation, Told, containing
from anju.checker.rules._shown import amount, quoted
from anju.kernel.unit import Dimension, decimal_text, unit

AUDIT_POINTS = ("C07",)
WHY = "漏写或多写一个“万”，数就差一万倍；面积、投资差一万倍，逐级汇总，全省的数都跟着不对，也没有别的数可以对出来。"
WRONG = "涉及改造房屋117幢，受益居民1612户，改造面积约21.26平方米。"
RIGHT = "涉及改造房屋117幢，受益居民1612户，改造面积约21.26万平方米。"
MISTAKEN = "面积和户数说的不是同一批房子，例如只改造了公共部位。"
SETTLE = "核对单位，把“万”补上或去掉；说的不是同一批的，写明各是哪一批。"

_TEN_THOUSAND = 10_000


@dataclass(frozen=True, slots=True)
class _Measure:
    """What is shared out: bounds beyond which it is beyond belief, and what is usual, by household in `symbol`."""

    dimension: Dimension
    symbol: str
    words: tuple[str, ...]
    least: int
    most: int
    usual: tuple[int, int]


_MEASURES = (
    _Measure(Dimension.AREA, "㎡", ("改造面积", "建筑面积", "总面积", "涉及面积", "住宅面积"), 10, 1_000, (30, 300)),
    _Measure(
        Dimension.MONEY, "元", ("总投资", "完成投资", "投资额", "计划投资", "概算"), 10, 5_000_000, (500, 300_000)
    ),
)
_OTHER = ("其中", "平均", "户均", "每", "新增", "绿化", "停车", "道路", "增加", "减少", "公共", "活动")


def check(extract: Extract) -> Iterator[Relation]:
    yield from _of_sum(extract)
    yield from _without_unit(extract)
    for told in containing(extract, "面积", "投资", "概算"):
        for _, group in groupby(told, key=lambda each: each.claim.sentence):
            here = list(group)
            households = [
                each for each in here if each.claim.mention.counted == "户" and _plain(each) and not _firms(each)
            ]
            if len(households) == 1 and households[0].claim.base >= 10:
                yield from _of_sentence(extract, here, households[0].claim)


def _of_sum(extract: Extract) -> Iterator[Relation]:
    for total, parts in without_ten_thousand(extract):
        listed = "＋".join(each.text for each in parts)
        shown = amount(total.base * _TEN_THOUSAND, parts[0].mention.quantity.unit)
        message = (
            f"{quoted(extract, total)}，前面的{listed}相加是{shown}，数字一样，差一个“万”，不一致，请核。"
            f"可能少写了一个“万”字；若说的不是这几项之和，请写明。"
        )
        yield Equation(total, parts, shown, f"{listed}＝{shown}，写明{total}").failed(message)


def _without_unit(extract: Extract) -> Iterator[Relation]:
    """Each amount once, whichever way it shows."""
    told = {lost.index: (lost, other) for found in (same_digits, beside_siblings) for lost, other in found(extract)}
    for lost, other in told.values():
        symbol = other.mention.quantity.unit.symbol
        likely = f"{lost.mention.quantity.value}{symbol}"
        message = (
            f"{quoted(extract, lost)}，而{quoted(extract, other)}，一个以元计，一个以{symbol}计，不一致，请核。"
            f"可能少写了一个“{symbol[:-1]}”字（那样是{likely}）；若确实是元，请写明是怎么来的。"
        )
        yield Equation(lost, (other,), likely, f"{lost}与{other}").failed(message)


def _of_sentence(extract: Extract, here: Sequence[Told], households: Claim) -> Iterator[Relation]:
    for measure in _MEASURES:
        found = [each for each in here if each.claim.dimension is measure.dimension and _plain(each)]
        named = [each for each in found if any(word in each.lead for word in measure.words)]
        if len(named) == 1 and (len(found) == 1 or measure.dimension is Dimension.MONEY):
            yield from _judged(extract, measure, named[0].claim, households)


def _firms(each: Told) -> bool:
    """房地产开发企业17户: no households."""
    return any(word in each.lead for word in ("企业", "公司", "商户", "单位", "机构"))


def _plain(each: Told) -> bool:
    mention = each.claim.mention
    return not mention.per and not mention.ranged and not any(word in each.lead for word in _OTHER)


def _judged(extract: Extract, measure: _Measure, total: Claim, households: Claim) -> Iterator[Relation]:
    by_each = total.base / unit(measure.symbol).factor / households.base
    for factor, told in ((Fraction(_TEN_THOUSAND), "少写"), (Fraction(1, _TEN_THOUSAND), "多写")):
        beyond = by_each < measure.least if factor > 1 else by_each > measure.most
        if beyond and measure.usual[0] <= by_each * factor <= measure.usual[1]:
            shown = f"{decimal_text(by_each, 1, 4)}{measure.symbol}"
            likely = f"{decimal_text(by_each * factor, 1, 1)}{measure.symbol}"
            equation = Equation(total, (households,), shown, f"{total}÷{households}＝每户{shown}")
            message = (
                f"{quoted(extract, total)}，{quoted(extract, households)}，摊下来每户只有{shown}，不合常理，请核。"
                f"可能{told}了一个“万”字（那样每户是{likely}）；若说的不是同一批房子，请写明。"
            )
            yield equation.failed(message if factor > 1 else message.replace("只有", "有"))
