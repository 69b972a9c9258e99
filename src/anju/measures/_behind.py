"""合计背后的行：按法则四取的那一边，每行加了多少、多可靠、出自哪份文件。"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from anju.facts.fact_row import FactRow
from anju.facts.memory.engine import Engine
from anju.facts.memory.trace import Fact, Facts, Tracer
from anju.facts.sql.values import Unwritten
from anju.facts.store import TABLES
from anju.kernel.assurance import RowAssurance
from anju.measures._aggregate import Key, Plan
from anju.measures._resolve import chosen
from anju.measures._statement import CLASS, Parts, Statement

FACTS = "#facts"
"""The key under which a row bears its facts; under that and a column's name, the one its value was taken from."""

Alone = dict[int | None, list[dict[str, Any]]]
"""A statement's rows as groups of one, by class (None where there are no classes)."""


class Behind(Mapping[Key, tuple[FactRow, ...]]):
    """Sum → the fact rows that were counted for one county, made when they are asked for.

    What the rows add gives the sum's low end, and the worst of them that have a value is its assurance. Where several
    fact rows make one row of a relation (a community and its acceptances), the one its value was taken from, or else
    the first, bears what they add together, the others 0.
    """

    def __init__(self, plan: Plan, engine: Engine, region: str) -> None:
        self._plan = plan
        self._region = region
        self._engine = engine
        self._tracer = Tracer(engine, TABLES)
        self._alone: dict[int, Alone] = {}
        self._made: dict[Key, tuple[FactRow, ...]] = {}

    def __getitem__(self, key: Key) -> tuple[FactRow, ...]:
        if key not in self._made:
            parts = self._plan.columns[key]
            rows = chosen(self._rows(parts.statement).get(parts.at, []), parts)
            facts = (fact for row in rows for fact in _facts(row, parts))
            self._made[key] = tuple(sorted(facts, key=lambda each: (each.table, natural(each.key))))
        return self._made[key]

    def __iter__(self) -> Iterator[Key]:
        return iter(self._plan.columns)

    def __len__(self) -> int:
        return len(self._plan.columns)

    def _rows(self, number: int) -> Alone:
        if number not in self._alone:
            self._alone[number] = self._drawn(self._plan.statements[number])
        return self._alone[number]

    def _drawn(self, statement: Statement) -> Alone:
        node = statement.drawn.op()
        rows, facts = self._engine.rows(node), self._tracer.column(node)
        if facts is None:
            raise Unwritten("没有依据性质一列的关系，追不到事实")
        taken = {name: each for name in node.schema.names if (each := self._tracer.column(node, name)) is not None}
        found: Alone = defaultdict(list)
        for place, row in enumerate(rows):
            if row["region"] == self._region:
                borne = {FACTS + name: each[place] for name, each in taken.items()}
                alone = {**statement.alone(row), **borne, FACTS: facts[place]}
                found[row.get(CLASS)].append(alone)
        return dict(found)


def _facts(row: Mapping[str, Any], parts: Parts) -> Iterator[FactRow]:
    value = (row[parts.low] or 0) if row[parts.known] else None
    facts: Facts = row[FACTS]
    first = _bearer(row, parts, facts)
    for fact in facts:
        table, key, assurance, document = fact
        adds = None if value is None else value if fact == first else 0
        yield FactRow(table, key, adds, RowAssurance(assurance), document)


def _bearer(row: Mapping[str, Any], parts: Parts, facts: Facts) -> Fact:
    """The fact row that bears the value."""
    _, _, column = parts.low.partition("_")
    taken: Facts = row.get(FACTS + column) or facts
    return taken[0] if taken[0] in facts else facts[0]


def natural(key: str) -> list[tuple[int, str]]:
    """C2 before C10."""
    return [(int(part), "") if part.isdigit() else (0, part) for part in re.split("([0-9]+)", key)]
