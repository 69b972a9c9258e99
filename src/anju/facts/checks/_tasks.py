"""核查共用：改造任务表各列的全县合计，一次问全。"""

from __future__ import annotations

from dataclasses import dataclass

from anju.facts.checking import row_of
from anju.facts.checks._once import once
from anju.facts.checks._progress import (
    ACCEPTED,
    FINISHED,
    STARTED,
    accepted,
    arrived,
    communities,
    communities_at,
    renovations,
)
from anju.facts.checks._totals import Total, totals
from anju.facts.occasion import Occasion
from anju.facts.store import FactStore
from anju.facts.tables.renovations import TABLE as RENOVATIONS
from anju.kernel.finding import Where

AMOUNTS = tuple(
    c.name for c in RENOVATIONS.columns if c.name.endswith(("_planned", "_actual", "_planned_dm2", "_actual_dm2"))
)


@once
def task_totals(store: FactStore, occasion: Occasion) -> dict[str, Total]:
    """By column: amounts, and communities planned, started, finished and accepted."""
    rows = renovations(occasion)
    passed = accepted(occasion).select("community").distinct()
    counted = {each.count: communities_at(rows, occasion, each) for each in (STARTED, FINISHED)}
    by_acceptance = rows.community.isin(passed.community).cast("int64")
    counted[ACCEPTED.count] = communities_at(rows, occasion, ACCEPTED).fill_null(by_acceptance)
    values = {"communities": communities(rows), **counted, **{name: rows[name] for name in AMOUNTS}}
    return totals(store, rows, values)


@dataclass(frozen=True)
class Finished:
    """How many communities, and the first row that says so."""

    count: int
    where: Where


@once
def all_finished(store: FactStore, occasion: Occasion) -> Finished | None:
    """None when some planned communities are not finished, or when that is not known of each."""
    found = task_totals(store, occasion)
    planned, finished = found["communities"].exact, found[FINISHED.count].exact
    if not planned or finished is None or finished < planned:
        return None
    first = store.rows(arrived(store, occasion, FINISHED).order_by("community").limit(1))[0]
    return Finished(finished, row_of(RENOVATIONS, first, "finished_on" if first["finished_on"] else FINISHED.count))
