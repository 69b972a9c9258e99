"""照表名和列名写的行，变成事实表：与工作簿同一种读法。"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pyarrow as pa

from anju.exchange.cells import parse
from anju.facts._table import Table
from anju.facts.store import TABLES
from anju.policy.loader import Policy

BY_TITLE: Mapping[str, Table] = {table.title: table for table in TABLES.values()}

Written = Mapping[str, Any]
"""One row as an officer writes it: column titles to what stands in the cell."""


def stored(table: Table, written: Written, policy: Policy, given: Mapping[str, Any]) -> dict[str, Any]:
    """The row in stored values. `given` fills region, year and assurance where the table has them and the row is mute.

    Raises KeyError for a column the table does not have, Unreadable for a cell that cannot be read.
    """
    columns = {column.zh: column for column in table.columns}
    strangers = [name for name in written if name not in columns]
    if strangers:
        raise KeyError(f"{table.title}没有这些列：{'、'.join(strangers)}")
    own = {columns[name].name: parse(columns[name], raw, policy) for name, raw in written.items()}
    return {**{name: value for name, value in given.items() if name in table.by_name}, **own}


def arrow(table: Table, rows: Sequence[Mapping[str, Any]]) -> pa.Table:
    """Stored rows as an Arrow table in the declared schema; columns that a row leaves out are empty."""
    return pa.Table.from_pylist(list(rows), schema=table.arrow)
