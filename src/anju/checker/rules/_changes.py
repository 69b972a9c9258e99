"""规则共用：增减。哪个数是增减额、增减率，前面哪个是现在的，哪个是从前的。"""

from __future__ import annotations

import re
from dataclasses import dataclass

from anju.checker.extract.claim import Claim
from anju.kernel.unit import Dimension

UP = "增长|上升|提高|增加|增幅|增速|增收|增支|升高|提升|上涨|核增|增产|增|升|涨"
DOWN = "负增长|下降|减少|降低|回落|下滑|减幅|降幅|压减|缩减|压缩|减收|减支|下调|下跌|核减|审减|扣减|净减|减产|减|降|跌"
WAY = rf"(?:(?P<up>{UP})|(?P<down>{DOWN}))"
OF = r"(?:了|率|幅度|幅|额|数|比例)?(?:分别|依次|各|均|约|大约|为|达到?|是|:|近|了)*"
_CHANGED = re.compile(rf"{WAY}{OF}$")
OTHER_PRICES = re.compile("可比|不变价|同口径|口径|剔除|扣除|调整|还原|名义|实际增长|年均|生产总值|GDP|增加值|产值")
"""Where growth is not by the numbers printed."""


@dataclass(frozen=True, slots=True)
class Change:
    """By how much something is said to have changed: `stated`, an amount or a rate, with its sign.

    What it follows from is a reading of `now` and `before`, or of one of them and the `amount` of the change.
    `explicit`: the words leave no other reading (由…增加到…, 比上年…增加…); `near`: they stand side by side.
    """

    stated: Claim
    sign: int
    now: Claim | None = None
    before: Claim | None = None
    amount: Claim | None = None
    explicit: bool = False
    near: bool = False

    @property
    def parts(self) -> list[Claim]:
        return [each for each in (self.now, self.before, self.amount) if each is not None]


def sign(lead: str) -> int:
    """1 or -1 when the words before a number say that it is a rise or a fall, else 0."""
    found = _CHANGED.search(lead)
    if found is None:
        return 0
    return 1 if found["up"] else -1


def rate(claim: Claim) -> bool:
    return claim.dimension is Dimension.SHARE and claim.mention.quantity.unit.symbol in {"%", "‰", "倍"}


def points(claim: Claim) -> bool:
    return claim.dimension is Dimension.SHARE and claim.mention.quantity.unit.symbol == "百分点"


def of(stated: Claim, level: Claim) -> bool:
    """Whether a change stated so may be one of such numbers."""
    if rate(stated):
        return level.dimension is not Dimension.SHARE
    if points(stated):
        return rate(level)
    return stated.family == level.family
