"""事实表的行在工作簿的哪一行：核查发现的问题由此指到工作表和单元格。"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

import pyarrow as pa
import pyarrow.compute as pc

from anju.exchange.catalogue import COVER
from anju.exchange.coordinates import cell_name
from anju.facts._table import REGION, Table
from anju.kernel.finding import Finding


@dataclass(frozen=True)
class TablePlaces:
    """Where the rows of one table stand. `rows` are sheet rows from 0; `columns` the sheet columns by column name."""

    table: Table
    sheet: str
    rows: pa.Array
    columns: Mapping[str, int]
    facts: pa.Table

    @cached_property
    def _by_key(self) -> dict[str, int]:
        """Key as findings write it → sheet row."""
        parts = [self.facts[name].cast(pa.string()) for name in self.table.key if name != REGION.name]
        keys = pc.binary_join_element_wise(*parts, "/")
        return dict(zip(keys.to_pylist(), self.rows.to_pylist(), strict=True))

    def row(self, key: str | None) -> int | None:
        return self._by_key.get(key or "")

    def place(self, column: str | None) -> int | None:
        """The column's place; that of what names the row when the finding is about the row as a whole."""
        if column is not None:
            return self.columns.get(column)
        return next((self.columns[name] for name in reversed(self.table.key) if name in self.columns), None)


class Places:
    """Finds the sheet, row and cell of what a finding says of a table. `cover` tells where the cover's fields stand."""

    def __init__(self, tables: Mapping[str, TablePlaces], cover: Mapping[str, tuple[int, int]]) -> None:
        self._tables, self._cover = tables, cover

    def locate(self, finding: Finding) -> Finding:
        """The finding with sheet, row and cell filled in, as far as they are known."""
        where = finding.where
        if where.table is None or where.sheet is not None:
            return finding
        sheet, at = self._find(where.table, where.key, where.column)
        row, cell = (None, None) if at is None else (at[0] + 1, None if at[1] is None else cell_name(at[0], at[1]))
        return replace(finding, where=replace(where, sheet=sheet, row=row, cell=cell))

    def _find(
        self, table: str, key: str | None, column: str | None
    ) -> tuple[str | None, tuple[int, int | None] | None]:
        if table == COVER.table.name:
            return COVER.name, self._cover.get(column or "name")
        known = self._tables.get(table)
        if known is None:
            return None, None
        row = known.row(key)
        return known.sheet, None if row is None else (row, known.place(column))
