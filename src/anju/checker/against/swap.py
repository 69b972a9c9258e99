"""两列的数对调：逐格看是许多处改动，其实是一处。"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from anju.checker.against.change import Change, Nature
from anju.checker.against.folded import folded, key

_ROWS = 2  # in one row it may as well be a slip


@dataclass(frozen=True)
class Swap:
    """Two columns of a table whose numbers stand in each other's place; the changes that told so, in pairs."""

    heads: tuple[str, str]
    pairs: tuple[tuple[Change, Change], ...]


def swapped(changes: Sequence[Change]) -> tuple[list[Change], list[Swap]]:
    """The changes that are no swap of columns, and the swaps."""
    rows: dict[tuple[int, int], list[Change]] = defaultdict(list)
    for each in changes:
        if each.nature is Nature.NUMBER and each.spot.place and each.issued and each.found:
            rows[each.spot.place.table, each.spot.place.row].append(each)
    columns: dict[tuple[int, int, int], list[tuple[Change, Change]]] = defaultdict(list)
    for (table, _), found in rows.items():
        for one, other in _crossed(found):
            columns[table, _column(one), _column(other)].append((one, other))
    swaps = [
        Swap((pairs[0][0].spot.head, pairs[0][1].spot.head), tuple(pairs))
        for pairs in columns.values()
        if len(pairs) >= _ROWS
    ]
    told = {id(each) for swap in swaps for pair in swap.pairs for each in pair}
    return [each for each in changes if id(each) not in told], swaps


def _crossed(found: Sequence[Change]) -> list[tuple[Change, Change]]:
    """Changes of one row that took each other's number."""
    pairs, left = [], sorted(found, key=_column)
    while left:
        one = left.pop(0)
        other = next((each for each in left if _says(each) == _says(one)[::-1]), None)
        if other is not None:
            left.remove(other)
            pairs.append((one, other))
    return pairs


def _says(change: Change) -> tuple[str, str]:
    return key(folded(change.issued or "")), key(folded(change.found or ""))


def _column(change: Change) -> int:
    return change.spot.place.column if change.spot.place else 0
