"""内容校验值：同样的行，不论谁写、什么次序、哪台机器，校验值都相同。

Canonical form, so that anybody can recompute it in another language. Tables in order of name, empty ones left out:
a line `table <name>`, then one line a row, rows in order of the key (text by code point, numbers by value). A row is
its non-empty columns in order of name, each as TAB, name, `=`, value: text in NFC with `\\`, TAB, CR and LF written
as `\\\\ \\t \\r \\n`, integers in decimal, dates as 2023-12-31, flags as true or false. Every line ends with LF; the
whole is UTF-8 under SHA-256. An empty column or table adds nothing, so a later version may add either.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

import pyarrow as pa
import pyarrow.compute as pc

from anju.facts._column import Column, Kind
from anju.facts._table import Table
from anju.facts.store import TABLES


class DoubledKey(ValueError):
    """Two rows of a fact table bear the same key."""


def content_hash(tables: Mapping[str, pa.Table]) -> str:
    """SHA-256 (hex) over the canonical rows of all non-empty tables. Raises DoubledKey."""
    digest = hashlib.sha256()
    for name in sorted(tables):
        if tables[name].num_rows:
            digest.update(f"table {name}\n".encode())
            for line in canonical_rows(TABLES[name], tables[name]):
                digest.update(line)
    return digest.hexdigest()


def canonical_rows(table: Table, rows: pa.Table) -> list[bytes]:
    """The rows in key order, each as its canonical line with LF."""
    normal = normalised(table, rows).sort_by([(name, "ascending") for name in table.key])
    refuse_doubled(table, normal)
    parts = [_part(column, normal[column.name]) for column in sorted(table.columns, key=lambda c: c.name)]
    lines = pc.binary_join_element_wise(*parts, pa.scalar("\n"), pa.scalar(""))
    return [line.as_buffer().to_pybytes() for line in lines]


def normalised(table: Table, rows: pa.Table) -> pa.Table:
    """The rows in the declared schema, texts in NFC, empty texts as nothing. A column that the rows have not (they were
    written before it was declared) is empty; KeyError for one that no row may leave empty."""
    columns = []
    for column in table.columns:
        if column.name not in rows.column_names and not column.required:
            columns.append(pa.nulls(rows.num_rows, column.kind.arrow))
            continue
        values = rows[column.name].cast(column.kind.arrow)
        if column.kind in (Kind.TEXT, Kind.CODE):
            values = pc.utf8_normalize(values, form="NFC")
            values = pc.if_else(pc.equal(values, ""), pa.scalar(None, pa.string()), values)
        columns.append(values)
    return pa.table(columns, schema=table.arrow)


def refuse_doubled(table: Table, rows: pa.Table) -> None:
    """Raise DoubledKey naming the first key that stands twice."""
    keys = rows.select(list(table.key)).group_by(list(table.key)).aggregate([([], "count_all")])
    if keys.num_rows != rows.num_rows:
        first = keys.filter(pc.greater(keys["count_all"], 1)).slice(0, 1).to_pylist()[0]
        raise DoubledKey(f"{table.title}：主键{tuple(first[k] for k in table.key)}出现了两次")


def _part(column: Column, values: pa.ChunkedArray) -> pa.ChunkedArray:
    text = values.cast(pa.string())
    if column.kind in (Kind.TEXT, Kind.CODE):
        for raw, escaped in (("\\", "\\\\"), ("\t", "\\t"), ("\r", "\\r"), ("\n", "\\n")):
            text = pc.replace_substring(text, raw, escaped)
    named = pc.binary_join_element_wise(pa.scalar(f"\t{column.name}="), text, pa.scalar(""))
    return pc.fill_null(named, "")
