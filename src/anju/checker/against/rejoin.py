"""一段拆成几段、几段并成一段：字没有变的，仍算原样。"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import partial

from anju.checker.against.align import Pairs, likeness, runs
from anju.checker.against.piece import Piece, together

Group = tuple[list[int], list[int]]
"""Pieces issued and pieces found, by index, that are the same text differently cut."""
_BETTER = 0.02


def rejoined(issued: Sequence[Piece], found: Sequence[Piece], pairs: Pairs) -> list[Group]:
    """What was split or joined without another change, among what has no pair yet."""
    left = [index for index in range(len(issued)) if index not in pairs]
    taken = set(pairs.values())
    right = [index for index in range(len(found)) if index not in taken]
    split = [([one], many) for one, many in _inside(issued, left, found, right)]
    gone = {index for ones, _ in split for index in ones}
    used = {index for _, many in split for index in many}
    left = [index for index in left if index not in gone]
    right = [index for index in right if index not in used]
    return split + [(many, [one]) for one, many in _inside(found, right, issued, left)]


def _inside(
    wholes: Sequence[Piece], some: list[int], parts: Sequence[Piece], others: list[int]
) -> list[tuple[int, list[int]]]:
    """For each whole the two or more neighbouring parts that make it up."""
    text, starts, indices = "", [], []
    for run in runs(others):
        for index in run:
            starts.append(len(text))
            indices.append(index)
            text += parts[index].key
        text += "\0"
    ends = {
        start + len(parts[index].key): number for number, (start, index) in enumerate(zip(starts, indices, strict=True))
    }
    found, used = [], set[int]()
    for whole in some:
        start = text.find(wholes[whole].key)
        first = bisect_left(starts, start)
        last = ends.get(start + len(wholes[whole].key), -1)
        if start >= 0 and first < len(starts) and starts[first] == start and last > first:
            group = indices[first : last + 1]
            if not used & set(group):
                used.update(group)
                found.append((whole, group))
    return found


def absorbed(
    issued: Sequence[Piece], found: Sequence[Piece], pairs: Pairs, taken: set[int], known: set[int]
) -> list[Group]:
    """Each pair with those neighbours of either piece that make it more alike: a changed sentence may have been split
    or joined as well. What is in `known` (issued) or `taken` (found) has its own partner."""
    spare_left = set(range(len(issued))) - known - pairs.keys()
    spare_right = set(range(len(found))) - taken - set(pairs.values())
    groups = []
    for one, other in sorted(pairs.items()):
        right = _grown([other], spare_right, found, partial(_alike, issued[one]))
        whole = together([found[index] for index in right])
        left = [one]
        if len(right) == 1:
            left = _grown([one], spare_left, issued, partial(_alike, whole))
        groups.append((left, right))
    return groups


def _grown(group: list[int], spare: set[int], side: Sequence[Piece], alike: Callable[[Piece], float]) -> list[int]:
    """The group with the neighbours it gets closer by; takes them out of `spare`."""
    best = alike(together([side[index] for index in group]))
    grew = True
    while grew:
        grew = False
        for wider, new in (([*group, group[-1] + 1], group[-1] + 1), ([group[0] - 1, *group], group[0] - 1)):
            if new in spare and (close := alike(together([side[index] for index in wider]))) > best + _BETTER:
                group, best, grew = wider, close, True
                spare.discard(new)
                break
    return group


def _alike(one: Piece, other: Piece) -> float:
    return likeness(one.shape, other.shape)
