"""分类：许多合计只差“哪一类的行”时，按类分组算一遍，不必每类各算一遍。"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import reduce
from operator import and_
from typing import Any, TypeVar

import ibis
import ibis.expr.operations as ops
import ibis.expr.types as ir

from anju.measures._measure import Sum

Words = frozenset[str]
K = TypeVar("K")

ENOUGH = 4
"""Classes of each value from which a cut pays."""


@dataclass(frozen=True)
class Cut:
    """Rows in disjoint classes by the words of one column. `of`: sum → its class and the rest of its condition."""

    column: ir.Value
    classes: tuple[Words, ...]
    of: Mapping[Any, tuple[int, ir.Value | None]]

    @property
    def number(self) -> ir.Value:
        """The class of a row, from 0; NULL for a row in none."""
        return ibis.cases(*((self.column.isin(sorted(words)), n) for n, words in enumerate(self.classes)))

    @property
    def inside(self) -> ir.Value:
        return self.column.isin(sorted(frozenset().union(*self.classes)))


def cuts(sums: Mapping[K, Sum]) -> Cut | None:
    """The cut that serves most of the sums, which are all over one relation; None when none pays."""
    found: dict[Any, dict[K, tuple[Words, ir.Value | None]]] = defaultdict(dict)
    for key, each in sums.items():
        for column, words, rest in _conditions(each.where):
            found[column][key] = (words, rest)
    for column, asked in sorted(found.items(), key=lambda pair: -len(pair[1])):
        classes = _disjoint(words for words, _ in asked.values())
        of = {key: (classes.index(words), rest) for key, (words, rest) in asked.items() if words in classes}
        values = {(sums[key].value.op(), None if rest is None else rest.op()) for key, (_, rest) in of.items()}
        if len(of) >= ENOUGH * len(values):
            return Cut(column.to_expr(), classes, of)
    return None


def common(wheres: Mapping[K, ir.Value | None]) -> tuple[list[ir.Value], dict[K, ir.Value | None]]:
    """The parts that stand in every condition, and what each asks besides."""
    parts = {key: [] if where is None else list(_conjuncts(where.op())) for key, where in wheres.items()}
    first, *others = parts.values()
    keep = [part for part in dict.fromkeys(first) if all(part in each for each in others)]
    rest = {key: _all_of(part for part in each if part not in keep) for key, each in parts.items()}
    return [part.to_expr() for part in keep], rest


def _all_of(parts: Iterable[Any]) -> ir.Value | None:
    conditions = [part.to_expr() for part in parts]
    return reduce(and_, conditions) if conditions else None


def _disjoint(asked: Iterable[Words]) -> tuple[Words, ...]:
    """The classes asked for, most often first, without those that share a word with one before."""
    found: list[Words] = []
    for words, _ in Counter(asked).most_common():
        if not any(words & other for other in found):
            found.append(words)
    return tuple(found)


def _conditions(where: ir.Value | None) -> Iterator[tuple[Any, Words, ir.Value | None]]:
    """Each part of the condition that asks for certain words of a column: the column, the words, the other parts."""
    conjuncts = [] if where is None else list(_conjuncts(where.op()))
    for node in conjuncts:
        column, words = _words(node)
        if column is not None:
            yield column, words, _all_of(other for other in conjuncts if other is not node)


def _conjuncts(node: Any) -> Iterator[Any]:
    if isinstance(node, ops.And):
        yield from _conjuncts(node.left)
        yield from _conjuncts(node.right)
    else:
        yield node


def _words(node: Any) -> tuple[Any, Words]:
    match node:
        case ops.Equals(left=ops.Field() as column, right=ops.Literal(value=str(word))):
            return column, frozenset({word})
        case ops.InValues(value=ops.Field() as column, options=options):
            words = [option.value for option in options if isinstance(option, ops.Literal)]
            if len(words) == len(options) and all(isinstance(word, str) for word in words):
                return column, frozenset(words)
    return None, frozenset()
