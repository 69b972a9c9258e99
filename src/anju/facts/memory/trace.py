"""追到事实：关系的每一行，说出它的依据性质是从哪几行事实来的，那几行就是它背后的行。

A row of a relation speaks with the voice of the fact rows whose assurance it bears: where it takes the first assurance
that is there, those of that one; where it takes the worst of a group, those of the whole group. So the column that law
4 decides by also tells which rows were counted, and no measure has to say it a second time.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import ibis.expr.operations as ops

from anju.facts._table import Table
from anju.facts.memory.engine import Engine
from anju.facts.memory.reductions import furthest, members
from anju.facts.memory.relations import Chosen, Grouped, Paired, Projected, TableRows, United
from anju.facts.memory.rows import Rows

Fact = tuple[str, str, str, str | None]
"""Table, key below the region as in findings, assurance, document."""
Facts = tuple[Fact, ...]
Traced = list[Facts | None]
"""For each row the facts behind a column, None where there are none."""

ASSURANCE = "assurance"


class Tracer:
    """What stands behind the columns of relations that an engine computes."""

    def __init__(self, engine: Engine, tables: Mapping[str, Table]) -> None:
        self._engine = engine
        self._tables = tables
        self._found: dict[tuple[Any, str], Traced | None] = {}

    def column(self, relation: Any, name: str = ASSURANCE) -> Traced | None:
        """The facts behind a column of a relation's node; None where the column comes from no assurance and from no
        one row of a group."""
        if (relation, name) not in self._found:
            self._found[relation, name] = self._column(self._engine.scope(relation), name)
        return self._found[relation, name]

    def _column(self, rows: Rows, name: str) -> Traced | None:
        relation, found = rows.relation, None
        match rows:
            case TableRows() if name == ASSURANCE and relation.name in self._tables:
                found = self._table(relation.name)
            case Chosen():
                found = _taken(self.column(relation.parent, name), rows.places)
            case United():
                left, right = self.column(relation.left, name), self.column(relation.right, name)
                found = None if left is None or right is None else [*left, *right]
            case Projected():
                found = self._value(relation.values[name], rows.base)
                found = found if rows.unnested is None else _taken(found, rows.unnested)
            case Grouped():
                found = self._value(relation.values[name], rows)
        return found

    def _table(self, name: str) -> Traced:
        key = [each for each in self._tables[name].key if each != "region"]
        rows = self._engine.table(name).select([*key, ASSURANCE, "document"]).to_pylist()
        return [((name, "/".join(_text(row[each]) for each in key), row[ASSURANCE], row["document"]),) for row in rows]

    def _value(self, node: Any, rows: Rows) -> Traced | None:
        match node:
            case ops.Field() if isinstance(rows, Paired):
                return _taken(self.column(node.rel.parent, node.name), rows.places[node.rel])
            case ops.Field():
                return self.column(node.rel, node.name)
            case ops.SimpleCase() | ops.Cast():
                return self._value(node.base if isinstance(node, ops.SimpleCase) else node.arg, rows)
            case ops.Coalesce() | ops.IfElse():
                return self._chosen(node, rows)
            case ops.Max() | ops.Min() | ops.ArgMax() | ops.ArgMin() if isinstance(rows, Grouped):
                return self._of_group(node, rows)
        return None

    def _chosen(self, node: Any, rows: Rows) -> Traced | None:
        """Those of the first that is there, or of the one that the condition chooses."""
        parts = node.arg if isinstance(node, ops.Coalesce) else (node.true_expr, node.false_null_expr)
        found = [self._value(each, rows) for each in parts]
        if all(each is None for each in found):
            return None
        columns = [[None] * rows.size if each is None else each for each in found]
        if isinstance(node, ops.Coalesce):
            return [next((facts for facts in row if facts is not None), None) for row in zip(*columns, strict=True)]
        tests = rows.value(node.bool_expr)
        return [yes if test else no for test, yes, no in zip(tests, *columns, strict=True)]

    def _of_group(self, node: Any, rows: Grouped) -> Traced | None:
        """Those of all rows of the group, or of the one row that the value is taken from."""
        if isinstance(node, ops.ArgMax | ops.ArgMin):
            (relation,) = node.relations
            return _taken(self.column(relation), furthest(node, rows.members, rows.parent.value))
        behind = self._value(node.arg, rows.parent)
        if behind is None:
            return None
        groups = members(node, rows.members, rows.parent.value)
        return [tuple(fact for place in group for fact in behind[place] or ()) or None for group in groups]


def _taken(found: Traced | None, places: list[Any]) -> Traced | None:
    return None if found is None else [None if place is None else found[place] for place in places]


def _text(value: Any) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)
