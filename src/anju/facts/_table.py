"""一张事实表：粒度、主键、性质和各列，说一次就有存储格式、工作簿的列和说明页。"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

import ibis
import ibis.expr.types as ir
import pyarrow as pa

from anju.facts._column import Column, Kind, code, text

WHOLE_COUNTY = "*"
"""Local id of what a document states only for the whole county (law 4)."""


class Nature(StrEnum):
    EVENT = "event"
    STATE = "state"


REGION = Column("region", Kind.TEXT, "区划代码", "GB/T 2260 code of the county", required=True)
YEAR = Column("year", Kind.YEAR, "计划年度", "plan year the row belongs to", required=True)
COMMUNITY = Column("community", Kind.TEXT, "小区", "local id of the community; * = stated for the whole county")
ASSURANCE = code("assurance", "依据性质", "how sure the row is", "row_assurance").must()
DOCUMENT = text("document", "出处", "document that states the row")


@dataclass(frozen=True)
class Table:
    """One fact table. `module` is the declaring module's `__name__`; its last part is the table's name.

    Every table begins with region (and plan year, and community, where rows have one) and ends with
    assurance and document. `key` names the columns that no two rows may share.
    """

    module: str
    title: str
    grain: str
    producer: str
    nature: Nature
    key: tuple[str, ...]
    columns: tuple[Column, ...]

    @property
    def name(self) -> str:
        return self.module.rpartition(".")[2]

    @cached_property
    def by_name(self) -> dict[str, Column]:
        return {column.name: column for column in self.columns}

    @property
    def per_community(self) -> bool:
        return "community" in self.by_name

    @cached_property
    def arrow(self) -> pa.Schema:
        return pa.schema([pa.field(c.name, c.kind.arrow, nullable=not c.required) for c in self.columns])

    @cached_property
    def rows(self) -> ir.Table:
        """The table as an unbound Ibis relation: any engine that holds a table of this name can run it."""
        return ibis.table({c.name: c.kind.ibis for c in self.columns}, name=self.name)

    def empty(self) -> pa.Table:
        return self.arrow.empty_table()


def fact_table(  # noqa: PLR0913 — a declaration names all its parts
    module: str,
    title: str,
    *,
    grain: str,
    producer: str,
    nature: Nature,
    key: Sequence[str],
    columns: Sequence[Column],
    community: Column | None = COMMUNITY,
    year: Column | None = YEAR,
) -> Table:
    """Declare a table; region, year, community, assurance and document are added here."""
    first = [column for column in (REGION, year, community) if column is not None]
    every = (*first, *columns, ASSURANCE, DOCUMENT)
    names = [column.name for column in every]
    if len(set(names)) != len(names) or not set(key) <= set(names):
        raise ValueError(f"{module}: doubled column, or a key that is no column")
    keyed = tuple(column.must() if column.name in key else column for column in every)
    return Table(module, title, grain, producer, nature, tuple(key), keyed)
