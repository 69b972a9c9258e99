"""没有印单位的数：单位印在后一个数后面的（120、98户），漏了元、个、套的；前后的话说得准，才当作量。"""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from anju.checker.extract.layers import beside
from anju.checker.extract.layers.qualifiers import qualifier
from anju.checker.extract.layers.units import ALIASES, SCALES, bare_count, misread, quantity
from anju.checker.extract.mention import Mention, Qualifier
from anju.kernel.quantity import Quantity
from anju.kernel.unit import Dimension


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
    """The numbers without a unit that wait for the next number of a text to lend them its own; what they turn out to be
    goes to the end of `found`, where all quantities before them stand."""

    def __init__(self, text: str, found: list[Mention]) -> None:
        self.text = text
        self.found = found
        self.waiting: list[Bare] = []

    def add(self, bare: Bare) -> None:
        """One more; those that wait for nothing are told first."""
        if self.waiting and not self._joins(bare.start):
            self.rest()
        self.waiting.append(bare)

    def before(self, mention: Mention, match: re.Match[str]) -> Mention:
        """The mention, joined with a number that goes right before it (1亿2000万元); those that share its unit, or do
        not, are told."""
        unit, scale = match["unit"] or "", match["scale"] or ""
        symbol, last = ALIASES.get(unit, unit), self.waiting[-1]
        if unit and last.end == mention.start and SCALES[last.scale] > SCALES[scale]:
            self.waiting.pop()
            mention = _joined(last, mention, scale, symbol)
        elif unit and self._joins(mention.start):
            lent = [self._lent(bare, mention, scale, symbol) for bare in self.waiting]
            if None not in lent:
                self.found += filter(None, lent)
                self.waiting = []
        self.rest()
        return mention

    def rest(self) -> None:
        """What those that wait are by the words around them; of a number that may be anything nothing is told."""
        for bare in self.waiting:
            found = self._boxed(bare) or self._told(bare)
            if found is not None:
                self.found.append(found)
        self.waiting = []

    def _joins(self, start: int) -> bool:
        """Whether the last that waits and the number at `start` stand in one list or range."""
        last = self.waiting[-1]
        gap = self.text[last.end : start].removeprefix("(含)").removeprefix("(不含)")
        if gap in beside.AND:
            return True
        if gap != ",":
            return False
        if "." in last.digits and beside.DECIMAL.match(self.text, start):
            return True
        first = self.waiting[0].start
        return beside.LIST.search(self.text, max(0, first - beside.LIST_LEAD), first) is not None

    def _lent(self, bare: Bare, mention: Mention, scale: str, unit: str) -> Mention | None:
        found = quantity(bare.digits, (bare.scale or scale) + unit)
        parted = mention.counted and "." in bare.digits and not (bare.scale or scale)
        if found is None or parted:
            return None
        ranged = self.text[bare.end : mention.start].lstrip("(不含)")[:1] in beside.DASHES
        return Mention(
            bare.start, bare.end, found, bare.qualifier, mention.per, mention.counted, ranged=ranged, inferred=True
        )

    def _boxed(self, bare: Bare) -> Mention | None:
        """500(万元), (万元)500, or (23)栋: the unit is printed, and one of the two in brackets."""
        text, end = self.text, bare.end
        following, before = text[end : end + 1], text[bare.start - 1 : bare.start]
        box = None
        if following == "(":
            box = beside.BOXED.match(text, end)
        elif following == ")" and before == "(" and not text.endswith("第", 0, bare.start - 1):
            box = beside.BOXED_NUMBER.match(text, end)
        end = box.end() if box else end
        if box is None and before and before in "):":
            box = beside.BOXED_BEFORE.search(text, max(0, bare.start - 10), bare.start)
        if box is None or bare.scale or misread(text, box.end("unit"), box["unit"], box["scale"]):
            return None
        unit = ALIASES.get(box["unit"], box["unit"])
        found = quantity(bare.digits, (box["scale"] or "") + unit)
        if found is None:
            return None
        counted = unit if found.unit.dimension is Dimension.COUNT else ""
        return Mention(bare.start, end, found, bare.qualifier, "", counted)

    def _told(self, bare: Bare) -> Mention | None:
        """What the words before it, or the noun behind it, make it."""
        text, found, first = self.text, None, max(0, bare.start - beside.LEAD)
        following = text[bare.end : bare.end + 1]
        closed = not following or following in beside.ENDS
        if bare.start and text[bare.start - 1] == "¥":
            found = quantity(bare.digits, bare.scale + "元")
        elif bare.scale:
            people = closed and beside.PEOPLE.search(text, first, bare.start)
            found = self._count(bare) if people else self._money(bare, first, following)
        elif closed and beside.POINTS.search(text, first, bare.start):
            found = quantity(bare.digits, "分")
        elif closed and (unit := self._of_a_bracket(bare)):
            found = quantity(bare.digits, unit)
        elif beside.NOUN.match(text, bare.end) or (closed and self._of_a_count(bare, first)):
            found = self._count(bare)
        return None if found is None else Mention(bare.start, bare.end, found, bare.qualifier, inferred=True)

    def _of_a_count(self, bare: Bare, first: int) -> bool:
        """A single digit right behind such a word may as well be the word's own number (目标1、任务2)."""
        found = beside.COUNT.search(self.text, first, bare.start)
        return found is not None and (len(bare.digits) > 1 or bool(found["said"]) or found[0].endswith("("))

    def _of_a_bracket(self, bare: Bare) -> str:
        """The unit of the amount whose parts a bracket behind it lists: 1800万元(中央1200、省级600)."""
        last = self.found[-1] if self.found else None
        if last is None or last.quantity.unit.dimension is not Dimension.MONEY or bare.year:
            return ""
        opened = self.text[last.end : last.end + 1] == "(" or last.inferred
        told = opened and beside.PART.fullmatch(self.text, last.end, bare.start)
        return last.quantity.unit.symbol if told else ""

    def _money(self, bare: Bare, first: int, following: str) -> Quantity | None:
        """What the words around it, or an amount before it in the sentence, call money."""
        if bare.scale == "千" or following in beside.FOREIGN:
            return None
        told = (
            self._money_near(bare.start)
            or beside.MONEY.search(self.text, first, bare.start)
            or beside.MONEY_BEHIND.match(self.text, bare.end)
        )
        return quantity(bare.digits, bare.scale + "元") if told else None

    def _money_near(self, start: int) -> bool:
        """Whether an amount stands not far before in the same sentence."""
        for each in reversed(self.found):
            if start - each.end > beside.LIST_LEAD:
                return False
            if each.quantity.unit.dimension is Dimension.MONEY:
                return "。" not in self.text[each.end : start]
        return False

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
