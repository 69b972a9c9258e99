"""规则共用：增减从哪两个数来。由A增加到B，比上年的A增加，比上年增加D；先认话里写明的，再试旁边的。"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import permutations

from anju.checker.extract import Extract
from anju.checker.extract.claim import Claim
from anju.checker.rules import _compared as said
from anju.checker.rules._changes import Change, of, rate, sign
from anju.checker.rules._neighbours import Run, paragraphs, remembered, runs, valued

_FARTHEST = 8
_OF_PLAN = re.compile("^(?:[,、](?:完成|占)[^,;:。]{0,8}(?:预算|计划|任务|目标)数?)?(?:的)?$")
_MEAN = re.compile("^[,(、](?:日|月|年|户|人|平)均[^,;:。]{0,2}$")
_PLANNED = re.compile("[,、](?:完成|占|为|相当于)[^,;:。]{0,8}(?:预算|计划|任务|目标)数?(?:的)?$")
"""Behind the amount itself: 收入220万元，完成年初预算150万元的146.67%，比上年120万元增加100万元."""


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
    """由A增加到B，增长x%; B，比上年的A增长x%; other rates, and the amount of the change, may stand between."""
    pair = _pair(found, spot)
    if pair is None:
        return
    claim, (one, other) = found[spot.place].claims[spot.number], pair
    first, second = one.last, other.last
    together = first.sentence == second.sentence
    timed = together and said.THEN.search(other.lead) is not None
    if said.FROM.search(one.lead) and said.TO.fullmatch(other.lead) and together:
        yield Change(claim, spot.way, now=second, before=first, explicit=True)
    elif said.THAN.fullmatch(other.lead) and (noun := said.than_what(other.lead)) is not None and noun[:2] in one.lead:
        yield Change(claim, spot.way, now=first, before=second, explicit=timed, near=True)
    elif said.SUBMITTED.search(one.lead) and said.CHECKED.search(other.lead) and spot.way < 0:
        yield Change(claim, spot.way, now=second, before=first, near=True)
    elif said.LAST_YEAR.fullmatch(other.lead) and not said.LAST_YEAR.search(one.lead):
        yield Change(claim, spot.way, now=first, before=second, near=True)


def _pair(found: Sequence[Run], spot: _Spot) -> tuple[Run, Run] | None:
    """The two levels before a change, single and alike, the second in its sentence; None when others may be meant."""
    run, claim = found[spot.place], found[spot.place].claims[spot.number]
    place = spot.place - 1
    while place >= 0 and sign(found[place].lead) and found[place].last.sentence == claim.sentence:
        place -= 1
    near_by = [each for each in found[max(0, place - 4) : place + 1] if not _no_level(each)]
    levels = [each for each in near_by if not rate(each.last) or not _no_points(claim)]
    if len(levels) < 2 or levels[-1] is not found[place] or not said.ONLY_CHANGED.fullmatch(run.lead):
        return None
    one, other = levels[-2:]
    first, second = one.last, other.last
    alike = len(one.claims) == len(other.claims) == 1 and first.family == second.family and of(claim, first)
    near = first.sentence >= claim.sentence - 1 and second.sentence == claim.sentence
    if not alike or not near or not valued(first) or not valued(second) or sign(one.lead):
        return None
    there = [each.last.family for each in found if each.last.sentence == first.sentence]
    alone = first.sentence == second.sentence or there.count(first.family) == 1
    return (one, other) if alone and claim.depth == second.depth else None


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
            beside = at == spot.place - 1 and said.ONLY_CHANGED.fullmatch(run.lead) is not None
            yield from _levels(found, at, Change(claim, spot.way, amount=amount, near=beside), spot.number)


def _levels(found: Sequence[Run], at: int, change: Change, number: int) -> Iterator[Change]:
    """What the amount at a place may be a change of: the levels before it, and the one of last year behind the rate."""
    amounts, beside = found[at], change.near
    told, count = said.told_of(amounts.lead), len(amounts.claims)
    only = count == 1 and said.ONLY_CHANGED.fullmatch(amounts.lead) is not None
    for back in range(at - 1, max(-1, at - 1 - _FARTHEST), -1):
        levels = found[back]
        level = levels.claims[number if len(levels.claims) == count else 0]
        if _aside(levels) or len(levels.claims) not in {1, count} or not _fit(level, change):
            continue
        last = beside and all(map(_progress, found[back + 1 : at]))
        adjacent = last and level.sentence >= change.stated.sentence - 1
        compared = adjacent and only and said.than_what(levels.lead) is not None
        if compared or (last and said.only_compared(amounts.lead)):
            yield _with(change, before=level, explicit=True)
            return
        near = beside and (said.bare(amounts.lead) and adjacent if told is None else told.of(levels.lead, adjacent))
        explicit = near and adjacent and len(levels.claims) == count and level.sentence == change.stated.sentence
        if told is not None and told.later:
            yield _with(change, before=level, near=near and adjacent)
            continue
        yield _with(change, now=level, near=near, explicit=explicit and told is not None and told.at_once)
        if told is None or not near:
            yield _with(change, before=level)
    if beside and told is not None and told.year:
        yield from _last_years(found[at + 2 : at + 4], told, change, count)


def _aside(run: Run) -> bool:
    """A change itself, or a budget: nothing that grew."""
    return bool(sign(run.lead)) or _no_level(run)


def _no_level(run: Run) -> bool:
    """A budget, or a mean (日均112件) beside the whole."""
    return _PLANNED.search(run.lead) is not None or _MEAN.search(run.lead) is not None


def _progress(run: Run) -> bool:
    """，完成年初预算150万元的146.67%: how far the budget was kept, between the amount and what it grew by."""
    return _PLANNED.search(run.lead) is not None or (rate(run.last) and _OF_PLAN.search(run.lead) is not None)


def _last_years(behind: Sequence[Run], told: said.Told, change: Change, count: int) -> Iterator[Change]:
    """比上年增加D，增长x%，上年A: the level behind the rate."""
    for levels in behind:
        level = levels.claims[0]
        named = told.year.removesuffix("度") in levels.lead and told.noun in levels.lead
        if named and not sign(levels.lead) and _fit(level, change) and len(levels.claims) == count:
            yield _with(change, before=level, near=True)


def _fit(level: Claim, change: Change) -> bool:
    amount, stated = change.amount, change.stated
    alike = amount is not None and level.family == amount.family
    return alike and valued(level) and abs(level.sentence - stated.sentence) <= 3


def _with(
    change: Change, now: Claim | None = None, before: Claim | None = None, *, near: bool = False, explicit: bool = False
) -> Change:
    return Change(change.stated, change.sign, now, before, change.amount, explicit, near or explicit)
