"""内存里的引擎：关系的每一列按需算出，算过的记住；不会算的说不会，交给 DuckDB。

A county has some hundred rows: to plan a statement takes DuckDB longer than to add them up by hand. The expressions
are the same, and so are the answers (`tests/facts/memory`); where rows are many, DuckDB answers.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property, partial
from typing import Any

import ibis.expr.operations as ops
import pyarrow as pa

from anju.facts.memory.elementwise import OPERATIONS, Column, among, constant
from anju.facts.memory.joins import Sides, joined
from anju.facts.memory.reductions import REDUCTIONS, Group, ordered, reduce
from anju.facts.sql.values import Unwritten


class Engine:
    """Relations over tables held as Arrow."""

    def __init__(self, tables: Mapping[str, pa.Table]) -> None:
        self._tables = tables
        self._scopes: dict[Any, Rows] = {}

    def rows(self, relation: Any) -> list[dict[str, Any]]:
        """All rows of a relation's node. Raises Unwritten."""
        names = relation.schema.names
        scope = self.scope(relation)
        columns = [scope.column(name) for name in names]
        return [dict(zip(names, row, strict=True)) for row in zip(*columns, strict=True)] if columns else []

    def scope(self, relation: Any) -> Rows:
        if relation not in self._scopes:
            self._scopes[relation] = self._made(relation)
        return self._scopes[relation]

    def _made(self, relation: Any) -> Rows:
        for kinds, made in _KINDS:
            if isinstance(relation, kinds):
                return made(self, relation)
        raise Unwritten(type(relation).__name__)

    def table(self, name: str) -> pa.Table:
        return self._tables[name]


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


class TableRows(Rows):
    @cached_property
    def size(self) -> int:
        return int(self.engine.table(self.relation.name).num_rows)

    def _column(self, name: str) -> Column:
        found: Column = self.engine.table(self.relation.name)[name].to_pylist()
        return found


class Chosen(Rows):
    """Some rows of another relation, perhaps in another order."""

    @cached_property
    def parent(self) -> Rows:
        return self.engine.scope(self.relation.parent)

    @cached_property
    def places(self) -> list[int]:
        relation, parent = self.relation, self.parent
        every = list(range(parent.size))
        match relation:
            case ops.Filter():
                tests = [parent.value(each) for each in relation.predicates]
                return [place for place, row in enumerate(zip(*tests, strict=True)) if all(row)]
            case ops.Sort():
                return ordered(relation.keys, [every], parent.value)[0]
            case ops.Limit() if isinstance(relation.n, int) and isinstance(relation.offset, int):
                return every[relation.offset : relation.offset + relation.n]
            case ops.Distinct():
                keys = [parent.column(name) for name in relation.schema.names]
                return [group[0] for group in parent.groups(keys).values()]
            case ops.DropColumns():
                return every
        raise Unwritten(type(relation).__name__)

    @cached_property
    def size(self) -> int:
        return len(self.places)

    def _column(self, name: str) -> Column:
        found = self.parent.column(name)
        return [found[place] for place in self.places]


class Paired(Rows):
    """Rows side by side: of each relation the place of its row, None where it has none."""

    def __init__(self, engine: Engine, relation: Any, places: Sides) -> None:
        super().__init__(engine, relation)
        self.places = places

    @cached_property
    def size(self) -> int:
        return len(next(iter(self.places.values())))

    def field(self, node: Any) -> Column:
        found = self.engine.scope(node.rel.parent).column(node.name)
        return [None if place is None else found[place] for place in self.places[node.rel]]


class Projected(Rows):
    """Each row of another relation or of a join, or, where a list is unnested, as many as it has members."""

    @cached_property
    def base(self) -> Rows:
        relation, engine = self.relation, self.engine
        if not isinstance(relation, ops.JoinChain):
            return engine.scope(relation.parent)
        pair = partial(Paired, engine, relation)
        return pair(joined(relation, lambda each: {each: list(range(engine.scope(each.parent).size))}, pair))

    @cached_property
    def unnested(self) -> list[int] | None:
        """For each row that of the base; None where nothing is unnested."""
        lists = [node for node in self.relation.values.values() if isinstance(node, ops.Unnest)]
        if len(lists) > 1:
            raise Unwritten("Unnest")
        if not lists:
            return None
        return [place for place, found in enumerate(self.base.value(lists[0].arg)) for _ in found or ()]

    @cached_property
    def size(self) -> int:
        return self.base.size if self.unnested is None else len(self.unnested)

    def _column(self, name: str) -> Column:
        node = self.relation.values[name]
        if isinstance(node, ops.Unnest):
            return [member for found in self.base.value(node.arg) for member in found or ()]
        found = self.base.value(node)
        return found if self.unnested is None else [found[place] for place in self.unnested]


class Grouped(Rows):
    """One row a group; a metric may combine several reductions."""

    @cached_property
    def parent(self) -> Rows:
        return self.engine.scope(self.relation.parent)

    @cached_property
    def found(self) -> dict[tuple[Any, ...], Group]:
        return self.parent.groups([self.parent.value(node) for node in self.relation.groups.values()])

    @cached_property
    def members(self) -> list[Group]:
        return list(self.found.values())

    @cached_property
    def size(self) -> int:
        return len(self.found)

    def _column(self, name: str) -> Column:
        if name in self.relation.groups:
            place = list(self.relation.groups).index(name)
            return [key[place] for key in self.found]
        return self.value(self.relation.metrics[name])

    def _value(self, node: Any) -> Column:
        if isinstance(node, REDUCTIONS):
            return reduce(node, self.members, self.parent.value)
        return super()._value(node)

    def field(self, node: Any) -> Column:
        """Outside of a reduction only the groups' own columns have one value a group."""
        if node.rel != self.relation:
            raise Unwritten("Aggregate")
        return self.column(node.name)


class United(Rows):
    @cached_property
    def sides(self) -> tuple[Rows, Rows]:
        if self.relation.distinct:
            raise Unwritten("Union")
        return self.engine.scope(self.relation.left), self.engine.scope(self.relation.right)

    @cached_property
    def size(self) -> int:
        return sum(side.size for side in self.sides)

    def _column(self, name: str) -> Column:
        return [value for side in self.sides for value in side.column(name)]


_KINDS: tuple[tuple[Any, type[Rows]], ...] = (
    (ops.UnboundTable, TableRows),
    ((ops.Filter, ops.Sort, ops.Limit, ops.Distinct, ops.DropColumns), Chosen),
    ((ops.Project, ops.JoinChain), Projected),
    (ops.Aggregate, Grouped),
    (ops.Union, United),
)
