"""内存里的引擎：关系的每一列按需算出，算过的记住；不会算的说不会，交给 DuckDB。

A county has some hundred rows: to plan a statement takes DuckDB longer than to add them up by hand. The expressions
are the same, and so are the answers (`tests/facts/sql/test_writer.py`); where rows are many, DuckDB answers.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import ibis.expr.operations as ops
import pyarrow as pa

from anju.facts.memory.relations import Chosen, Grouped, Projected, TableRows, United
from anju.facts.memory.rows import Rows
from anju.facts.sql.values import Unwritten

_KINDS: tuple[tuple[Any, type[Rows]], ...] = (
    (ops.UnboundTable, TableRows),
    ((ops.Filter, ops.Sort, ops.Limit, ops.Distinct, ops.DropColumns), Chosen),
    ((ops.Project, ops.JoinChain), Projected),
    (ops.Aggregate, Grouped),
    (ops.Union, United),
)


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
