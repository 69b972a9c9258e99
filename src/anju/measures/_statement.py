"""一条语句：一张表上逐行算好的列，各列的和与个数；一样的只算一次，别处看得出的不算。"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import ibis
import ibis.expr.operations as ops
import ibis.expr.types as ir

from anju.facts._table import WHOLE_COUNTY
from anju.facts.memory.engine import Engine
from anju.measures._cut import Cut
from anju.measures._measure import Sum

EVERY = "every"
"""The column that counts all rows."""
REST = "rest"
"""In place of a column: the rows without a value, each counting one."""
CLASS = "class"
"""The column that tells the classes of a cut apart."""


@dataclass(frozen=True, slots=True)
class Parts:
    """Where the parts of a sum stand: which statement, which class of its rows, and the columns of the result.

    `low` adds up the known values, `known` counts them, `rows` counts all rows. Of the rows without a value `bound`
    adds up what they may add at most and `bounded` counts those of which that is known; None where nobody says.
    """

    statement: int
    at: int | None
    low: str
    known: str
    rows: str
    bound: str | None
    bounded: str | None


class Statement:
    """The row expressions of one relation, and what is summed and counted of them.

    A condition becomes a column that is empty where it does not hold: DuckDB adds such columns up several times
    faster than it filters for each sum apart.
    """

    def __init__(self, rows: ir.Table, number: int, keep: Sequence[ir.Value], cut: Cut | None) -> None:
        """`keep`: what is asked of every row; `number` is the statement's own in the plan."""
        self._rows = rows
        self._number = number
        self._keep = keep
        self._cut = cut
        self._columns: dict[Any, tuple[str, ir.Value]] = {}
        self._aggregates: dict[str, tuple[str, str]] = {}

    def place(self, each: Sum, at: int | None, where: ir.Value | None) -> Parts:
        """Take in a sum over the rows of class `at` that fulfil `where`; no column for a part that another tells."""
        certain = _certain(each.value)
        rows = EVERY if where is None else self._part("count", ibis.literal(1), where)
        low = rows if _is_one(each.value) else self._part("sum", each.value, where)
        known = rows if certain else self._part("count", each.value, where)
        if each.bound is None or certain:
            return Parts(self._number, at, low, known, rows, None, None)
        unknown = each.value.isnull() if where is None else each.value.isnull() & where
        bound = REST if _is_one(each.bound) else self._part("sum", each.bound, unknown)
        bounded = REST if _certain(each.bound) else self._part("count", each.bound, unknown)
        return Parts(self._number, at, low, known, rows, bound, bounded)

    @cached_property
    def drawn(self) -> ir.Table:
        """The rows before they are added up, with a column for each value or condition."""
        rows = self._rows.filter(*self._keep) if self._keep else self._rows
        return rows.select(**_keys(self._rows, self._cut), **dict(self._columns.values()))

    def expression(self) -> ir.Table:
        """Rows are region × whole × assurance (× class)."""
        drawn = self.drawn
        parts = [
            (drawn[column].sum() if how == "sum" else drawn[column].count()).cast("int64").name(name)
            for name, (how, column) in self._aggregates.items()
        ]
        return drawn.group_by(*_keys(self._rows, self._cut)).aggregate(drawn.count().name(EVERY), *parts)

    def summed(self, engine: Engine) -> list[dict[str, Any]]:
        """The rows of `expression`, added up in memory. Raises Unwritten."""
        drawn = engine.scope(self.drawn.op())
        keys = list(_keys(self._rows, self._cut))
        columns = {name: (how, drawn.column(column)) for name, (how, column) in self._aggregates.items()}
        found = []
        for key, group in drawn.groups([drawn.column(name) for name in keys]).items():
            row = dict(zip(keys, key, strict=True)) | {EVERY: len(group)}
            for name, (how, column) in columns.items():
                known = [value for place in group if (value := column[place]) is not None]
                row[name] = len(known) if how == "count" else sum(known) if known else None
            found.append(row)
        return found

    def alone(self, row: Mapping[str, Any]) -> dict[str, Any]:
        """A drawn row as the group that it would be if it stood alone, with what it bears besides."""
        parts = {
            name: row[column] if how == "sum" else int(row[column] is not None)
            for name, (how, column) in self._aggregates.items()
        }
        return {**row, EVERY: 1, **parts}

    def _part(self, how: str, value: ir.Value, where: ir.Value | None) -> str:
        drawn = value if where is None else ibis.ifelse(where, value, ibis.null(value.type()))
        column = self._columns.setdefault(drawn.op(), (f"c{len(self._columns)}", drawn))[0]
        self._aggregates[f"{how}_{column}"] = (how, column)
        return f"{how}_{column}"


def _keys(rows: ir.Table, cut: Cut | None) -> Mapping[str, ir.Value]:
    whole = rows.community == WHOLE_COUNTY if "community" in rows.columns else ibis.literal(False)
    keys = {"region": rows.region, "whole": whole.fill_null(False), "assurance": rows.assurance}
    return keys if cut is None else keys | {CLASS: cut.number}


def _certain(value: ir.Value) -> bool:
    """Whether the value can be seen to be never NULL."""

    def known(node: Any) -> bool:
        if isinstance(node, ops.IfElse):
            return known(node.true_expr) and known(node.false_null_expr)
        return isinstance(node, ops.Literal) and node.value is not None

    return known(value.op())


def _is_one(value: ir.Value) -> bool:
    node = value.op()
    return isinstance(node, ops.Literal) and bool(node.value == 1)
