"""规则共用：列名和正文里的说法，是不是说的同一个量：同样的动作、同样的来源、同样的率。"""

from __future__ import annotations

import re
from functools import lru_cache

from anju.checker.extract.claim import Claim
from anju.checker.extract.tables import Cell
from anju.kernel.quantity import Quantity
from anju.kernel.unit import Dimension

_ACTS = re.compile(
    "计划|任务|目标|应|开工|完工|竣工|完成|到位|支付|拨付|下达|支出|收入|预算|决算|执行|结余|结转|验收|受益|惠及|自筹|配套|中央|自治区"
    "|省级|省财政|市级|县级|区级|补助|奖补|债券|占|增|减|新建|加装|剩余|调整|上年|去年|申请|安排|概算|缴|收回|发放|满意"
)
_SAME = {"任务": "计划", "目标": "计划", "竣工": "完工", "惠及": "受益", "省财政": "省级"}
_BRACKETS = re.compile(r"\([^()]{0,30}\)")
_FILLER = re.compile(
    r"[全我本该][省市县区州旗盟国]|累计|已经|已|实际|共计|合计|总计|共有|共|总额|总数|全年|全部|约为|约|达到|达|的|为|是|有|均|目前|资金|老旧小区|城镇|年度"
    r"|本年|项目|数量|[数额总]|个|其中|小区|楼栋|住户|[,、:;\d.%-]"
)
_COUNTED = re.compile("[户栋人套幢]?")
_TELLING_UNITS = frozenset("户栋幢人套")
_WHO = re.compile("(?:涉及|居民|住宅|楼房|楼|改造|群众|房屋|住房|[户栋人套])*")
_UNITS_IN_HEADS = "户栋人套幢件部处所"
_NOTHING_NEW = re.compile("(?:计划|累计|预算|总体|全年|年度|开工|完工|竣工|情况)*")
_RATE = re.compile(r"[\u4e00-\u9fff]{1,8}率")
_YEAR = re.compile(r"(20[0-4]\d)年")


@lru_cache(maxsize=4096)
def acts(text: str) -> frozenset[str]:
    """What was done, and by whose money: 计划完成 is not 完成."""
    return frozenset(_SAME.get(word, word) for word in _ACTS.findall(_BRACKETS.sub("", text)))


@lru_cache(maxsize=4096)
def core(text: str) -> str:
    """The words that name the measure, fillers and units left out: 累计完成投资额（万元） is 完成投资."""
    return _FILLER.sub("", _BRACKETS.sub("", text))


@lru_cache(maxsize=4096)
def rate_name(text: str) -> str:
    found = _RATE.findall(_BRACKETS.sub("", text))
    return core(found[-1]) if found else ""


@lru_cache(maxsize=4096)
def years(text: str) -> frozenset[int]:
    return frozenset(int(each) for each in _YEAR.findall(text))


def same_measure(label: str, cell: Cell, *, named: bool) -> bool:
    """Whether words before a number and the head of a column may name one measure. `named`: the row is named, and
    money of which nothing more is said (产业发展类46个，资金7946万元) may be any of that row."""
    assert cell.quantity is not None
    if cell.quantity.unit.dimension is Dimension.SHARE:
        one, other = rate_name(label), rate_name(cell.head)
        return bool(one and other) and (one.endswith(other) or other.endswith(one))
    any_money = named and cell.quantity.unit.dimension is Dimension.MONEY and not acts(label)
    return any_money or acts(label) == acts(cell.head)


def same_words(label: str, cell: Cell) -> bool:
    """Whether they say so in the same words; 户数 says no more than 居民776户."""
    assert cell.quantity is not None
    if cell.quantity.unit.dimension is Dimension.SHARE:
        return _same_rate(rate_name(label), rate_name(cell.head))
    named = core(cell.head)
    if _COUNTED.fullmatch(named) and cell.quantity.unit.symbol[-1:] in _TELLING_UNITS:
        return _WHO.fullmatch(core(label)) is not None
    named = named.rstrip(_UNITS_IN_HEADS)
    return len(named) > 1 and core(label).rstrip(_UNITS_IN_HEADS).endswith(named)


def _same_rate(one: str, other: str) -> bool:
    """开工率 is 开工开工率, whose group says 开工 too, and 投资完成率 is 计划投资完成率."""
    shorter, longer = sorted((one, other), key=len)
    ahead = longer.removesuffix(shorter)
    return bool(shorter) and longer.endswith(shorter) and _NOTHING_NEW.fullmatch(ahead) is not None


def same_unit(claim: Claim, quantity: Quantity) -> bool:
    """Counts of the same things; a column that names no unit may count anything."""
    unit = quantity.unit
    if claim.dimension is not unit.dimension:
        return False
    if unit.dimension is not Dimension.COUNT or not unit.symbol:
        return True
    return claim.mention.quantity.unit.symbol[-1:] == unit.symbol[-1:]
