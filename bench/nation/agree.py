"""四种算法的每个县、每个合计都须相同，然后才计时。"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import pyarrow as pa
import pyarrow.compute as pc

from anju.measures._aggregate import Plan
from anju.measures._statement import CLASS, REST, Parts
from nation.sums import SUMS, Read

KEYS = ("region", "whole", "assurance")
PARTS = ("low", "known", "rows", "bound", "bounded")


def ours(plan: Plan, tables: Sequence[pa.Table]) -> dict[str, pa.Table]:
    """Sum → its parts by region, whole and assurance, from what our engine yields."""
    return {f"{code}.{name}": _engine(tables, parts) for (code, name), parts in plan.columns.items()}


def by_hand(tables: Mapping[str, pa.Table], names: Iterable[str]) -> dict[str, pa.Table]:
    """The same of these sums from the small tables of a hand-written computation."""
    return {name: _parts(_at(tables[SUMS[name].table], SUMS[name].at), SUMS[name]) for name in names}


def differing(one: Mapping[str, pa.Table], other: Mapping[str, pa.Table]) -> list[str]:
    """The sums of which any county's numbers differ."""
    return [name for name, parts in one.items() if not parts.equals(other[name])]


def _engine(tables: Sequence[pa.Table], parts: Parts) -> pa.Table:
    table = tables[parts.statement]
    return _parts(_at(table, None if parts.at is None else (CLASS, parts.at)), parts)


def _at(table: pa.Table, at: tuple[str, str | int] | None) -> pa.Table:
    return table if at is None else table.filter(pc.equal(table[at[0]], at[1]))


def _parts(table: pa.Table, read: Read | Parts) -> pa.Table:
    """Groups without a counted row are left out and an empty sum is 0: either is a matter of taste."""
    rows = table[read.rows].cast(pa.int64())
    unknown = pc.subtract(rows, table[read.known].cast(pa.int64()))
    columns = [table[key] for key in KEYS]
    for part in PARTS:
        name = getattr(read, part)
        found = unknown if name == REST else None if name is None else table[name].cast(pa.int64())
        columns.append(pa.nulls(table.num_rows, pa.int64()) if found is None else pc.fill_null(found, 0))
    types = [pa.string(), pa.bool_(), pa.string(), *[pa.int64()] * len(PARTS)]
    values = [
        pa.chunked_array(c).cast(t) if isinstance(c, pa.Array) else c.cast(t)
        for c, t in zip(columns, types, strict=True)
    ]
    found = pa.table(values, names=[*KEYS, *PARTS]).filter(pc.greater(rows, 0))
    return found.sort_by([(key, "ascending") for key in KEYS]).combine_chunks()
