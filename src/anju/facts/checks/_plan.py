"""核查共用：本年度列入计划的小区在小区表里的行。"""

from __future__ import annotations

from functools import lru_cache

import ibis.expr.types as ir

from anju.facts._table import WHOLE_COUNTY
from anju.facts.checks._rows import of_region
from anju.facts.occasion import Occasion
from anju.facts.tables.communities import TABLE as COMMUNITIES
from anju.facts.tables.renovations import TABLE as RENOVATIONS


@lru_cache
def planned(occasion: Occasion) -> ir.Table:
    """Real rows of `communities`, of those that stand in the year's plan by whatever row of it.

    A county whose plan is told only as a whole plans what it names: then every community counts.
    """
    plan = RENOVATIONS.rows
    plan = plan.filter(
        plan.region == occasion.region.code, plan.year == occasion.year, plan.community != WHOLE_COUNTY
    ).select("community")
    rows = of_region(COMMUNITIES, occasion)
    return rows.filter(rows.community.isin(plan.community) | (plan.count().as_scalar() == 0))
