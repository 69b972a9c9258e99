"""归成一个的运算：一组行的和、个数、最大、是否有一个，以及按另一列取第一个。"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import ibis.expr.operations as ops

from anju.facts.memory.elementwise import Column, Say

Group = list[int]
"""The places of the rows that belong together."""


def members(node: Any, groups: list[Group], say: Say) -> list[Group]:
    """Of each group the rows that the reduction asks for."""
    if node.where is None:
        return groups
    asked = say(node.where)
    return [[place for place in group if asked[place]] for group in groups]


def ordered(keys: Any, groups: list[Group], say: Say) -> list[Group]:
    """Each group in the order of its sort keys; what is unknown comes last unless it is asked for first."""
    for key in reversed(keys):
        groups = [in_order(group, say(key.arg), key.ascending, key.nulls_first) for group in groups]
    return groups


def in_order(group: Group, by: Column, ascending: bool = True, nulls_first: bool = False) -> Group:
    unknown = [place for place in group if by[place] is None]
    known = sorted((place for place in group if by[place] is not None), key=by.__getitem__, reverse=not ascending)
    return [*unknown, *known] if nulls_first else [*known, *unknown]


def furthest(node: Any, groups: list[Group], say: Say) -> list[int | None]:
    """The place of the row with the greatest (ArgMin: least) key in each group."""
    keys, up = say(node.key), isinstance(node, ops.ArgMin)
    return [next(iter(in_order(group, keys, up)), None) for group in members(node, groups, say)]


def reduce(node: Any, groups: list[Group], say: Say) -> Column:
    """One value a group."""
    asked = members(node, groups, say)
    if isinstance(node, ops.CountStar):
        return [len(group) for group in asked]
    values = say(node.arg)
    if isinstance(node, ops.ArgMax | ops.ArgMin):
        return [None if place is None else values[place] for place in furthest(node, groups, say)]
    if isinstance(node, ops.GroupConcat):
        asked = ordered(node.order_by, asked, say)
    known = [[values[place] for place in group if values[place] is not None] for group in asked]
    if isinstance(node, ops.GroupConcat):
        return [node.sep.value.join(each) if each else None for each in known]
    return [SIMPLE[type(node)](each) for each in known]


SIMPLE: Mapping[type, Callable[[Column], Any]] = {
    ops.Sum: lambda known: sum(known) if known else None,
    ops.Count: len,
    ops.CountDistinct: lambda known: len(set(known)),
    ops.Max: lambda known: max(known, default=None),
    ops.Min: lambda known: min(known, default=None),
    ops.Any: lambda known: any(known) if known else None,
    ops.All: lambda known: all(known) if known else None,
}
REDUCTIONS = (*SIMPLE, ops.CountStar, ops.ArgMax, ops.ArgMin, ops.GroupConcat)
