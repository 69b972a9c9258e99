"""数的是什么：个数看量词后面或前面的名词，面积、金额、比率看前面的说法。"""

from __future__ import annotations

import re

from anju.checker.extract.mention import Mention
from anju.checker.extract.words import rest
from anju.kernel.unit import Dimension

COMMUNITIES, BUILDINGS, HOUSEHOLDS, AREA = "小区", "楼栋", "户", "面积"
INVESTED = "完成投资"
PAID, PASSED_ON, IN_PLACE, ARRANGED = "支付", "拨付", "到位", "安排"
_BY_UNIT = {"栋": BUILDINGS, "幢": BUILDINGS, "户": HOUSEHOLDS, "户次": "户次", "人": "人", "名": "人"}
_NOUN = (
    "小区|街道|社区|乡镇|镇|村|地级市|市州|县市区|县区|盟市|旗县"
    "|省份|项目点|项目|标段|单位|类别|车位|泊位|充电桩|点位|问题|方面|部门"
)
THINGS = frozenset(_NOUN.split("|"))
"""What 个 may count, by its plain name."""
_BEHIND = re.compile(rf"(?P<mods>[\u4e00-\u9fff]{{0,8}}?)(?P<noun>{_NOUN})")
_AHEAD = re.compile(
    rf"(?:城镇|老旧|住宅|居民|既有)*(?P<noun>{_NOUN})(?:总?数|数量)?(?:共计|合计|共有|共|约为|约|为|达到?|是|有|了|:)*$"
)
_AREA = re.compile(r"[\u4e00-\u9fff]{0,4}?面积")
_WHOLE_AREA = re.compile(r"(?:总?建筑|改造|涉及|总|整治|惠及)*面积")
_RATE = re.compile(r"[\u4e00-\u9fff]{1,6}[率度比]")
_OLD = re.compile("城镇|老旧|住宅|居民|的|既有|旧")
_MONEY = re.compile(
    r"(?P<invested>(?:累计|已|实际)*完成(?:项目|工程)?(?:总|年度)?投资额?)"
    r"|(?P<investment>(?:(?:年度|计划|概算|估算|预算|合同|批复|审定|决算|可研批复)(?:总)?)*总?投资(?:估算|概算|预算|总额|额)?)"
    r"|(?P<in_place>(?:拨付)?(?:资金)?到位|落实资金|筹集)"
    r"|(?P<paid>支付|支出|使用|执行)|(?P<passed_on>拨付)|(?P<arranged>安排|下达)|(?P<carried>结转|结余|余额)|(?P<budget>预算)"
)
_GONE = re.compile("(?:资金)?(?:已|均|全部|全额|足额|如数)*(?:(?:拨付)?(?P<in_place>到位)|(?P<kind>拨付|支付))")
_KINDS = {"in_place": IN_PLACE, "paid": PAID, "passed_on": PASSED_ON, "arranged": ARRANGED, "carried": "结转"}


def thing(mention: Mention, label: str, after: str) -> tuple[str, str]:
    """What the quantity is of, in few words, the same for the same thing; and the label without these words."""
    match mention.quantity.unit.dimension:
        case Dimension.COUNT:
            return _counted(mention.counted, label, after)
        case Dimension.AREA:
            found = list(_AREA.finditer(label))
            if not found:
                return AREA, label
            return (AREA if _WHOLE_AREA.fullmatch(found[-1][0]) else found[-1][0]), _cut(label, found[-1])
        case Dimension.MONEY:
            return _money(label, after)
        case Dimension.SHARE:
            rates = _RATE.findall(label)
            return (rates[-1] if rates else ""), label
    return label[-4:], label


def investment(of: str) -> bool:
    """Whether the thing is what a project is to cost, in whatever stage."""
    return "投资" in of and of != INVESTED


def _counted(unit: str, label: str, after: str) -> tuple[str, str]:
    behind, ahead = _BEHIND.match(after), _AHEAD.search(label)
    if unit in _BY_UNIT:
        return _BY_UNIT[unit], label
    if behind:
        return rest(_OLD.sub("", behind["mods"])) + behind["noun"], label
    if ahead and not re.match(r"[\u4e00-\u9fff]", after):
        return ahead["noun"], _cut(label, ahead)
    tail = re.match(r"[\u4e00-\u9fff]{1,4}", after) or re.search(r"[\u4e00-\u9fff]{1,4}$", label)
    return unit + (tail[0] if tail else ""), label


def _money(label: str, after: str) -> tuple[str, str]:
    """The last word on money before the number, or what is said right behind it (2100.01万元已全部拨付)."""
    all_found = list(_MONEY.finditer(label))
    if not all_found:
        gone = _GONE.match(after)
        return ((gone["in_place"] or gone["kind"]) if gone else "资金"), label
    found = all_found[-1]
    kind = str(found.lastgroup)
    if kind == "invested":
        return INVESTED, _cut(label, found)
    if kind == "investment":
        return re.sub("总额|额|项目|工程", "", found[0]), _cut(label, found)
    return _KINDS.get(kind, found[0]), label


def _cut(label: str, found: re.Match[str]) -> str:
    return label[: found.start()] + label[found.end() :]
