"""事实库：冻结的事实表按列名取数，行少就在内存里算，行多交给 DuckDB；只读，从不连现行数据库。"""

from __future__ import annotations

import os
import warnings
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

import duckdb
import ibis
import ibis.expr.operations as ops
import ibis.expr.types as ir
import pyarrow as pa

from anju.facts._table import Table
from anju.facts.memory.engine import Engine
from anju.facts.sql.values import Unwritten
from anju.facts.sql.writer import Writer
from anju.kernel.catalogue import walk_modules

# DuckDB advises con.sql, which plans a statement three times; our statements are long and their results short.
warnings.filterwarnings("ignore", message="Arrow output on a DB-API result")

WORKERS = min(4, os.cpu_count() or 1)
"""Statements run at the same time, each of which uses DuckDB's own threads besides."""

FEW = 3_000
"""Up to so many rows it takes longer to plan a statement than to add up by hand."""

TABLES: Mapping[str, Table] = walk_modules("anju.facts.tables", "TABLE")


class FactStore:
    """Every fact table under its own name; a table nobody filled is there and empty.

    `arrow` maps table names to Arrow tables in the declared schema; `parquet` maps them to files or globs that
    DuckDB scans where they lie (the nation: larger than memory). Expressions are written on `Table.rows`. `few`: up to
    so many rows an expression is computed in memory (`anju.facts.memory`); the answer is the same.
    """

    def __init__(
        self,
        arrow: Mapping[str, pa.Table] | None = None,
        parquet: Mapping[str, Path | str] | None = None,
        few: int = FEW,
    ) -> None:
        self._parquet = dict(parquet or {})
        self._arrow = {name: table.empty() for name, table in TABLES.items() if name not in self._parquet}
        self._arrow |= {name: rows for name, rows in (arrow or {}).items() if name in self._arrow}
        self._few = few
        self.engine = Engine(self._arrow)

    @cached_property
    def connection(self) -> duckdb.DuckDBPyConnection:
        """DuckDB with all the tables; not opened before it is asked."""
        connection = duckdb.connect()
        for name, rows in self._arrow.items():
            connection.from_arrow(rows).create_view(name)
        for name, path in self._parquet.items():
            connection.read_parquet(str(path)).create_view(name)
        return connection

    def run(self, expression: ir.Table) -> pa.Table:
        """The rows of an expression that stands on `Table.rows` alone. Its statement is written once a process."""
        schema, rows = expression.schema().to_pyarrow(), self._by_hand(expression)
        if rows is not None:
            return pa.Table.from_pylist(rows, schema=schema)
        return _answer(self.connection, expression)

    def run_all(self, expressions: Sequence[ir.Table]) -> list[pa.Table]:
        """Each expression's rows."""
        if all(map(self.is_few, expressions)):
            return [self.run(expression) for expression in expressions]
        return self._side_by_side(expressions)

    def rows(self, expression: ir.Table) -> list[dict[str, Any]]:
        """The rows of a small result, as plain Python values."""
        rows = self._by_hand(expression)
        found: list[dict[str, Any]] = _answer(self.connection, expression).to_pylist() if rows is None else rows
        return found

    def is_few(self, expression: ir.Table) -> bool:
        """Whether an expression is computed in memory, by `engine`."""
        return self._is_few(expression.op())

    def table(self, name: str) -> pa.Table:
        """The whole table as Arrow, in the declared schema."""
        if name in self._arrow:
            return self._arrow[name]
        found = self.connection.table(name).to_arrow_table()
        return found.select(list(TABLES[name].by_name)).cast(TABLES[name].arrow)

    def close(self) -> None:
        if "connection" in self.__dict__:
            self.connection.close()

    def _by_hand(self, expression: ir.Table) -> list[dict[str, Any]] | None:
        """The rows computed in memory; None where they are many, or where an operation is not known there."""
        node = expression.op()
        if not self._is_few(node):
            return None
        try:
            return self.engine.rows(node)
        except Unwritten:
            return None

    def _is_few(self, node: Any) -> bool:
        if self._total <= self._few:
            return True
        names = {table.name for table in node.find(ops.UnboundTable)}
        return all(name in self._arrow and self._arrow[name].num_rows <= self._few for name in names)

    @cached_property
    def _total(self) -> float:
        return float("inf") if self._parquet else sum(rows.num_rows for rows in self._arrow.values())

    def _side_by_side(self, expressions: Sequence[ir.Table]) -> list[pa.Table]:
        """By DuckDB, several at a time: planning, and whatever is short, keeps one core busy."""

        def apart(expression: ir.Table) -> pa.Table:
            with self.connection.cursor() as connection:
                return _answer(connection, expression)

        for expression in expressions:
            statement(expression)
        with ThreadPoolExecutor(WORKERS) as pool:
            return list(pool.map(apart, expressions))


def _answer(connection: duckdb.DuckDBPyConnection, expression: ir.Table) -> pa.Table:
    found: pa.Table = connection.execute(statement(expression)).to_arrow_table()
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


@contextmanager
def open_store(arrow: Mapping[str, pa.Table], few: int = FEW) -> Iterator[FactStore]:
    store = FactStore(arrow, few=few)
    try:
        yield store
    finally:
        store.close()
