"""对位：先认一字未改的，不论次序；再认拆开、合并的；最后认相像的。"""

from __future__ import annotations

from bisect import bisect
from collections import Counter, defaultdict, deque
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import Protocol, TypeVar

K = TypeVar("K", bound=Hashable)
_COMMON = 40  # a pair of characters found in more pieces than this tells nothing about which is which
_BEST = 4


class Alignable(Protocol):
    """What two sides are aligned by."""

    @property
    def key(self) -> str: ...
    @property
    def shape(self) -> str: ...
    @property
    def names(self) -> frozenset[str]: ...


Thing = TypeVar("Thing", bound=Alignable)
Pairs = dict[int, int]


def exact(issued: Sequence[K], found: Sequence[K]) -> Pairs:
    """Which of `issued` is which of `found`, both by index, where both are equal; linear in their number.

    What occurs once on both sides anchors; equal neighbours follow their anchor; what is left goes in order, so that
    of five equal cells the one that stands among its old neighbours is taken.
    """
    left, right = _places(issued), _places(found)
    pairs = {places[0]: right[each][0] for each, places in left.items() if len(places) == len(right.get(each, ())) == 1}
    taken = set(pairs.values())
    for step in (1, -1):
        for anchor in sorted(pairs, reverse=step < 0):
            _follow((issued, found), pairs, taken, anchor, step)
    spare = {each: deque(place for place in places if place not in taken) for each, places in right.items()}
    for index, each in enumerate(issued):
        if index not in pairs and spare.get(each):
            pairs[index] = spare[each].popleft()
    return pairs


def by_marks(issued: Sequence[Thing], found: Sequence[Thing]) -> Pairs:
    """Things whose marks say which they are although a number in them is another: of two like sentences that only
    differ by a number, the one that was edited. A mark that stands in several things was copied, and says nothing."""
    owners = {name: index for index, thing in enumerate(issued) for name in thing.names}
    holders: dict[str, list[int]] = defaultdict(list)
    for index, thing in enumerate(found):
        for name in thing.names:
            holders[name].append(index)
    pairs: Pairs = {}
    for index, thing in enumerate(found):
        claimed = {owners.get(name) for name in thing.names if len(holders[name]) == 1}
        if len(claimed) == 1 and (owner := claimed.pop()) is not None:
            other = issued[owner]
            if owner not in pairs and other.shape == thing.shape and other.key != thing.key:
                pairs[owner] = index
    return pairs


def keys(issued: Sequence[Thing], found: Sequence[Thing], marked: Pairs) -> tuple[list[str], list[str]]:
    """The keys for `exact`; the pairs that marks have made are equal there, and equal to nothing else."""
    old, new = [each.key for each in issued], [each.key for each in found]
    for one, other in marked.items():
        old[one] = new[other] = f"\0{one}"
    return old, new


def _places(every: Iterable[K]) -> dict[K, list[int]]:
    places: dict[K, list[int]] = defaultdict(list)
    for index, each in enumerate(every):
        places[each].append(index)
    return places


def _follow(sides: tuple[Sequence[K], Sequence[K]], pairs: Pairs, taken: set[int], anchor: int, step: int) -> None:
    issued, found = sides
    left, right = anchor + step, pairs[anchor] + step
    while 0 <= left < len(issued) and 0 <= right < len(found) and left not in pairs and right not in taken:
        if issued[left] != found[right]:
            return
        pairs[left] = right
        taken.add(right)
        left, right = left + step, right + step


class Gaps:
    """Between which aligned neighbours a thing stands: two things in the same gap stand in the same place."""

    def __init__(self, pairs: Pairs, issued: int, found: int) -> None:
        back = {right: left for left, right in pairs.items()}
        self.before = _nearest(range(issued), pairs, -1)
        self.after = _nearest(range(issued - 1, -1, -1), pairs, found)
        self.before_found = _nearest(range(found), {right: right for right in back}, -1)
        self.after_found = _nearest(range(found - 1, -1, -1), {right: right for right in back}, found)

    def same(self, left: int, right: int) -> bool:
        return self.before[left] == self.before_found[right] or self.after[left] == self.after_found[right]


def _nearest(order: Iterable[int], known: Pairs, start: int) -> dict[int, int]:
    nearest, last = {}, start
    for index in order:
        last = known.get(index, last)
        nearest[index] = last
    return nearest


def runs(left: Iterable[int]) -> Iterator[list[int]]:
    """Indices that follow each other, in groups."""
    run: list[int] = []
    for index in sorted(left):
        if run and index != run[-1] + 1:
            yield run
            run = []
        run.append(index)
    if run:
        yield run


def similar(
    issued: Sequence[Thing],
    found: Sequence[Thing],
    pairs: Pairs,
    closeness: Callable[[Thing, Thing, bool], float],
) -> Pairs:
    """More pairs among what is left, the closest first; `closeness` gets both and whether they stand in the same
    place, and gives 0 for a pair that must not be."""
    taken = set(pairs.values())
    left = [index for index in range(len(issued)) if index not in pairs]
    right = [index for index in range(len(found)) if index not in taken]
    gaps = Gaps(pairs, len(issued), len(found))
    scored = []
    for one, other in _candidates(issued, found, left, right, gaps):
        close = closeness(issued[one], found[other], gaps.same(one, other))
        if close > 0:
            scored.append((-close, abs(gaps.before[one] - gaps.before_found[other]), one, other))
    more: Pairs = {}
    used: set[int] = set()
    for _, _, one, other in sorted(scored):
        if one not in more and other not in used:
            more[one] = other
            used.add(other)
    return more


def _candidates(
    issued: Sequence[Thing], found: Sequence[Thing], left: list[int], right: list[int], gaps: Gaps
) -> set[tuple[int, int]]:
    """Pairs worth a look: those that share a mark or a place, and for each thing the few that share most of the
    pairs of characters that few others have. Their number grows with the number of things, not with its square."""
    features: dict[object, list[int]] = defaultdict(list)
    for index in right:
        places = (("after", gaps.before_found[index]), ("before", gaps.after_found[index]))
        for feature in (*found[index].names, *places, ("shape", found[index].shape), *grams(found[index].shape)):
            features[feature].append(index)
    pairs: set[tuple[int, int]] = set()
    for index in left:
        places = (("after", gaps.before[index]), ("before", gaps.after[index]))
        certain = (*issued[index].names, *places, ("shape", issued[index].shape))
        for feature in certain:
            pairs.update((index, other) for other in _some(features.get(feature, ()), index))
        votes: Counter[int] = Counter()
        for feature in grams(issued[index].shape):
            if len(features.get(feature, ())) <= _COMMON:
                votes.update(features.get(feature, ()))
        pairs.update((index, other) for other, _ in votes.most_common(_BEST))
    return pairs


def _some(others: Sequence[int], index: int) -> Sequence[int]:
    """All, or of many those that lie nearest."""
    if len(others) <= _COMMON:
        return others
    middle = bisect(others, index)
    return others[max(0, middle - _COMMON // 2) : middle + _COMMON // 2]


def grams(text: str) -> set[str]:
    """Pairs of neighbouring characters."""
    return {text[index : index + 2] for index in range(len(text) - 1)} or {text}


def likeness(one: str, other: str) -> float:
    """Share of pairs of characters in common, 0 to 1 (Dice)."""
    first, second = Counter(_grams(one)), Counter(_grams(other))
    common = sum((first & second).values())
    total = sum(first.values()) + sum(second.values())
    return 2 * common / total if total else 0.0


def _grams(text: str) -> list[str]:
    return [text[index : index + 2] for index in range(len(text) - 1)] or [text]
