"""规则共用：增减。哪个数是增减额、增减率，前面哪个是现在的，哪个是从前的。"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from anju.checker.extract import Extract
from anju.checker.extract.claim import Claim
from anju.checker.rules._neighbours import Run, paragraphs, runs, valued
from anju.kernel.unit import Dimension

UP = "增长|上升|提高|增加|增幅|增速|增收|升高|提升|上涨|增"
DOWN = "负增长|下降|减少|降低|回落|下滑|减幅|降幅|压减|缩减|压缩|减收|下调|下跌|减"
_WAY = rf"(?:(?P<up>{UP})|(?P<down>{DOWN}))"
_OF = r"(?:了|率|幅度|幅|额|数|比例)?(?:分别|依次|各|均|约|大约|为|达到?|是|:|近|了)*"
_CHANGED = re.compile(rf"{_WAY}{_OF}$")
_SINCE = r"(?:同比|环比|(?:比|较|与)[^,;:。]{0,14}?(?:相比)?,?(?:实际|共|总共|净|合计|各|均)*)?"
_ONLY_CHANGED = re.compile(rf"[,(、]?(?:同比|环比|(?:比|较|与)[^,;:。\d]{{0,8}})?(?:各|分别|均)?{_WAY}{_OF}")
_COMPARED = re.compile(
    r"同比|环比|(?:比|较|与|同)(?:上|去|前)一?(?:年|季|月|期)|(?:比|较|与|同)(?:19|20)\d\d年|(?:比|较|与)同期"
)
_TIME = re.compile(r"\d年|今年|本年|当年")
_ADJACENT = re.compile(rf"[,(]?{_SINCE}(?:收入|支出|资金|投资|数量|人数|户数|面积|总额|总量)?{_WAY}{_OF}")
_FROM = re.compile(r"(?:由|从)(?P<what>[^,;:。由从]{0,14})$")
_TO = re.compile(
    rf"(?:[\u4e00-\u9fff]{{0,4}}[,]?)?{_WAY}(?:到|至|为)(?:了|约)?(?:(?:19|20)\d\d年度?|今年|本年)?(?:[底末初])?的?(?:约)?"
)
_THAN = re.compile(
    r"[,(]?(?:比|较|与)(?:上年|去年|上年度|上一年度?|上年同期|去年同期|(?:19|20)\d\d年度?(?:同期|底|末)?)的?(?:同期)?的?"
    r"(?:相比,?)?"
)
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
    return claim.dimension is Dimension.SHARE and claim.mention.quantity.unit.symbol in {"%", "‰"}


def points(claim: Claim) -> bool:
    return claim.dimension is Dimension.SHARE and claim.mention.quantity.unit.symbol == "百分点"


def changes(extract: Extract) -> Iterator[list[Change]]:
    """For each stated change its readings, the likeliest first."""
    for told in paragraphs(extract):
        if any(sign(each.lead) for each in told):
            yield from _of_paragraph(runs(told))


def _of_paragraph(found: Sequence[Run]) -> Iterator[list[Change]]:
    for place, run in enumerate(found):
        way = sign(run.lead)
        if way:
            for number, claim in enumerate(run.claims):
                readings = list(_readings(found, place, number, claim, way))
                if readings:
                    yield readings


def _readings(found: Sequence[Run], place: int, number: int, claim: Claim, way: int) -> Iterator[Change]:
    yield from _from_to(found, place, claim, way)
    yield from _with_amount(found, place, number, claim, way)
    like = [each for run in found[max(0, place - 6) : place] if not sign(run.lead) for each in run.claims]
    like = [each for each in like if valued(each) and _of(claim, each) and each.sentence >= claim.sentence - 1]
    for later in reversed(range(len(like))):
        for earlier in range(len(like)):
            if earlier != later and like[later].family == like[earlier].family:
                yield Change(claim, way, now=like[later], before=like[earlier])


def _of(stated: Claim, level: Claim) -> bool:
    """Whether a change stated so may be one of such numbers."""
    if rate(stated):
        return level.dimension is not Dimension.SHARE
    if points(stated):
        return rate(level)
    return stated.family == level.family


def _from_to(found: Sequence[Run], place: int, claim: Claim, way: int) -> Iterator[Change]:
    """由A增加到B，增长x%; B，比上年的A增长x%."""
    if place < 2 or not _ONLY_CHANGED.fullmatch(found[place].lead):
        return
    one, other = found[place - 2], found[place - 1]
    if len(one.claims) != 1 or len(other.claims) != 1 or one.last.family != other.last.family:
        return
    first, second = one.last, other.last
    same = first.sentence == second.sentence == claim.sentence and valued(first) and valued(second)
    if not same or not _of(claim, first):
        return
    if _FROM.search(one.lead) and _TO.fullmatch(other.lead):
        yield Change(claim, way, now=second, before=first, explicit=True)
    elif _THAN.fullmatch(other.lead) and not sign(one.lead):
        yield Change(claim, way, now=first, before=second, explicit=True)


def _with_amount(found: Sequence[Run], place: int, number: int, claim: Claim, way: int) -> Iterator[Change]:
    """B，比上年增加D，增长x%: side by side, or pair by pair (分别减少D1、D2，下降x1、x2)."""
    if not rate(claim):
        return
    count = len(found[place].claims)
    amounts = [
        (spot, run)
        for spot, run in enumerate(found[max(0, place - 4) : place], max(0, place - 4))
        if sign(run.lead) == way and len(run.claims) == count and _level(claim, run.claims[number])
    ]
    for spot, run in reversed(amounts):
        amount = run.claims[number]
        beside = spot == place - 1 and _ONLY_CHANGED.fullmatch(found[place].lead) is not None
        for back in range(spot - 1, max(-1, spot - 7), -1):
            levels = found[back]
            if sign(levels.lead) or len(levels.claims) not in {1, count}:
                continue
            level = levels.claims[number if len(levels.claims) == count else 0]
            if level.family == amount.family and valued(level) and level.sentence >= claim.sentence - 1:
                paired = beside and back == spot - 1 and len(levels.claims) == count
                near = paired and _of_the_same_time(run.lead)
                explicit = near and _ADJACENT.fullmatch(run.lead) is not None and level.sentence == claim.sentence
                yield Change(claim, way, now=level, amount=amount, explicit=explicit, near=near)
                if not near:
                    yield Change(claim, way, before=level, amount=amount)


def _of_the_same_time(lead: str) -> bool:
    """Whether the change is one up to the number before it: 2024年比上年增加 behind a number of 2023 is not."""
    compared = _COMPARED.search(lead)
    return compared is not None and not _TIME.search(lead[: compared.start()])


def _level(stated: Claim, amount: Claim) -> bool:
    return amount.dimension is not Dimension.SHARE and valued(amount) and amount.sentence == stated.sentence
