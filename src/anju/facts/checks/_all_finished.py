"""核查共用：计划的小区是不是全部报了完工。"""

from __future__ import annotations

from dataclasses import dataclass

from anju.facts.checking import row_of
from anju.facts.checks._once import once
from anju.facts.checks._progress import FINISHED, communities, communities_at, reached, renovations
from anju.facts.checks._rows import preferred
from anju.facts.checks._totals import total
from anju.facts.occasion import Occasion
from anju.facts.store import FactStore
from anju.facts.tables.renovations import TABLE as RENOVATIONS
from anju.kernel.finding import Where


@dataclass(frozen=True)
class Finished:
    """How many communities, and the first row that says so."""

    count: int
    where: Where


@once
def finished_whole(store: FactStore, occasion: Occasion) -> Finished | None:
    """None when some are not finished, or when that is not known of each."""
    rows = renovations(occasion)
    planned = total(store, rows, communities(rows)).exact
    finished = total(store, rows, communities_at(rows, occasion, FINISHED)).exact
    if not planned or finished is None or finished < planned:
        return None
    said = preferred(store, rows.filter(reached(rows, occasion, FINISHED)))
    first = store.rows(said.order_by("community").limit(1))[0]
    return Finished(finished, row_of(RENOVATIONS, first, "finished_on" if first["finished_on"] else FINISHED.count))
