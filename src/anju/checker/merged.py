"""一格写错，行、列、比率、正文会一起对不上：能由同一格说明的，并成一个问题。"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from fractions import Fraction

from anju.checker.relation import Relation
from anju.kernel.numeral import NotANumber
from anju.kernel.quantity import Quantity
from anju.kernel.unit import UnknownUnit

_SUMS = ("table_total_differs", "row_total_differs", "table_parts_differ")
_FOLLOWING = ("table_rate_differs", "table_growth_differs", "text_differs_from_table")
_ORDER = (*_SUMS, *_FOLLOWING)
_Place = tuple[int, int]


def merged(failed: Iterable[Relation]) -> list[Relation]:
    """The relations that failed, those of a table that a single wrong cell explains as one, in the order of the first.

    Two sums are one fault when they share a cell and miss by the same amount; a rate, a change or a sentence goes with
    a sum that shares a cell with it. The gravest speaks, the others are places and a closing sentence.
    """
    groups: list[list[Relation]] = []
    where: dict[_Place, list[int]] = {}
    for relation in failed:
        near = sorted({index for place in _places(relation) for index in where.get(place, ())})
        found = next((index for index in near if any(_together(each, relation) for each in groups[index])), None)
        if found is None or relation.code not in _ORDER:
            found = len(groups)
            groups.append([])
        groups[found].append(relation)
        for place in _places(relation) if relation.code in _ORDER else ():
            where.setdefault(place, []).append(found)
    return [_one(group) for group in groups]


def _places(relation: Relation) -> list[_Place]:
    return [(each.paragraph or 0, each.start or 0) for each in (relation.where, *relation.related)]


def _together(one: Relation, other: Relation) -> bool:
    if not set(_places(one)) & set(_places(other)):
        return False
    if one.code in _SUMS and other.code in _SUMS:
        gaps = [_gap(each) for each in (one, other)]
        return None not in gaps and gaps[0] == gaps[1]
    return one.code in _SUMS or other.code in _SUMS


def _gap(relation: Relation) -> Fraction | None:
    """By how much the stated misses the computed, in base units."""
    computation = relation.computation
    if computation is None or computation.stated is None or computation.computed is None:
        return None
    try:
        stated, computed = Quantity.parse(computation.stated), Quantity.parse(computation.computed)
    except (NotANumber, UnknownUnit):
        return _bare(computation.stated, computation.computed)
    return abs(stated.base - computed.base)


def _bare(stated: str, computed: str) -> Fraction | None:
    try:
        return abs(Fraction(stated.replace(",", "")) - Fraction(computed.replace(",", "")))
    except ValueError:
        return None


def _one(group: Sequence[Relation]) -> Relation:
    """The gravest of them, with the places of the others."""
    if len(group) == 1:
        return group[0]
    first = min(group, key=lambda each: (each.severity.rank, _ORDER.index(each.code), each.where.order))
    others = [each for each in group if each is not first]
    told = "；".join(dict.fromkeys(each.message.partition("，不一致")[0] for each in others))
    related = dict.fromkeys((*first.related, *(place for each in others for place in (each.where, *each.related))))
    related.pop(first.where, None)
    message = f"{first.message}多半是同一格引起的还有：{told}。"
    amounts = dict.fromkeys(amount for each in (first, *others) for amount in each.amounts)
    return replace(first, message=message, related=tuple(related), amounts=tuple(amounts))
