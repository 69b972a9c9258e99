"""合计的执行：同一张表上的所有合计并成一条语句，引擎只筛选和相加。"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

import ibis
import ibis.expr.types as ir
import pyarrow as pa

from anju.facts._table import WHOLE_COUNTY
from anju.facts.store import FactStore
from anju.measures._measure import Sum, Sums

GROUP = ("region", "whole", "assurance")

Named = Mapping[tuple[str, str], Sum]
"""Sums by (measure code, sum name)."""


class Plan:
    """One aggregate per relation, equal expressions only once; `columns` says where each sum's parts stand."""

    def __init__(self, measures: Mapping[str, Sums]) -> None:
        self.columns: dict[tuple[str, str], tuple[int, dict[str, str]]] = {}
        self._relations: list[ir.Table] = []
        self._known: dict[Any, int] = {}
        self._aggregates: list[dict[Any, tuple[str, ir.Value]]] = []
        for code, sums in measures.items():
            for name, each in sums.items():
                self._place((code, name), each)

    def expressions(self) -> list[ir.Table]:
        """The aggregates to run: rows are region × whole (stated for the whole county) × assurance."""
        return [
            _grouped(relation).aggregate([value.name(alias) for alias, value in parts.values()])
            for relation, parts in zip(self._relations, self._aggregates, strict=True)
        ]

    def _place(self, where: tuple[str, str], each: Sum) -> None:
        index = self._known.setdefault(each.rows.op(), len(self._relations))
        if index == len(self._relations):
            self._relations.append(each.rows)
            self._aggregates.append({})
        parts = {part: self._alias(index, value) for part, value in _parts(each).items()}
        self.columns[where] = (index, parts)

    def _alias(self, index: int, value: ir.Value) -> str:
        taken = self._aggregates[index]
        return taken.setdefault(value.op(), (f"s{len(taken)}", value))[0]


def _grouped(relation: ir.Table) -> Any:
    whole = relation.community == WHOLE_COUNTY if "community" in relation.columns else ibis.literal(False)
    return relation.group_by(region=relation.region, whole=whole.fill_null(False), assurance=relation.assurance)


def _parts(each: Sum) -> dict[str, ir.Value]:
    """What the engine adds up for one sum: the known values, how many are known, rows, what unknown rows may add,
    and of how many of them that is known."""
    where = each.where
    parts = {
        "low": each.value.sum(where=where).cast("int64"),
        "known": each.value.count(where=where),
        "rows": each.rows.count(where=where),
    }
    if each.bound is not None:
        unknown = each.value.isnull() if where is None else each.value.isnull() & where
        parts["bound"] = each.bound.sum(where=unknown).cast("int64")
        parts["bounded"] = each.bound.count(where=unknown)
    return parts


Groups = dict[str, list[list[dict[str, Any]]]]
"""Region → for each relation its aggregated rows."""


def aggregate(store: FactStore, plan: Plan) -> list[pa.Table]:
    """Run every aggregate of the plan; one small Arrow table per relation."""
    return [store.run(expression) for expression in plan.expressions()]


def by_region(tables: list[pa.Table]) -> Groups:
    groups: Groups = defaultdict(lambda: [[] for _ in tables])
    for index, table in enumerate(tables):
        for row in table.to_pylist():
            groups[row["region"]][index].append(row)
    return groups
