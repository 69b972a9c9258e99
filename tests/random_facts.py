"""Facts by chance: a few rows of every table, each cell a plausible value, a strange one or nothing at all."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import Any

import pyarrow as pa

from anju.facts._column import Column, Kind
from anju.facts._table import Table
from anju.facts.store import TABLES
from anju.kernel.assurance import RowAssurance
from anju.policy.loader import Policy

REGIONS = ("150822", "360101")
COMMUNITIES = ("*", "C1", "C2", "C3")
MOST = 9
"""Rows of a table at most, before those with the key of another are left out."""


def random_facts(chance: Random, policy: Policy) -> dict[str, pa.Table]:
    """Arrow tables in the declared schemas; keys are unique."""
    return {name: _table(table, chance, policy) for name, table in TABLES.items()}


def _table(table: Table, chance: Random, policy: Policy) -> pa.Table:
    rows = [_row(table, chance, policy) for _ in range(chance.randint(0, MOST))]
    unique = {tuple(row[name] for name in table.key): row for row in rows}
    return pa.Table.from_pylist(list(unique.values()), schema=table.arrow)


def _row(table: Table, chance: Random, policy: Policy) -> dict[str, Any]:
    return {column.name: _cell(column, chance, policy) for column in table.columns}


def _cell(column: Column, chance: Random, policy: Policy) -> Any:
    if column.name == "region":
        return chance.choice(REGIONS)
    if column.name == "assurance":
        return chance.choice(list(RowAssurance)).value
    if not column.required and chance.random() < 0.25:
        return None
    if column.name == "community":
        return chance.choice(COMMUNITIES)
    if column.vocabulary:
        return chance.choice(list(policy.vocabularies[column.vocabulary].terms))
    return _of_kind(column.kind, chance)


def _of_kind(kind: Kind, chance: Random) -> Any:
    if kind is Kind.FLAG:
        return chance.random() < 0.6
    if kind is Kind.YEAR:
        return chance.choice((2022, 2023, 2023, 2023))
    if kind is Kind.DATE:
        return date(2023, 1, 1) + timedelta(days=chance.randint(-200, 500))
    if kind in (Kind.TEXT, Kind.CODE):
        return str(chance.randint(1, 12))
    return chance.choice((0, 1, 2, 3, 7, 100, 1234567))
