"""核查共用的合计：全县行与逐小区行只取一种；有一行不知道，合计就不算准。"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import ibis.expr.types as ir

from anju.facts.checks._rows import is_whole
from anju.facts.preference import prefers_whole
from anju.facts.store import FactStore


@dataclass(frozen=True)
class Total:
    """A county's total of one thing: the known amounts, how many rows have one and how many none, and whether it is
    the whole-county row that speaks. Unit: that of the column."""

    amount: int
    known: int
    unknown: int
    whole: bool

    @property
    def exact(self) -> int | None:
        """The amount, when every row has one."""
        return self.amount if self.known and not self.unknown else None


def total(store: FactStore, rows: ir.Table, value: ir.Value) -> Total:
    """The total of an integer row expression under law 4."""
    return folded(store.rows(grouped(rows, value)))


def totals(store: FactStore, rows: ir.Table, values: Mapping[str, ir.Value]) -> dict[str, Total]:
    """Many totals of the same rows, asked for at once."""
    sums: dict[str, ir.Value] = {}
    for name, value in values.items():
        sums |= {f"amount_{name}": value.sum().cast("int64"), f"known_{name}": value.count()}
    groups = store.rows(_groups(rows).aggregate(rows=rows.count(), **sums))
    return {
        name: folded([{**g, "amount": g[f"amount_{name}"], "known": g[f"known_{name}"]} for g in groups])
        for name in values
    }


def grouped(rows: ir.Table, value: ir.Value, first: ir.Value | None = None, **by: ir.Value) -> ir.Table:
    """What `folded` adds up: one row for each assurance, whole or single, and each combination of `by`.

    `first` is kept as `id`: it tells the reader where to look.
    """
    named = {} if first is None else {"id": first}
    return _groups(rows, **by).aggregate(
        amount=value.sum().cast("int64"), known=value.count(), rows=rows.count(), **named
    )


def _groups(rows: ir.Table, **by: ir.Value) -> Any:
    return rows.group_by(whole=is_whole(rows), assurance=rows.assurance, **by)


def folded(groups: Iterable[Mapping[str, Any]]) -> Total:
    """One total of such groups: either the whole-county rows or the single ones."""
    groups = list(groups)
    sides = {side: [g["assurance"] for g in groups if g["whole"] is side and g["known"]] for side in (True, False)}
    side = prefers_whole(sides[True], sides[False])
    chosen = [group for group in groups if group["whole"] is side]
    known = sum(group["known"] for group in chosen)
    return Total(sum(g["amount"] or 0 for g in chosen), known, sum(g["rows"] for g in chosen) - known, side)
