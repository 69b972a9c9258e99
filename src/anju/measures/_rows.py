"""口径共用的关系：本计划年度的行；每个计划小区一行，配上另一张表对它的说法。"""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from anju.facts._table import WHOLE_COUNTY, Table
from anju.facts.occasion import Occasion
from anju.facts.tables.renovations import TABLE as RENOVATIONS


def of_year(table: Table, occasion: Occasion) -> ir.Table:
    """The table's rows of the plan year."""
    return table.rows.filter(table.rows.year == occasion.year)


def one(rows: ir.Table) -> ir.Value:
    """1 for every row: what a count adds up."""
    return ibis.ifelse(rows.region.notnull(), 1, 0)


def as_count(condition: ir.Value) -> ir.Value:
    """1 where true, 0 where false, NULL where unknown."""
    return condition.cast("int64")


def by(day: ir.Value, last: ir.Value) -> ir.Value:
    """Whether the day is known and not after `last`; an unknown day stays unknown."""
    return day <= last


def planned_communities(occasion: Occasion) -> ir.Table:
    """Region, community, how many communities the row stands for, assurance: the plan year's renovations."""
    rows = of_year(RENOVATIONS, occasion)
    weight = ibis.ifelse(rows.community == WHOLE_COUNTY, rows.communities, 1)
    return rows.select("region", "community", "assurance", weight=weight)


def per_community(table: Table, occasion: Occasion) -> ir.Table:
    """Each planned community with what `table` (keyed by community) says of it; its columns NULL when nothing.

    `weight` is the number of communities the row stands for: 1, or for the whole-county row the number that
    `renovations` states (1 when it states none: a share is all that can then be had). The assurance is that of the
    row in `table`. A whole-county row of `table` counts even when the plan has none.
    """
    plan = planned_communities(occasion)
    said = of_year(table, occasion) if "year" in table.by_name else table.rows
    said = said.drop(*[name for name in ("year",) if name in said.columns])
    single = plan.filter(plan.community != WHOLE_COUNTY).left_join(said, ["region", "community"], rname="said_{name}")
    whole = said.filter(said.community == WHOLE_COUNTY).left_join(
        plan.filter(plan.community == WHOLE_COUNTY), ["region", "community"], rname="plan_{name}"
    )
    names = [name for name in said.columns if name not in ("region", "community", "assurance")]
    return ibis.union(
        single.select(
            "region", "community", "weight", *names, assurance=ibis.coalesce(single.said_assurance, single.assurance)
        ),
        whole.select("region", "community", *names, "assurance", weight=ibis.coalesce(whole.weight, 1)).select(
            "region", "community", "weight", *names, "assurance"
        ),
    )
