"""接起来：按相等的列找到另一张表的行；左接没有的留空，半接反接只问有没有。"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import ibis.expr.operations as ops

from anju.facts.sql.values import Unwritten

if TYPE_CHECKING:
    from anju.facts.memory.rows import Rows

Places = list[int | None]
"""For each row of a join the place of the row of one relation."""
Sides = dict[Any, Places]
"""For each relation of a join, by its reference, the places of its rows."""


Pair = Callable[[Sides], "Rows"]


def joined(chain: Any, every: Callable[[Any], Sides], pair: Pair) -> Sides:
    """The places that the chain brings together; `every` gives all of one relation. Raises Unwritten."""
    found = every(chain.first)
    for link in chain.rest:
        matches = _asked(found, link, _equal(found, link, every, pair), pair)
        found = _linked(found, link, matches)
    return found


def _keys(predicate: Any, right: Any) -> tuple[Any, Any] | None:
    """The two expressions that have to be equal, that of the new relation second; None for any other condition."""
    if isinstance(predicate, ops.Equals):
        for one, other in ((predicate.left, predicate.right), (predicate.right, predicate.left)):
            if other.relations == {right} and one.relations and right not in one.relations:
                return one, other
    return None


def _equal(found: Sides, link: Any, every: Callable[[Any], Sides], pair: Pair) -> list[list[int]]:
    """For each row so far the rows of the new relation with the same keys."""
    keys = [each for each in (_keys(predicate, link.table) for predicate in link.predicates) if each]
    before, new = pair(found), pair(every(link.table))
    if not keys:
        return [list(range(new.size)) for _ in range(before.size)]
    by_key: dict[tuple[Any, ...], list[int]] = defaultdict(list)
    for place, key in enumerate(zip(*(new.value(other) for _, other in keys), strict=True)):
        by_key[key].append(place)
    # An unknown key equals nothing, not even another unknown one.
    asked = zip(*(before.value(one) for one, _ in keys), strict=True)
    return [[] if None in key else by_key.get(key, []) for key in asked]


def _asked(found: Sides, link: Any, matches: list[list[int]], pair: Pair) -> list[list[int]]:
    """Those of the matches that fulfil what is asked besides equal keys."""
    rest = [predicate for predicate in link.predicates if _keys(predicate, link.table) is None]
    if not rest:
        return matches
    pairs = [(row, place) for row, each in enumerate(matches) for place in each]
    scope = pair({**_taken(found, [row for row, _ in pairs]), link.table: [place for _, place in pairs]})
    fulfilled: list[list[int]] = [[] for _ in matches]
    for (row, place), tests in zip(pairs, zip(*map(scope.value, rest), strict=True), strict=True):
        if all(tests):
            fulfilled[row].append(place)
    return fulfilled


def _linked(found: Sides, link: Any, matches: list[list[int]]) -> Sides:
    pairs: list[tuple[int, int | None]]
    match link.how:
        case "left":
            pairs = [(row, place) for row, each in enumerate(matches) for place in (each or (None,))]
        case "inner":
            pairs = [(row, place) for row, each in enumerate(matches) for place in each]
        case "semi" | "anti":
            pairs = [(row, None) for row, each in enumerate(matches) if bool(each) is (link.how == "semi")]
        case _:
            raise Unwritten(f"{link.how} join")
    return {**_taken(found, [row for row, _ in pairs]), link.table: [place for _, place in pairs]}


def _taken(found: Sides, rows: list[int]) -> Sides:
    return {reference: [places[row] for row in rows] for reference, places in found.items()}
