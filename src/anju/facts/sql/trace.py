"""追到事实：关系的每一行，说出它的依据性质是从哪几行事实来的，那几行就是它背后的行。

A row of a relation speaks with the voice of the fact rows whose assurance it bears: where it takes the first assurance
that is there, those of that one; where it takes the worst of a group, those of the whole group. So the column that law
4 decides by also tells which rows were counted, and no measure has to say it a second time.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import ibis.expr.operations as ops

from anju.facts._table import Table
from anju.facts.sql.values import Unwritten, aggregated, quoted, text
from anju.facts.sql.writer import Writer

MARK = "#"
"""Before a column's name: the column that holds the fact rows behind it, NULL where there are none."""

_THROUGH = (ops.Filter, ops.Sort, ops.Limit, ops.JoinReference, ops.Distinct, ops.DropColumns)


class Tracer(Writer):
    """A statement in which each relation bears, beside `assurance`, `#assurance`: the fact rows it comes from.

    A column that takes its value from one row of a group (ArgMax) bears that row.
    """

    def __init__(self, tables: Mapping[str, Table]) -> None:
        super().__init__()
        self._tables = tables
        self._found: dict[Any, dict[str, str]] = {}

    def traced(self, relation: Any) -> dict[str, str]:
        """Which columns of a relation bear rows, and how they are written in its own SELECT."""
        if relation not in self._found:
            self._found[relation] = self._trace(relation)
        return self._found[relation]

    def select(self, relation: Any) -> str:
        self.traced(relation)
        return super().select(relation)

    def listed(self, relation: Any) -> Iterable[str]:
        yield from super().listed(relation)
        yield from (f"{rows} AS {quoted(MARK + name)}" for name, rows in self.traced(relation).items())

    def table(self, relation: Any) -> str:
        """The table, each row with itself behind it."""
        key = [name for name in self._tables[relation.name].key if name != "region"]
        parts = "".join(f", CAST({quoted(name)} AS VARCHAR)" for name in key)
        row = (
            f"{{'table': {text(relation.name)}, 'key': CONCAT_WS('/', ''{parts})[2:], "
            f"'assurance': \"assurance\", 'document': \"document\"}}"
        )
        return f"(SELECT *, [{row}] AS {quoted(MARK + 'assurance')} FROM {quoted(relation.name)})"

    def rows(self, node: Any) -> str | None:
        """The rows behind an expression, as SQL; None where there are none."""
        match node:
            case ops.Field() if node.name in self.traced(node.rel):
                return f"{self.name(node.rel)}.{quoted(MARK + node.name)}"
            case ops.SimpleCase() | ops.Cast():
                return self.rows(node.base if isinstance(node, ops.SimpleCase) else node.arg)
            case ops.Coalesce() | ops.IfElse():
                return self._chosen(node)
            case ops.Max() | ops.Min():
                rows = self.rows(node.arg)
                return rows and f"FLATTEN({aggregated(f'LIST({rows} ORDER BY {rows})', node.where, self.value)})"
            case ops.ArgMax() | ops.ArgMin():
                return self._furthest(node)
        return None

    def _chosen(self, node: Any) -> str | None:
        """Those of the first that is there, or of the one that the condition chooses."""
        if isinstance(node, ops.Coalesce):
            found = [rows for rows in map(self.rows, node.arg) if rows]
            return f"COALESCE({', '.join(found)})" if found else None
        yes, no = self.rows(node.true_expr), self.rows(node.false_null_expr)
        chosen = f"CASE WHEN {self.value(node.bool_expr)} THEN {yes or 'NULL'} ELSE {no or 'NULL'} END"
        return chosen if yes or no else None

    def _furthest(self, node: Any) -> str | None:
        """The row of the group that the value is taken from."""
        (relation,) = node.relations
        if "assurance" not in self.traced(relation):
            return None
        order = " DESC" if isinstance(node, ops.ArgMax) else ""
        rows = f"{self.name(relation)}.{quoted(MARK + 'assurance')}"
        return aggregated(f"FIRST({rows} ORDER BY {self.value(node.key)}{order})", node.where, self.value)

    def _trace(self, relation: Any) -> dict[str, str]:
        match relation:
            case ops.UnboundTable():
                return {"assurance": ""} if relation.name in self._tables else {}
            case ops.Union():
                left, right = self.traced(relation.left), self.traced(relation.right)
                if left.keys() != right.keys():
                    raise Unwritten("一边有行可追、一边没有的 Union")
                return left
            case ops.Project() | ops.Aggregate() | ops.JoinChain():
                found = ((name, self.rows(node)) for name, node in relation.values.items())
                return {name: rows for name, rows in found if rows}
        return self.traced(relation.parent) if isinstance(relation, _THROUGH) else {}

    def _fields(self, relation: Any, names: Any) -> str:
        kept = [f"{self.name(relation)}.{quoted(MARK + name)}" for name in names if name in self.traced(relation)]
        return ", ".join([super()._fields(relation, names), *kept])
