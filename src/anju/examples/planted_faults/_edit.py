"""改法：改几行、删几行、添一行；只动计划年度的行，除非另说。"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pyarrow as pa

from anju.facts.store import TABLES

Tables = Mapping[str, pa.Table]
Row = dict[str, Any]
Edit = tuple[str, Callable[[list[Row]], list[Row]]]
"""Name of a table, and what becomes of its rows."""
YEAR = 2023


@dataclass(frozen=True)
class Planted:
    """One fault. `also` names the other checks that cannot but see it: a house without a door lacks its lock too."""

    edits: tuple[Edit, ...]
    also: frozenset[str] = frozenset()

    def into(self, tables: Tables) -> dict[str, pa.Table]:
        """The tables with the fault; those handed in stay as they are."""
        changed = dict(tables)
        for name, edit in self.edits:
            changed[name] = pa.Table.from_pylist(edit(changed[name].to_pylist()), schema=TABLES[name].arrow)
        return changed


DISAGREES = "consistency.documents_disagree"
"""What the report prints no longer agrees with the facts: most faults have that consequence."""


def fault(*edits: Edit, also: tuple[str, ...] = ()) -> Planted:
    return Planted(edits, frozenset(also))


def first(table: str, match: Row | None = None, /, **values: Any) -> Edit:
    """Set columns of the first row that agrees with `match`; a callable value is asked with the row as it stood."""
    return table, lambda rows: _changed(rows, _found(rows, match)[:1], values)


def every(table: str, match: Row | None = None, /, **values: Any) -> Edit:
    """The same for all rows that agree."""
    return table, lambda rows: _changed(rows, _found(rows, match), values)


def drop(table: str, match: Row | None = None, /) -> Edit:
    """Take out the rows that agree."""

    def edit(rows: list[Row]) -> list[Row]:
        gone = _found(rows, match)
        return [row for n, row in enumerate(rows) if n not in gone]

    return table, edit


def copy(table: str, match: Row | None = None, /, **values: Any) -> Edit:
    """Add a row that is like the first that agrees, but for some columns."""
    return table, lambda rows: [*rows, _with(rows[_found(rows, match)[0]], values)]


def times(column: str, numerator: int, denominator: int = 1) -> Callable[[Row], int]:
    """The column's own amount times a fraction, rounded down."""
    return lambda row: row[column] * numerator // denominator


def days(column: str, count: int) -> Callable[[Row], Any]:
    """The column's own date, so many days later."""
    return lambda row: row[column] + timedelta(days=count)


def _found(rows: list[Row], match: Row | None) -> list[int]:
    """Where the rows stand that agree; a set of values means one of them. LookupError when none does."""
    wanted = {"year": YEAR, **(match or {})}
    found = [n for n, row in enumerate(rows) if all(_agrees(row, name, value) for name, value in wanted.items())]
    if not found:
        raise LookupError(f"没有这样的行：{wanted}")
    return found


def _agrees(row: Row, name: str, value: Any) -> bool:
    if name == "year" and "year" not in row:
        return True
    return row[name] in value if isinstance(value, set) else bool(row[name] == value)


def _changed(rows: list[Row], places: list[int], values: Row) -> list[Row]:
    return [_with(row, values) if n in places else row for n, row in enumerate(rows)]


def _with(row: Row, values: Row) -> Row:
    return row | {name: value(row) if callable(value) else value for name, value in values.items()}
