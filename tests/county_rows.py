"""Rows as an officer would write them: tables and columns by their Chinese names, amounts in the units of the forms.

A YAML case gives `表: {资金流水: [{编号: "1", 事项: 拨付, 金额: 2100.01}]}`; here it becomes Arrow tables. Region, plan
year and assurance are filled in when a case does not speak of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import pyarrow as pa

from anju.exchange.cells import parse
from anju.facts._table import Table
from anju.facts.occasion import Occasion
from anju.facts.store import TABLES, FactStore
from anju.kernel.region import Region
from anju.policy.loader import load_policy

BY_TITLE = {table.title: table for table in TABLES.values()}
DEFAULTS = {"region": "150822", "year": 2023, "assurance": "stated"}


def row(table: Table, written: Mapping[str, Any], **defaults: Any) -> dict[str, Any]:
    """One row in stored values. An unknown column name is a fault of the case."""
    columns = {column.zh: column for column in table.columns}
    unknown = set(written) - set(columns)
    assert not unknown, f"{table.title}没有这些列：{'、'.join(unknown)}；有：{'、'.join(columns)}"
    policy = load_policy()
    stored = {columns[name].name: parse(columns[name], raw, policy) for name, raw in written.items()}
    return {**{k: v for k, v in (DEFAULTS | defaults).items() if k in table.by_name}, **stored}


def tables(case: Mapping[str, list[Mapping[str, Any]]], **defaults: Any) -> dict[str, pa.Table]:
    return {
        BY_TITLE[title].name: pa.Table.from_pylist(
            [row(BY_TITLE[title], written, **defaults) for written in rows], schema=BY_TITLE[title].arrow
        )
        for title, rows in case.items()
    }


def store(case: Mapping[str, list[Mapping[str, Any]]], **defaults: Any) -> FactStore:
    return FactStore(tables(case, **defaults))


def occasion(year: int = 2023, as_of: date = date(2024, 1, 30), region: str = "150822") -> Occasion:
    return Occasion(Region(region), year, as_of, load_policy())
