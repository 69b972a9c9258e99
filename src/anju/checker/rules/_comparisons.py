"""规则共用：增减从哪两个数来。由A增加到B，比上年的A增加，比上年增加D；先认话里写明的，再试旁边的。"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, permutations

from anju.checker.extract import Extract
from anju.checker.extract.claim import Claim
from anju.checker.rules._changes import OF, WAY, Change, of, rate, sign
from anju.checker.rules._neighbours import Run, Told, paragraphs, remembered, runs, valued

_YEAR = r"(?:19|20)\d\d年度?"
_ONLY_CHANGED = re.compile(rf"[,(、]?(?:同比|环比|(?:比|较|与)[^,;:。\d]{{0,8}})?(?:各|分别|均|共|净|实际)*{WAY}{OF}")
_COMPARED = re.compile(
    rf"同比|环比|(?:比|较|与|同)(?:上|去|前)一?(?:年|季|月|期)度?|(?:比|较|与|同)(?P<year>{_YEAR})|(?:比|较|与)同期"
)
_FILLING = re.compile("相比|同期|决算数?|预算数?|实际|共|总共|净|合计|各|均|分别|有所|又|略|数|[,的()末底初]")
_TIME = re.compile(r"\d年|今年|本年|当年")
_FROM = re.compile(r"(?:由|从)[^,;:。由从]{0,14}$")
_TO = re.compile(rf"(?:[\u4e00-\u9fff]{{0,4}},?)?{WAY}(?:到|至|为)(?:了|约)?(?:{_YEAR}|今年|本年)?[底末初]?的?(?:约)?")
_MONTH = r"(?:\d{1,2}|[一二三四五六七八九十]{1,2})月份?|第?[一二三四]季度"
_THEN = rf"(?:上年度?|去年|上一年度?|上月|上季度?|{_YEAR}|年初|期初|{_MONTH}|(?:改造|试点|实施)前)"
_THAN = re.compile(rf"[,(]?(?:比|较|与){_THEN}(?:同期|[底末])?的?(?:同期)?的?(?:相比,?)?")
_LAST_YEAR = re.compile(r"[,(、]?(?:上年度?|去年)(?:同期)?(?:[\u4e00-\u9fff]{0,6}?)(?:为|是)?")
_FARTHEST = 8


@dataclass(frozen=True, slots=True)
class _Spot:
    """The `number`th claim of the run at `place`, which is a rise (1) or a fall (-1)."""

    place: int
    number: int
    way: int


@remembered
def changes(extract: Extract) -> Iterator[list[Change]]:
    """For each stated change its readings, the likeliest first: those alone that the words leave, if they do."""
    for told in paragraphs(extract):
        if any(sign(each.lead) for each in told):
            yield from _of_paragraph(runs(told))


def transitions(told: Sequence[Told]) -> Iterator[tuple[Claim, Claim, int]]:
    """由A增加到B: the two numbers and the way (1 up, -1 down), where no amount or rate of the change follows."""
    for at, (one, other) in enumerate(pairwise(told)):
        found = _TO.fullmatch(other.lead)
        alike = one.claim.family == other.claim.family and one.claim.sentence == other.claim.sentence
        if found is None or not alike or not _FROM.search(one.lead):
            continue
        follows = told[at + 2] if at + 2 < len(told) else None
        if follows is None or follows.claim.sentence != one.claim.sentence or not sign(follows.lead):
            yield one.claim, other.claim, 1 if found["up"] else -1


def _of_paragraph(found: Sequence[Run]) -> Iterator[list[Change]]:
    for place, run in enumerate(found):
        way = sign(run.lead)
        for number in range(len(run.claims) if way else 0):
            readings = list(_readings(found, _Spot(place, number, way)))
            sure = [one for one in readings if one.explicit]
            if readings:
                yield sure or readings


def _readings(found: Sequence[Run], spot: _Spot) -> Iterator[Change]:
    """Those that the words name, then any pair of like numbers before it."""
    yield from _between(found, spot)
    stated = found[spot.place].claims[spot.number]
    if rate(stated):
        yield from _by_amount(found, spot)
    like = [each for run in found[max(0, spot.place - 6) : spot.place] if not sign(run.lead) for each in run.claims]
    like = [each for each in like if valued(each) and of(stated, each) and each.sentence >= stated.sentence - 1]
    for now, before in permutations(reversed(like[-5:]), 2):
        if now.family == before.family:
            yield Change(stated, spot.way, now=now, before=before)


def _between(found: Sequence[Run], spot: _Spot) -> Iterator[Change]:
    """由A增加到B，增长x%; B，比上年的A增长x%; a rate of something else may stand between."""
    run, claim = found[spot.place], found[spot.place].claims[spot.number]
    levels = [
        each for each in found[max(0, spot.place - 4) : spot.place] if not rate(each.last) or not _no_points(claim)
    ]
    if len(levels) < 2 or levels[-1] is not found[spot.place - 1] or not _ONLY_CHANGED.fullmatch(run.lead):
        return
    one, other = levels[-2:]
    first, second = one.last, other.last
    alike = len(one.claims) == len(other.claims) == 1 and first.family == second.family and of(claim, first)
    if not alike or not first.sentence == second.sentence == claim.sentence or not valued(first) or not valued(second):
        return
    if _FROM.search(one.lead) and _TO.fullmatch(other.lead):
        yield Change(claim, spot.way, now=second, before=first, explicit=True)
    elif _THAN.fullmatch(other.lead) and not sign(one.lead):
        yield Change(claim, spot.way, now=first, before=second, explicit=True)
    elif _LAST_YEAR.fullmatch(other.lead) and not _LAST_YEAR.search(one.lead) and not sign(one.lead):
        yield Change(claim, spot.way, now=first, before=second, near=True)


def _no_points(claim: Claim) -> bool:
    """Whether a change stated so is not one between two rates."""
    return claim.mention.quantity.unit.symbol != "百分点"


def _by_amount(found: Sequence[Run], spot: _Spot) -> Iterator[Change]:
    """B，比上年增加D，增长x%: side by side, or pair by pair (分别减少D1、D2，下降x1、x2)."""
    run, claim = found[spot.place], found[spot.place].claims[spot.number]
    for at in range(spot.place - 1, max(-1, spot.place - 5), -1):
        amounts = found[at]
        amount = amounts.claims[min(spot.number, len(amounts.claims) - 1)]
        like = sign(amounts.lead) == spot.way and len(amounts.claims) == len(run.claims)
        if like and not rate(amount) and valued(amount) and amount.sentence == claim.sentence:
            beside = at == spot.place - 1 and _ONLY_CHANGED.fullmatch(run.lead) is not None
            yield from _levels(found, at, Change(claim, spot.way, amount=amount, near=beside), spot.number)


def _levels(found: Sequence[Run], at: int, change: Change, number: int) -> Iterator[Change]:
    """What the amount at a place may be a change of: the levels before it, and the one of last year behind the rate."""
    amounts, beside = found[at], change.near
    told = _told(amounts.lead)
    count = len(amounts.claims)
    for back in range(at - 1, max(-1, at - 1 - _FARTHEST), -1):
        levels = found[back]
        level = levels.claims[number if len(levels.claims) == count else 0]
        if sign(levels.lead) or len(levels.claims) not in {1, count} or not _fit(level, change):
            continue
        adjacent = beside and back == at - 1 and level.sentence >= change.stated.sentence - 1
        if adjacent and count == 1 and _THAN.fullmatch(levels.lead) and _ONLY_CHANGED.fullmatch(amounts.lead):
            yield _with(change, before=level, explicit=True)
            return
        named = told is not None and told.noun != "" and told.noun in levels.lead
        near = beside and told is not None and not told.later and (named or (adjacent and told.noun == ""))
        explicit = near and adjacent and len(levels.claims) == count and level.sentence == change.stated.sentence
        yield _with(change, now=level, near=near, explicit=explicit and told is not None and told.at_once)
        if not near:
            yield _with(change, before=level)
    if beside and told is not None and told.year:
        for levels in found[at + 2 : at + 4]:
            level = levels.claims[0]
            last_year = told.year.removesuffix("度") in levels.lead and told.noun in levels.lead
            if last_year and not sign(levels.lead) and _fit(level, change) and len(levels.claims) == count:
                yield _with(change, before=level, near=True)


@dataclass(frozen=True, slots=True)
class _Told:
    """What the words before an amount say: of what it is, since which `year`; `later`: up to a time named itself."""

    noun: str
    year: str
    later: bool
    at_once: bool


def _told(lead: str) -> _Told | None:
    """None when nothing is compared."""
    found = _COMPARED.search(lead)
    way = re.search(rf"{WAY}{OF}$", lead)
    if found is None or way is None:
        return None
    noun = _FILLING.sub("", lead[found.end() : way.start()])
    later = _TIME.search(lead[: found.start()]) is not None
    return _Told(noun, found["year"] or "", later, found.start() <= 1)


def _fit(level: Claim, change: Change) -> bool:
    amount, stated = change.amount, change.stated
    alike = amount is not None and level.family == amount.family
    return alike and valued(level) and abs(level.sentence - stated.sentence) <= 3


def _with(
    change: Change, now: Claim | None = None, before: Claim | None = None, *, near: bool = False, explicit: bool = False
) -> Change:
    return Change(change.stated, change.sign, now, before, change.amount, explicit, near or explicit)
