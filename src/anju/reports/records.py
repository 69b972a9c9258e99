"""数背后的行，整行取来：哪张表、哪个键，就是事实表里的哪一行。"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from anju.facts._table import WHOLE_COUNTY
from anju.facts.checking import row_of
from anju.facts.fact_row import FactRow
from anju.facts.store import TABLES
from anju.figures.book import Book

WHOLE = "全县"


class Records:
    """Finds the facts of the county, of any plan year, by the table and key that figures name."""

    def __init__(self, book: Book) -> None:
        self._snapshot = book.assessment.snapshot
        self._tables: dict[str, Mapping[str, dict[str, Any]]] = {}

    def row(self, of: FactRow) -> dict[str, Any] | None:
        """The whole row in stored values; None where the facts have no such row."""
        return self._table(of.table).get(of.key)

    def place(self, of: FactRow) -> str:
        """The community the row speaks of, by its name where it has one; 全县; nothing where it speaks of none."""
        row = self.row(of) or {}
        local = row.get("community")
        if local is None:
            return ""
        if local == WHOLE_COUNTY:
            return WHOLE
        return str(self._table("communities").get(local, {}).get("name") or local)

    def _table(self, name: str) -> Mapping[str, dict[str, Any]]:
        if name not in self._tables:
            rows = self._snapshot.tables[name].to_pylist()
            here = (row for row in rows if row["region"] == self._snapshot.head.region)
            self._tables[name] = {row_of(TABLES[name], row).key or "": row for row in here}
        return self._tables[name]
