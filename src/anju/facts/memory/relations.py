"""各种关系的行：表、筛选和排序、投影和连接、分组、合并。"""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

import ibis.expr.operations as ops

from anju.facts.memory.elementwise import Column
from anju.facts.memory.joins import Sides, joined
from anju.facts.memory.reductions import REDUCTIONS, Group, ordered, reduce
from anju.facts.memory.rows import Rows
from anju.facts.sql.values import Unwritten

if TYPE_CHECKING:
    from anju.facts.memory.engine import Engine


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
