"""规则共用：每户、每人、每平方米多少。一个单价或均数是按什么算的，它的数量和总额是旁边的哪两个数。"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from anju.checker.extract.claim import Claim
from anju.checker.rules._neighbours import Told, ends
from anju.checker.rules._tiers import Interval
from anju.kernel.unit import Dimension, UnknownUnit, unit

_BY = "户次|人次|平方米|平米|㎡|公里|千米|延米|[户人名生栋幢套亩个间台辆处米家座块盏棵位份部口眼条根组件樘扇只]"
_EACH = re.compile(
    rf"(?P<mean>平均每|(?P<short>[户人栋亩套生村]均)|均价)(?P<by>{_BY})?(?P<noun>[^,;:。()\d]{{0,10}})$"
    rf"|每(?P<each>{_BY})(?P<of>[^,;:。()\d]{{0,10}})$|(?P<price>单价)(?:为|是|:)?$"
)
_TIMED = re.compile("每?[月季日天]|学期|学年|每年|每次|/年")
_SHORT = {"户均": "户", "人均": "人", "栋均": "栋", "亩均": "亩", "套均": "套", "生均": "人", "村均": "个"}
_SHARED = frozenset({Dimension.MONEY, Dimension.AREA, Dimension.LENGTH})
_PEOPLE = frozenset({"人", "名", "生", "位", "人次"})
_AREA, _LENGTH = frozenset({"平方米", "平米", "㎡", "亩"}), frozenset({"公里", "千米", "延米", "米"})


@dataclass(frozen=True, slots=True)
class Each:
    """A number by each household, person, square metre: `by` what; empty for a price of whatever it is.

    `mean`: the text says that it is an average; `noun` what more it says; `timed`: it is by time as well.
    """

    told: Told
    place: int
    by: str
    mean: bool
    noun: str
    timed: bool

    @property
    def claim(self) -> Claim:
        return self.told.claim

    def counts(self, claim: Claim) -> bool:
        """Whether the claim says how many there are."""
        mention = claim.mention
        if mention.per or mention.ranged or claim.base <= 0:
            return False
        if claim.dimension is Dimension.COUNT:
            same = mention.counted == self.by or (mention.counted in _PEOPLE and self.by in _PEOPLE) or not self.by
            return same or (mention.counted in "栋幢" and self.by in {"栋", "幢"})
        return (claim.dimension is Dimension.AREA and self.by in _AREA) or (
            claim.dimension is Dimension.LENGTH and self.by in _LENGTH
        )

    def times(self, count: Claim) -> tuple[Fraction, Interval]:
        """So many of them: what they come to, in base units, and as an interval."""
        factor = _factor(self.by)
        (low, high), (least, most) = ends(self.claim), ends(count)
        return self.claim.base * count.base / factor, (low * least / factor, high * most / factor)

    def over(self, total: Claim, count: Claim) -> tuple[Fraction, Interval]:
        """The total by each of them, in base units, and as an interval."""
        factor = _factor(self.by)
        (low, high), (least, most) = ends(total), ends(count)
        return total.base / count.base * factor, (low / most * factor, high / least * factor)


def by_each(one: Told) -> bool:
    """Whether the number is said by each of something, and so is no total."""
    return bool(one.claim.mention.per) or _EACH.search(one.lead) is not None


def each(told: Sequence[Told]) -> Iterator[Each]:
    """Every number of a paragraph that is said by each of something."""
    for place, one in enumerate(told):
        if one.claim.dimension not in _SHARED:
            continue
        per = one.claim.mention.per.removesuffix("的")
        if per:
            by, *time = re.split("[·•/]|每", per)
            found = _EACH.search(one.lead)
            mean = bool(found and found["mean"])
            if re.fullmatch(_BY, by):
                yield Each(one, place, by, mean, "", bool(time or _TIMED.search(one.lead[-12:])))
            continue
        found = _EACH.search(one.lead)
        if found is not None:
            by = found["by"] or found["each"] or _SHORT.get(found["short"] or "", "")
            noun = found["noun"] or found["of"] or ""
            if by or found["price"]:
                yield Each(one, place, by, bool(found["mean"]), noun, bool(_TIMED.search(one.lead[-16:])))


def _factor(by: str) -> Fraction:
    if by in _AREA | _LENGTH:
        try:
            return Fraction(unit(by).factor)
        except UnknownUnit:
            return Fraction(1)
    return Fraction(1)
