"""事实库：冻结的事实表放进 DuckDB，按列名取数；只读，从不连现行数据库。"""

from __future__ import annotations

import os
import warnings
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any

import ibis
import ibis.expr.types as ir
import pyarrow as pa

from anju.facts._table import Table
from anju.facts.sql.trace import Tracer
from anju.facts.sql.values import Unwritten
from anju.facts.sql.writer import Writer
from anju.kernel.catalogue import walk_modules

# DuckDB advises con.sql, which plans a statement three times; our statements are long and their results short.
warnings.filterwarnings("ignore", message="Arrow output on a DB-API result")

WORKERS = min(4, os.cpu_count() or 1)
"""Statements run at the same time, each of which uses DuckDB's own threads besides."""

TABLES: Mapping[str, Table] = walk_modules("anju.facts.tables", "TABLE")


class FactStore:
    """Every fact table under its own name; a table nobody filled is there and empty.

    `arrow` maps table names to Arrow tables in the declared schema; `parquet` maps them to files or globs that
    DuckDB scans where they lie (the nation: larger than memory). Expressions are written on `Table.rows`.
    """

    def __init__(
        self, arrow: Mapping[str, pa.Table] | None = None, parquet: Mapping[str, Path | str] | None = None
    ) -> None:
        self.backend = ibis.duckdb.connect()
        self._arrow = dict(arrow or {})
        for name, table in TABLES.items():
            if parquet and name in parquet:
                rows = self.backend.con.read_parquet(str(parquet[name]))
            else:
                rows = self.backend.con.from_arrow(self._arrow.get(name, table.empty()))
            rows.create_view(name)

    def run(self, expression: ir.Table) -> pa.Table:
        """The rows of an expression that stands on `Table.rows` alone. Its statement is written once a process."""
        return _answer(self.backend.con, expression)

    def run_all(self, expressions: Sequence[ir.Table]) -> list[pa.Table]:
        """Each expression's rows. They run side by side: planning, and whatever is short, keeps one core busy."""

        def apart(expression: ir.Table) -> pa.Table:
            with self.backend.con.cursor() as connection:
                return _answer(connection, expression)

        for expression in expressions:
            statement(expression)
        with ThreadPoolExecutor(WORKERS) as pool:
            return list(pool.map(apart, expressions))

    def rows(self, expression: ir.Table) -> list[dict[str, Any]]:
        """The rows of a small result, as plain Python values."""
        found: list[dict[str, Any]] = self.run(expression).to_pylist()
        return found

    def traced(self, expression: ir.Table) -> list[dict[str, Any]]:
        """The rows of an expression, each with the fact rows behind it: `#assurance`, and `#<column>` where a column
        was taken from one row of a group (`anju.facts.sql.trace`). Raises Unwritten."""
        found: list[dict[str, Any]] = self.backend.con.execute(_traced(expression.op())).to_arrow_table().to_pylist()
        return found

    def table(self, name: str) -> pa.Table:
        """The whole table as Arrow, in the declared schema."""
        if name in self._arrow:
            return self._arrow[name]
        found = self.backend.con.table(name).to_arrow_table()
        return found.select(list(TABLES[name].by_name)).cast(TABLES[name].arrow)

    def close(self) -> None:
        self.backend.disconnect()


def _answer(connection: Any, expression: ir.Table) -> pa.Table:
    found = connection.execute(statement(expression)).to_arrow_table()
    return found.cast(expression.schema().to_pyarrow())


def statement(expression: ir.Table) -> str:
    """What DuckDB is asked, written at the first call for equal expressions."""
    return _written(expression.op())


@lru_cache(maxsize=1024)
def _written(node: Any) -> str:
    """By our own writer, forty times as fast; what it does not know, Ibis writes."""
    try:
        return Writer().statement(node)
    except Unwritten:
        return str(ibis.to_sql(node.to_expr(), dialect="duckdb", pretty=False))


@lru_cache(maxsize=256)
def _traced(node: Any) -> str:
    return Tracer(TABLES).statement(node)


@contextmanager
def open_store(arrow: Mapping[str, pa.Table]) -> Iterator[FactStore]:
    store = FactStore(arrow)
    try:
        yield store
    finally:
        store.close()
