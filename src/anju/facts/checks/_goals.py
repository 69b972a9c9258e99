"""核查共用的绩效目标：哪些可以衡量，哪些没有达到。"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import ibis
import ibis.expr.types as ir

from anju.facts.checks._rows import of_year
from anju.facts.occasion import Occasion
from anju.facts.tables.goals import TABLE as GOALS
from anju.kernel.unit import decimal_text


@lru_cache
def goals(occasion: Occasion) -> ir.Table:
    return of_year(GOALS, occasion)


@lru_cache
def measurable(occasion: Occasion) -> ir.Table:
    """Goals that are a number: their relation is one of amounts, and there is a target."""
    rows = goals(occasion)
    return rows.filter(rows.relation.isin(_relations(occasion)), rows.target_milli.notnull())


def _relations(occasion: Occasion) -> tuple[str, ...]:
    return occasion.words("goal_relations").codes("measurable", "true")


def missed(rows: ir.Table, occasion: Occasion) -> ir.BooleanValue:
    """Whether the actual value of a measurable goal fails its relation; NULL without an actual value."""
    directions = [(code, term.text("direction")) for code, term in occasion.words("goal_relations").terms.items()]
    direction = rows.relation.cases(*directions, else_=ibis.null("string"))
    actual, target = rows.actual_milli, rows.target_milli
    return ibis.cases(
        (direction == "up", actual < target),
        (direction == "down", actual > target),
        (direction == "equal", actual != target),
        else_=ibis.null("boolean"),
    )


def milli(row: dict[str, Any], column: str) -> str:
    """A goal's amount with its unit, exact."""
    return f"{decimal_text(row[column], 1000)}{row['unit'] or ''}"
