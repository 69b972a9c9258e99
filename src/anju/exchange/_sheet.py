"""一张工作表：对着一张事实表，加上填写说明、表头分组、示例行和在工作簿里的位置。"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from anju.facts._column import Column, Kind
from anju.facts._table import REGION, Table

INDEX = "序号"
"""Heading of the first column, which is not read; what stands in it tells the example row from data."""
EXAMPLE = "示例"


@dataclass(frozen=True)
class Group:
    """A heading set over several columns that stand side by side: 计划, 实际."""

    title: str
    columns: tuple[str, ...]


@dataclass(frozen=True)
class Sheet:
    """One sheet of the county workbook. Columns, units, drop-downs and formats come from the table's declaration.

    `order` is the place in the workbook; `about` the lines of the instruction block; `example` maps column names to
    what an officer would type; `help` says what a heading cannot. `unit_of` names the column whose word (or whose
    term's unit) tells in what the row's quantities are counted. ValueError for a column the table does not show.
    """

    table: Table
    order: int
    about: tuple[str, ...]
    example: Mapping[str, str]
    groups: tuple[Group, ...] = ()
    help: Mapping[str, str] = field(default_factory=dict)
    unit_of: str = ""

    def __post_init__(self) -> None:
        names = [column.name for column in self.shown]
        grouped = [name for group in self.groups for name in group.columns]
        used = {*self.example, *self.help, *grouped, *([self.unit_of] if self.unit_of else ())}
        if not used <= set(names):
            raise ValueError(f"{self.name}没有这些列：{'、'.join(sorted(used - set(names)))}")
        for group in self.groups:
            first = names.index(group.columns[0])
            if tuple(names[first : first + len(group.columns)]) != group.columns:
                raise ValueError(f"{self.name}的表头“{group.title}”下的各列没有挨在一起")

    @property
    def name(self) -> str:
        """What the sheet's tab says."""
        return self.table.producer

    @property
    def purpose(self) -> str:
        """What the table holds, in the words of its declaration."""
        said = (sys.modules[self.table.module].__doc__ or "").split("\n")[0]
        return said.partition("：")[2]

    @cached_property
    def shown(self) -> tuple[Column, ...]:
        """The columns an officer sees: all but the region, which stands on the cover once.

        Plan year, assurance and community may be left to their defaults, so no heading calls the first two required.
        """
        return tuple(
            replace(column, required=False) if column.name in DEFAULTED else column
            for column in self.table.columns
            if column.name != REGION.name
        )

    def group_of(self, column: Column) -> Group | None:
        return next((group for group in self.groups if column.name in group.columns), None)

    def measured(self) -> tuple[Column, ...]:
        """The columns counted in the unit that each row names itself."""
        return tuple(column for column in self.shown if column.kind is Kind.QUANTITY)


DEFAULTED = ("year", "assurance")
"""Columns that an empty cell fills: the cover's year; 文件载明."""
