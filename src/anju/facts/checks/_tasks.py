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
from anju.kernel.area import wan_square_metres
from anju.kernel.finding import Where

AREA = "建筑面积"
PAIRS = (
    ("楼栋数", "buildings_planned", "buildings_actual"),
    ("户数", "households_planned", "households_actual"),
    (AREA, "area_planned_dm2", "area_actual_dm2"),
)
"""What the reader calls it, its column of the plan, its column of what was done."""
AMOUNTS = tuple(column for _, *columns in PAIRS for column in columns)


def shown(title: str, amount: int) -> str:
    """An amount of such a pair: areas in 万㎡."""
    return f"{wan_square_metres(amount)}万㎡" if title == AREA else str(amount)


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
    for first in store.rows(arrived(store, occasion, FINISHED).order_by("community").limit(1)):
        column = "finished_on" if first["finished_on"] else FINISHED.count
        return Finished(finished, row_of(RENOVATIONS, first, column))
    return Finished(finished, Where(table=RENOVATIONS.name, key=str(occasion.year), column=FINISHED.count))
