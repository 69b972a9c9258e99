"""改动数以外的东西：年份、名单、计划和实际、一项挪到另一个总数下面；以及并列的项换个次序。"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise, permutations
from random import Random

from checker_accuracy.operators import Mutant, mutant
from checker_accuracy.pieces import Figure, Found, Listed, Written, exchanged, walk

_YEAR = re.compile(r"20\d\d(?=年)")
_WORDS = {"计划": "实际", "实际": "计划"}
_ADDED = ("东风", "前进")


def wrong(report: Written, chance: Random, most: int) -> Iterator[Mutant]:
    """At most so many of each kind, drawn by lot."""
    for kind in (_years, _names, _plans, _moved):
        every = list(kind(report, chance))
        yield from chance.sample(every, min(most, len(every)))


def reordered(report: Written, chance: Random, most: int) -> Iterator[Mutant]:
    """Lists whose order says nothing, in another order."""
    every = [found for found in _lists(report) if not _listed(found).fixed and len(_listed(found).items) > 1]
    for found in chance.sample(every, min(most, len(every))):
        items = list(_listed(found).items)
        items = [*items[1:], items[0]]
        altered = exchanged(report, found, replace(_listed(found), items=tuple(items)))
        if altered != report:
            yield mutant("并列的项换次序", report, found, altered)


def _listed(found: Found) -> Listed:
    assert isinstance(found.piece, Listed)
    return found.piece


def _lists(report: Written) -> list[Found]:
    return [found for found in walk(report) if isinstance(found.piece, Listed)]


def _years(report: Written, chance: Random) -> Iterator[Mutant]:
    for found in walk(report):
        if not isinstance(found.piece, str):
            continue
        for match in _YEAR.finditer(found.piece):
            year = str(int(match[0]) + chance.choice((-1, 1)))
            text = found.piece[: match.start()] + year + found.piece[match.end() :]
            at = replace(found, start=found.start + match.start(), end=found.start + match.end())
            yield mutant("年份差一年", report, at, exchanged(report, found, text))


def _names(report: Written, chance: Random) -> Iterator[Mutant]:
    for found in _lists(report):
        listed = _listed(found)
        if listed.role not in ("names", "some"):
            continue
        at = chance.randrange(len(listed.items))
        fewer = (*listed.items[:at], *listed.items[at + 1 :])
        if listed.role == "names":
            yield mutant("名单少一个", report, found, exchanged(report, found, replace(listed, items=fewer)))
        last = str(listed.items[-1][0])
        more = (*listed.items, (chance.choice(_ADDED) + last[2:],))
        yield mutant("名单多一个", report, found, exchanged(report, found, replace(listed, items=more)))


def _plans(report: Written, _chance: Random) -> Iterator[Mutant]:
    """计划 becomes 实际 or the other way in the words that lead to a figure of the same clause."""
    every = list(walk(report))
    for found, after in pairwise(every):
        if not isinstance(found.piece, str) or not isinstance(after.piece, Figure) or found.line != after.line:
            continue
        clause = max((found.piece.rfind(sign) for sign in "，；。、（："), default=-1) + 1
        at, word = max((found.piece.rfind(word, clause), word) for word in _WORDS)
        if at >= 0:
            text = found.piece[:at] + _WORDS[word] + found.piece[at + len(word) :]
            where = replace(found, start=found.start + at, end=found.start + at + len(word))
            yield mutant("计划与实际", report, where, exchanged(report, found, text))


def _moved(report: Written, _chance: Random) -> Iterator[Mutant]:
    """The last part of one sum goes to the end of another's parts, which are counted in the same unit."""
    sums = [found for found in _lists(report) if _listed(found).role == "parts" and not _listed(found).fixed]
    for found, other in permutations(sums, 2):
        one, two = _listed(found), _listed(other)
        if one.counted != two.counted or len(one.items) < 3:
            continue
        without = exchanged(report, found, replace(one, items=one.items[:-1]))
        altered = exchanged(without, other, replace(two, items=(*two.items, one.items[-1])))
        yield mutant("一项挪到别的总数下", report, found, altered)
