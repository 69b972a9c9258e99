"""合计背后的行：按法则四取的那一边，每行加了多少、多可靠、出自哪份文件。"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from anju.facts.fact_row import FactRow
from anju.facts.sql.trace import MARK
from anju.facts.store import FactStore
from anju.kernel.assurance import RowAssurance
from anju.measures._aggregate import Key, Plan
from anju.measures._resolve import chosen
from anju.measures._statement import CLASS, Parts

Row = Mapping[str, Any]
Drawn = list[dict[int | None, list[dict[str, Any]]]]
"""For each statement its rows, by class (None where there are no classes), as groups of one."""


class Behind(Mapping[Key, tuple[FactRow, ...]]):
    """Sum → the fact rows that were counted for one county, made when they are asked for.

    What the rows add gives the sum's low end, and the worst of them that have a value is its assurance. Where several
    fact rows make one row of a relation (a community and its acceptances), the one its value was taken from, or else
    the first, bears what they add together, the others 0.
    """

    def __init__(self, plan: Plan, drawn: Drawn) -> None:
        self._plan = plan
        self._drawn = drawn
        self._made: dict[Key, tuple[FactRow, ...]] = {}

    def __getitem__(self, key: Key) -> tuple[FactRow, ...]:
        if key not in self._made:
            parts = self._plan.columns[key]
            rows = chosen(self._drawn[parts.statement].get(parts.at, []), parts)
            facts = (fact for row in rows for fact in _facts(row, parts))
            self._made[key] = tuple(sorted(facts, key=lambda each: (each.table, natural(each.key))))
        return self._made[key]

    def __iter__(self) -> Iterator[Key]:
        return iter(self._plan.columns)

    def __len__(self) -> int:
        return len(self._plan.columns)


def draw(store: FactStore, plan: Plan, region: str) -> Drawn:
    """The rows of one region, before they are added up."""
    found: Drawn = []
    for statement in plan.statements:
        drawn = statement.drawn()
        by_class: dict[int | None, list[dict[str, Any]]] = defaultdict(list)
        for row in store.traced(drawn.filter(drawn.region == region)):
            by_class[row.get(CLASS)].append(statement.alone(row))
        found.append(by_class)
    return found


def _facts(row: Row, parts: Parts) -> Iterator[FactRow]:
    value = (row[parts.low] or 0) if row[parts.known] else None
    facts = row[MARK + "assurance"]
    first = _bearer(row, parts, facts)
    for fact in facts:
        adds = None if value is None else value if fact["key"] == first else 0
        yield FactRow(fact["table"], fact["key"], adds, RowAssurance(fact["assurance"]), fact["document"])


def natural(key: str) -> list[tuple[int, str]]:
    """C2 before C10."""
    return [(int(part), "") if part.isdigit() else (0, part) for part in re.split("([0-9]+)", key)]


def _bearer(row: Row, parts: Parts, facts: list[dict[str, Any]]) -> str:
    """The key of the fact row that bears the value."""
    _, _, column = parts.low.partition("_")
    taken = row.get(MARK + column) or facts
    key: str = taken[0]["key"]
    return key
