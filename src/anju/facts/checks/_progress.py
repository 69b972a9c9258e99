"""核查共用的进度：一行改造任务到评价时点开工、完工、验收了没有。"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import ibis
import ibis.expr.types as ir

from anju.facts.checks._rows import is_whole, of_year, preferred
from anju.facts.occasion import Occasion
from anju.facts.store import FactStore
from anju.facts.tables.acceptances import TABLE as ACCEPTANCES
from anju.facts.tables.renovations import TABLE as RENOVATIONS


@dataclass(frozen=True)
class Milestone:
    """A stage of the life cycle, the day that marks it (if the table has one) and the whole-county row's count."""

    stage: str
    count: str
    day: str | None = None


STARTED = Milestone("已开工", "communities_started", "started_on")
FINISHED = Milestone("主体完工", "communities_finished", "finished_on")
ACCEPTED = Milestone("已验收", "communities_accepted")


@lru_cache
def renovations(occasion: Occasion) -> ir.Table:
    return of_year(RENOVATIONS, occasion)


def reached(rows: ir.Table, occasion: Occasion, milestone: Milestone) -> ir.BooleanValue:
    """Whether a row has come so far by the as-of date: by its day, else its stage, else its count; NULL if unsaid."""
    terms = occasion.words("stages").terms
    order = int(terms[milestone.stage].text("order"))
    later = [code for code, term in terms.items() if int(term.text("order")) >= order]
    signs = [rows.stage.isin(later), rows[milestone.count] > 0]
    if milestone.day is not None:
        signs.insert(0, rows[milestone.day] <= occasion.as_of)
    return ibis.coalesce(*signs)


def arrived(store: FactStore, occasion: Occasion, milestone: Milestone) -> ir.Table:
    """The renovations that have come so far: either the whole-county row or the single ones."""
    rows = renovations(occasion)
    said = preferred(store, occasion, RENOVATIONS, rows.filter(reached(rows, occasion, milestone).notnull()))
    return said.filter(reached(said, occasion, milestone))


def communities(rows: ir.Table) -> ir.IntegerValue:
    """How many communities a row plans: itself, or what the whole-county row states."""
    return ibis.ifelse(is_whole(rows), rows.communities, 1)


def communities_at(rows: ir.Table, occasion: Occasion, milestone: Milestone) -> ir.IntegerValue:
    """How many communities of a row have come so far."""
    return ibis.ifelse(is_whole(rows), rows[milestone.count], reached(rows, occasion, milestone).cast("int64"))


@lru_cache
def accepted(occasion: Occasion) -> ir.Table:
    """Acceptances passed by the as-of date; one without a date was stated by then."""
    rows = of_year(ACCEPTANCES, occasion)
    return rows.filter(rows.passed, rows.accepted_on.isnull() | (rows.accepted_on <= occasion.as_of))
