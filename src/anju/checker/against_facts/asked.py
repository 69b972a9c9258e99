"""报告里的一个数问的是哪一件事实：是什么、计划还是实际；话里还有别的字，就不去比。"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from anju.checker.extract.claim import Claim
from anju.checker.extract.tables import Cell
from anju.checker.extract.things import IN_PLACE, PAID, PASSED_ON, investment
from anju.kernel.unit import Dimension

_STATES = (
    ("计划", re.compile("计划|任务|目标|拟|应改造|下达|列入")),
    ("开工", re.compile("开工")),
    ("完工", re.compile("完工|竣工|建成|完成改造|改造完成")),
    ("验收", re.compile("验收")),
    ("实际", re.compile("实际|已改造")),
)
_LEVELS = (
    ("中央", re.compile("中央")),
    ("上级", re.compile("上级")),
    ("省级", re.compile("省级|省财政|自治区")),
    ("市级", re.compile("市级|盟市")),
    ("财政", re.compile("财政资金")),
    ("县级", re.compile("县级|本级|县财政|旗县|区级")),
)
_RATES = (
    ("开工率", re.compile("开工率$")),
    ("完工率", re.compile("[完竣]工率$")),
    ("验收率", re.compile("验收率$")),
    ("执行率", re.compile("(?:执行|支付|支出)率$")),
    ("满意度", re.compile("满意[度率]$")),
)
_MONEY = (
    ("到位", re.compile("到位")),
    ("支付", re.compile("支付")),
    ("拨付", re.compile("拨付")),
    ("投资", re.compile("(?<!完成)投资(?:估算|概算|额|总额)?$")),
)
_KNOWN = re.compile(
    r"20\d\d年?(?:度)?|截至|年底|[我全本该][县旗市区]|城镇|老旧|小区|居民|住户|住宅|楼栋|楼房|楼|建筑|总|面积|改造|计划|任务|目标|拟|实际|已|均"
    r"|全部|累计|开工|完工|竣工|建成|完成|验收|合格|到位|拨付|支付|支出|投资|概算|估算|额|资金|财政|中央|上级|省级|自治区|市级|县级|本级|补助"
    r"|专项|配套|项目|工程|共计|共有|共|合计|约为|约|为|是|达到|达|的|有|涉及|惠及|受益|户数|户|栋数|栋|幢|个|数|数量|率|预算|执行|满意度|满意"
    r"|等|年度|列入|实施|并|通过|我|其|了|[\d,，、:;()月日.至]|全县|全旗|全区|全市"
)


@dataclass(frozen=True, slots=True)
class Asked:
    """What a number asks of the facts: any of `states`. `explicit`: it says itself which; `clear`: no word is left that
    could narrow it down."""

    measure: str
    states: tuple[str, ...]
    explicit: bool
    clear: bool


def of_claim(claim: Claim, place: str) -> Asked | None:
    """None for a number of something that no fact is kept of."""
    label = claim.label.replace(place, "") if place else claim.label
    symbol = claim.mention.quantity.unit.symbol
    if claim.dimension is Dimension.COUNT and claim.thing not in {"小区", "楼栋", "户"}:
        return None
    if claim.dimension is Dimension.AREA and claim.thing != "面积":
        return None
    inherited = "".join(sorted(claim.acts | (claim.scopes & {"计划", "实际"})))
    if claim.dimension is Dimension.MONEY:
        kind = _money(claim)
        words = label + claim.subject.replace(place, "")
        return None if kind is None else Asked(kind, _levels(label), True, _clear(words))
    found = _asked(claim.dimension, symbol, label, inherited)
    clear = _clear(label + claim.subject.replace(place, "")) and _clear(claim.after[:2])
    return None if found is None else replace(found, clear=clear)


def of_cell(cell: Cell) -> Asked | None:
    assert cell.quantity is not None
    unit, head = cell.quantity.unit, re.sub(r"\([^()]*\)", "", cell.head)
    if unit.dimension is Dimension.MONEY:
        kind = next((name for name, words in _MONEY if words.search(head)), None)
        return None if kind is None else Asked(kind, _levels(head), True, _clear(head))
    found = _asked(unit.dimension, unit.symbol or _counted(head), head, "")
    return None if found is None else replace(found, clear=_clear(head))


def _counted(head: str) -> str:
    return next((symbol for word, symbol in (("户", "户"), ("栋", "栋"), ("小区", "个")) if word in head), "")


def _money(claim: Claim) -> str | None:
    if investment(claim.thing):
        return "投资"
    return {IN_PLACE: "到位", PAID: "支付", PASSED_ON: "拨付"}.get(claim.thing)


def _levels(words: str) -> tuple[str, ...]:
    """The level whose money it is; all of it when none is named."""
    return tuple(name for name, pattern in _LEVELS if pattern.search(words))[:1] or ("",)


def _asked(dimension: Dimension, symbol: str, words: str, inherited: str) -> Asked | None:
    if dimension is Dimension.SHARE:
        bare = re.sub("[为达到约是]+$", "", words)
        rate = next((name for name, pattern in _RATES if pattern.search(bare)), None)
        return None if rate is None else Asked(rate, ("",), True, True)
    measure = _measure(dimension, symbol)
    if measure is None:
        return None
    states = _named(words) or _named(inherited)
    if "计划" in states and len(states) > 1:
        states = [state for state in states if state != "实际"][:1]
    if states:
        return Asked(measure, tuple(states[-1:]) if states != ["完工"] else ("完工", "实际"), True, True)
    return Asked(measure, ("计划", "实际"), False, True)


def _named(words: str) -> list[str]:
    return [name for name, pattern in _STATES if pattern.search(words)]


def _measure(dimension: Dimension, symbol: str) -> str | None:
    if dimension is Dimension.AREA:
        return "面积"
    if dimension is not Dimension.COUNT:
        return None
    return {"户": "户", "栋": "楼栋", "幢": "楼栋", "个": "小区"}.get(symbol[-1:])


def _clear(words: str) -> bool:
    return not _KNOWN.sub("", words).strip()


def names(text: str, places: Iterable[str]) -> list[str]:
    """The communities that a text names."""
    return [place for place in places if place in text]
