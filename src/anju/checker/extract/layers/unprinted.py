"""没有印单位的数：单位印在后一个数后面的（120、98户），漏了元、个、套的；前后的话说得准，才当作量。"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from anju.checker.extract.layers.qualifiers import qualifier
from anju.checker.extract.layers.units import ALIASES, SCALE, SCALES, UNIT, bare_count, quantity
from anju.checker.extract.mention import Mention, Qualifier
from anju.kernel.quantity import Quantity
from anju.kernel.unit import Dimension

DASHES = frozenset("-—–~～至到")
_AND = frozenset({"、", "和", "与", "及", "以及", "或", *DASHES})
_LIST = re.compile("分别|各[是为]?|依次")
_LEAD, _LIST_LEAD = 14, 40
"""Characters before a number in which a word must stand that makes it money or a count, or one of a list."""
_MONEY = re.compile(
    "(?:资金|投资|经费|预算|决算|支出|收入|补助|补贴|款|投入|费用?|金额|总额|贷|筹集|筹措|拨付|下达|到位|支付|结余|结转|安排|债券|造价|产值)"
    "(?:[了为是约共计:]|[\u4e00-\u9fff]{0,4})$"
)
_MONEY_BEHIND = re.compile("的?[\u4e00-\u9fff]{0,4}?(?:资金|投资|经费|补助|补贴|贷款|债券|款|预算)")
_FOREIGN = frozenset("美港欧日英韩澳卢加新")
_POINTS = re.compile("(?:得分|评分|总分|分值|满分|综合评价)(?:合计|共计|均|[为是达到:])?$")
_PEOPLE = re.compile(
    "(?:小区|[户栋套人]数|住户|居民|农户|群众|人口|学生|职工|惠及|涉及|受益|覆盖|服务|就业)(?:[共约为是达]|达到)?$"
)
_COUNT = re.compile(
    "(?:小区|住宅|楼栋|楼房|房屋|[户栋套人个件处次]数|数量?|住户|居民|农户|群众|任务|目标|计划|改造|开工|建成|竣工|完成|实施|新建|惠及|涉及|受益)"
    r"(?:总[数量])?(?:[共约为是达有:]|共计|达到|合计)?\(?$"
)
_NOUN = re.compile(
    "(?:城镇|城市|农村|老旧|旧|住宅|居民|既有|行政|自然|贫困|示范|重点|规模以上|中小)*"
    "(?:小区|社区|街道|乡镇|学校|企业|家庭|居民|住户|农户|群众|职工|学生|医院|单位|部门|项目(?!名|编|代)|村(?![民委])|县(?![道级城])|镇(?![区政级])"
    "|旗(?!县级)|乡(?![道村镇级])|市州|盟市|[市区省州盟](?=[,;。、()]|$|\\d))"
)
_BOXED = re.compile(rf"\((?P<scale>{SCALE})?(?P<unit>{UNIT})\)")
_BOXED_BEFORE = re.compile(rf"\((?P<scale>{SCALE})?(?P<unit>{UNIT})\):?$")
_PART = re.compile(r"(?:\((?:其中:?)?|[、,])[\u4e00-\u9fff]{1,8}")
_ENDS = frozenset(",;。、)(:")


class Bare(NamedTuple):
    """A number of digits without a unit over [start, end); the scale behind it belongs to it."""

    start: int
    end: int
    digits: str
    scale: str
    qualifier: Qualifier

    @classmethod
    def read(cls, match: re.Match[str]) -> Bare:
        before, number, more, scale, over = match.group("before", "number", "more", "alone", "alone_over")
        start = match.start("number")
        end = start + sum(len(each or "") for each in (number, more, scale, over))
        lead = match.string[match.start() - 1 : match.start()] if match.start() else ""
        kind = qualifier(before, more or over, lead) if before or more or over else Qualifier.NONE
        return cls(start, end, number.replace(",", ""), scale or "", kind)

    @property
    def year(self) -> bool:
        return not self.scale and len(self.digits) == 4 and self.digits[:2] in {"19", "20"}


class Bares:
    """The numbers without a unit that wait for the next number of a text to lend them its own."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.waiting: list[Bare] = []
        self.last: Mention | None = None
        self.money: int | None = None

    def told(self, mention: Mention) -> Mention:
        """The mention, kept in mind for what comes behind it."""
        self.last = mention
        if mention.quantity.unit.dimension is Dimension.MONEY:
            self.money = mention.end
        return mention

    def add(self, bare: Bare) -> Iterator[Mention]:
        """One more; those that wait for nothing are told first."""
        if self.waiting and not self._joins(bare.start):
            yield from self.rest()
        self.waiting.append(bare)

    def before(self, mention: Mention, match: re.Match[str]) -> tuple[Mention, list[Mention]]:
        """The mention, joined with a number that goes right before it (1亿2000万元), and those that share its unit."""
        unit, scale = match["unit"] or "", match["scale"] or ""
        last = self.waiting[-1]
        if unit and last.end == mention.start and SCALES[last.scale] > SCALES[scale]:
            found = list(self.rest(self.waiting[:-1]))
            return _joined(last, mention, scale, ALIASES.get(unit, unit)), found
        if not unit or not self._joins(mention.start):
            return mention, list(self.rest())
        found = [each for bare in self.waiting if (each := self._lent(bare, mention, scale, ALIASES.get(unit, unit)))]
        self.waiting = []
        return mention, found

    def rest(self, waiting: list[Bare] | None = None) -> Iterator[Mention]:
        """What those that wait are by the words around them; of a number that may be anything nothing is told."""
        several, self.waiting = waiting if waiting is not None else self.waiting, []
        for bare in several:
            found = self._boxed(bare) or self._told(bare)
            if found is not None:
                yield self.told(found)

    def _joins(self, start: int) -> bool:
        """Whether the last that waits and the number at `start` stand in one list or range."""
        last = self.waiting[-1]
        gap = self.text[last.end : start].removeprefix("(含)").removeprefix("(不含)")
        if gap in _AND:
            return True
        if gap != ",":
            return False
        first = self.waiting[0].start
        return "." in last.digits or _LIST.search(self.text, max(0, first - _LIST_LEAD), first) is not None

    def _lent(self, bare: Bare, mention: Mention, scale: str, unit: str) -> Mention | None:
        found = quantity(bare.digits, (bare.scale or scale) + unit)
        if found is None:
            return None
        ranged = self.text[bare.end : mention.start].lstrip("(不含)")[:1] in DASHES
        return Mention(
            bare.start, bare.end, found, bare.qualifier, mention.per, mention.counted, ranged=ranged, inferred=True
        )

    def _boxed(self, bare: Bare) -> Mention | None:
        """500(万元), or (万元)500: the unit is printed in brackets."""
        behind = _BOXED.match(self.text, bare.end) if self.text[bare.end : bare.end + 1] == "(" else None
        box = behind
        if box is None and bare.start and self.text[bare.start - 1] in "):":
            box = _BOXED_BEFORE.search(self.text, max(0, bare.start - 10), bare.start)
        if box is None or bare.scale:
            return None
        unit = ALIASES.get(box["unit"], box["unit"])
        found = quantity(bare.digits, (box["scale"] or "") + unit)
        if found is None:
            return None
        counted = unit if found.unit.dimension is Dimension.COUNT else ""
        return Mention(bare.start, behind.end() if behind else bare.end, found, bare.qualifier, "", counted)

    def _told(self, bare: Bare) -> Mention | None:
        """What the words before it, or the noun behind it, make it."""
        text, found, first = self.text, None, max(0, bare.start - _LEAD)
        following = text[bare.end : bare.end + 1]
        closed = not following or following in _ENDS
        if bare.start and text[bare.start - 1] == "¥":
            found = quantity(bare.digits, bare.scale + "元")
        elif bare.scale:
            people = closed and _PEOPLE.search(text, first, bare.start)
            found = self._count(bare) if people else self._money(bare, first, following)
        elif closed and _POINTS.search(text, first, bare.start):
            found = quantity(bare.digits, "分")
        elif closed and (unit := self._of_a_bracket(bare)):
            found = quantity(bare.digits, unit)
        elif _NOUN.match(text, bare.end) or (closed and _COUNT.search(text, first, bare.start)):
            found = self._count(bare)
        return None if found is None else Mention(bare.start, bare.end, found, bare.qualifier, inferred=True)

    def _of_a_bracket(self, bare: Bare) -> str:
        """The unit of the amount whose parts a bracket behind it lists: 1800万元(中央1200、省级600)."""
        last = self.last
        if last is None or last.end != self.money or bare.year:
            return ""
        opened = self.text[last.end : last.end + 1] == "(" or last.inferred
        told = opened and _PART.fullmatch(self.text, last.end, bare.start)
        return last.quantity.unit.symbol if told else ""

    def _money(self, bare: Bare, first: int, following: str) -> Quantity | None:
        """What the words around it, or an amount before it in the sentence, call money."""
        if bare.scale == "千" or following in _FOREIGN:
            return None
        beside = self.money is not None and bare.start - self.money < _LIST_LEAD
        told = (
            (beside and "。" not in self.text[self.money : bare.start])
            or _MONEY.search(self.text, first, bare.start)
            or _MONEY_BEHIND.match(self.text, bare.end)
        )
        return quantity(bare.digits, bare.scale + "元") if told else None

    def _count(self, bare: Bare) -> Quantity | None:
        whole = "." not in bare.digits or bare.scale
        return bare_count(bare.digits, bare.scale) if whole and not bare.year and bare.digits[0] not in "-0" else None


def _joined(last: Bare, mention: Mention, scale: str, unit: str) -> Mention:
    """1亿2000万元"""
    whole = Fraction(last.digits) * SCALES[last.scale] / SCALES[scale] + Fraction(mention.quantity.value)
    found = quantity(str(Decimal(whole.numerator) / Decimal(whole.denominator)), scale + unit)
    return (
        mention
        if found is None
        else Mention(last.start, mention.end, found, mention.qualifier or last.qualifier, mention.per, mention.counted)
    )
