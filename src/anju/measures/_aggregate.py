"""合计的执行：同一张表上的所有合计并成一条语句，引擎只筛选和相加。"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any

import ibis.expr.types as ir
import pyarrow as pa

from anju.facts.sql.values import Unwritten
from anju.facts.store import FactStore
from anju.measures._cut import Cut, common, cuts
from anju.measures._measure import Sum, Sums
from anju.measures._statement import CLASS, Parts, Statement

Key = tuple[str, str]
"""Measure code and name of the sum."""


class Plan:
    """One aggregate per relation, equal expressions only once; `columns` says where each sum's parts stand."""

    def __init__(self, measures: Mapping[str, Sums]) -> None:
        self.columns: dict[Key, Parts] = {}
        self.statements: list[Statement] = []
        relations: dict[Any, dict[Key, Sum]] = defaultdict(dict)
        for code, sums in measures.items():
            for name, each in sums.items():
                relations[each.rows.op()][code, name] = each
        for found in relations.values():
            self._place(found)

    @cached_property
    def expressions(self) -> tuple[ir.Table, ...]:
        """The aggregates to run: rows are region × whole (stated for the whole county) × assurance (× class)."""
        return tuple(statement.expression() for statement in self.statements)

    def _place(self, sums: Mapping[Key, Sum]) -> None:
        """The sums over one relation, those that a cut serves in a statement of their own."""
        cut = cuts(sums)
        served = {key: each for key, each in sums.items() if key in cut.of} if cut else {}
        rest = {key: each for key, each in sums.items() if key not in served}
        for some, by in ((rest, None), (served, cut)):
            if some:
                self._state(some, by)

    def _state(self, sums: Mapping[Key, Sum], cut: Cut | None) -> None:
        """One statement; what all its sums ask of a row chooses the rows before anything is computed."""
        asked = {key: (None, each.where) if cut is None else cut.of[key] for key, each in sums.items()}
        keep, rest = common({key: where for key, (_, where) in asked.items()})
        rows = next(iter(sums.values())).rows
        statement = Statement(rows, len(self.statements), [*keep, *([cut.inside] if cut else [])], cut)
        self.statements.append(statement)
        for key, each in sums.items():
            self.columns[key] = statement.place(each, asked[key][0], rest[key])


Groups = dict[str, list[dict[int | None, list[dict[str, Any]]]]]
"""Region → for each statement its aggregated rows, by class (None where there are no classes)."""


def aggregate(store: FactStore, plan: Plan) -> list[pa.Table]:
    """Run every aggregate of the plan; one small Arrow table per statement."""
    return store.run_all(plan.expressions)


def grouped(store: FactStore, plan: Plan) -> Groups:
    """The same by region, added up where they are if they are few."""
    if all(store.is_few(statement.drawn) for statement in plan.statements):
        try:
            return _by_region([statement.summed(store.engine) for statement in plan.statements])
        except Unwritten:
            pass
    return by_region(aggregate(store, plan))


def by_region(tables: Sequence[pa.Table]) -> Groups:
    return _by_region([table.to_pylist() for table in tables])


def _by_region(tables: Sequence[Sequence[dict[str, Any]]]) -> Groups:
    groups: Groups = defaultdict(lambda: [defaultdict(list) for _ in tables])
    for index, rows in enumerate(tables):
        for row in rows:
            groups[row["region"]][index][row.get(CLASS)].append(row)
    return groups
