"""核查共用的资金合计：更正并入所更正的一笔，评价时点之后的不计。"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

import ibis
import ibis.expr.types as ir

from anju.facts.checks._once import once
from anju.facts.checks._rows import of_region
from anju.facts.checks._totals import Total, folded, grouped
from anju.facts.occasion import Occasion
from anju.facts.store import FactStore
from anju.facts.tables.fund_moves import TABLE as MOVES
from anju.kernel.finding import Where
from anju.policy.dated import Term

CORRECTION = "调整"
_INHERITED = ("kind", "source", "community", "contract", "purpose")


@lru_cache
def moves(occasion: Occasion) -> ir.Table:
    """The county's moves of every plan year up to the as-of date, each correction under what it corrects.

    A move without a date stands in a document that was there by then, so it counts.
    """
    rows = of_region(MOVES, occasion)
    rows = rows.filter(rows.moved_on.isnull() | (rows.moved_on <= occasion.as_of))
    first = rows.select("id", *_INHERITED).rename({f"first_{name}": name for name in ("id", *_INHERITED)})
    joined = rows.left_join(first, (rows.corrects == first.first_id) & (rows.kind == CORRECTION))
    inherited = {name: ibis.coalesce(joined[f"first_{name}"], joined[name]) for name in _INHERITED}
    return joined.mutate(**inherited).select(*rows.columns)


@dataclass(frozen=True)
class Moved:
    """Sums of moves by kind and source, in 分, each with the first of its rows."""

    groups: list[dict[str, Any]]
    sources: dict[str, Term]

    def total(self, kind: str, source: Callable[[Term], bool] | None = None) -> Total:
        """One kind of move; with `source`, only from the sources it is true of. A row of no source is of none.

        A correction that names no move may belong to any kind, so it leaves every total unsure.
        """
        of_kind = [group for group in self.groups if group["kind"] == kind]
        found = folded(each for each in of_kind if source is None or self._is(each["source"], source))
        loose = sum(group["rows"] for group in self.groups if group["kind"] == CORRECTION)
        return replace(found, unknown=found.unknown + loose) if found.known else found

    def known(self, kind: str) -> int:
        """What is recorded of one kind, in 分; 0 when nothing is."""
        return self.total(kind).amount

    def where(self, kind: str, column: str = "amount_fen") -> Where:
        """The first row of the kind, for a finding about all of them."""
        ids = [group["id"] for group in self.groups if group["kind"] == kind]
        return Where(table=MOVES.name, key=min(ids) if ids else None, column=column)

    def _is(self, source: str | None, wanted: Callable[[Term], bool]) -> bool:
        return source is not None and wanted(self.sources[source])


@once
def moved(store: FactStore, occasion: Occasion) -> Moved:
    """The plan year's sums."""
    rows = moves(occasion)
    rows = rows.filter(rows.year == occasion.year)
    groups = grouped(rows, rows.amount_fen, rows.id.min(), kind=rows.kind, source=rows.source)
    return Moved(store.rows(groups), dict(occasion.words("source_levels").terms))
