"""一个关系的行：有几行，每一列要用时才算；逐行的式子也在这里算。"""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING, Any

import ibis.expr.operations as ops

from anju.facts.memory.elementwise import OPERATIONS, Column, among, constant
from anju.facts.memory.reductions import REDUCTIONS, Group, reduce
from anju.facts.sql.values import Unwritten

if TYPE_CHECKING:
    from anju.facts.memory.engine import Engine


class Rows:
    """The rows of one relation: how many, and each column when it is asked for."""

    def __init__(self, engine: Engine, relation: Any) -> None:
        self.engine = engine
        self.relation = relation
        self._columns: dict[str, Column] = {}
        self._values: dict[Any, Column] = {}

    @cached_property
    def size(self) -> int:
        raise NotImplementedError

    def column(self, name: str) -> Column:
        if name not in self._columns:
            self._columns[name] = self._column(name)
        return self._columns[name]

    def _column(self, name: str) -> Column:
        raise NotImplementedError

    def value(self, node: Any) -> Column:
        """A row expression over these rows."""
        if node not in self._values:
            self._values[node] = self._value(node)
        return self._values[node]

    def _value(self, node: Any) -> Column:
        match node:
            case ops.Field():
                return self.field(node)
            case ops.Literal():
                return [constant(node)] * self.size
            case ops.ScalarSubquery():
                (found,) = self.engine.rows(node.rel) or [{"": None}]
                return [next(iter(found.values()))] * self.size
            case ops.InSubquery():
                scope = self.engine.scope(node.rel)
                return among(self.value(node.needle), set(scope.column(node.rel.schema.names[0])))
            case ops.WindowFunction():
                return self._window(node)
        if type(node) not in OPERATIONS:
            raise Unwritten(type(node).__name__)
        return OPERATIONS[type(node)](node, self.value)

    def field(self, node: Any) -> Column:
        return self.engine.scope(node.rel).column(node.name)

    def groups(self, keys: list[Column]) -> dict[tuple[Any, ...], Group]:
        """The rows that agree in all keys; without keys all rows together."""
        if not keys:
            return {(): list(range(self.size))}
        found: dict[tuple[Any, ...], Group] = defaultdict(list)
        for place, key in enumerate(zip(*keys, strict=True)):
            found[key].append(place)
        return found

    def _window(self, node: Any) -> Column:
        if node.start is not None or node.end is not None or node.order_by or not isinstance(node.func, REDUCTIONS):
            raise Unwritten("WindowFunction")
        groups = list(self.groups([self.value(each) for each in node.group_by]).values())
        found: Column = [None] * self.size
        for group, value in zip(groups, reduce(node.func, groups, self.value), strict=True):
            for place in group:
                found[place] = value
        return found
