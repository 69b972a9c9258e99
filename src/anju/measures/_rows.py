"""口径共用的关系和写法：本计划年度的行；每个计划小区一行，配上另一张表对它的说法；不知道的怎样保持不知道。"""

from __future__ import annotations

from functools import lru_cache

import ibis
import ibis.expr.types as ir

from anju.facts._table import WHOLE_COUNTY, Table
from anju.facts.occasion import Occasion
from anju.facts.tables.renovations import TABLE as RENOVATIONS
from anju.kernel.assurance import RowAssurance

ONE = ibis.literal(1)
"""What a count adds up for every row."""


@lru_cache
def of_year(table: Table, occasion: Occasion) -> ir.Table:
    """The table's rows of the plan year."""
    return table.rows.filter(table.rows.year == occasion.year)


def as_count(condition: ir.Value) -> ir.Value:
    """1 where true, 0 where false, NULL where unknown."""
    return condition.cast("int64")


def when(condition: ir.Value, value: ir.Value | int) -> ir.Value:
    """`value` where the condition holds, NULL where it does not or is unknown; `maybe` chooses the rows beside it."""
    return ibis.ifelse(condition, value, ibis.null("int64"))


def maybe(condition: ir.Value) -> ir.Value:
    """True where the condition holds or is unknown: such a row may belong, so no sum may drop it."""
    return condition.fill_null(True)


def by(day: ir.Value, occasion: Occasion) -> ir.Value:
    """Whether the day is not after the as-of day; unknown for an unknown day."""
    return day <= occasion.as_of


def happened(day: ir.Value, occasion: Occasion) -> ir.Value:
    """Rows that count: not dated after the as-of day. An undated one counts, as a document tells of what was done."""
    return maybe(by(day, occasion))


def done_by(flag: ir.Value, day: ir.Value, occasion: Occasion) -> ir.Value:
    """Yes, no or unknown by the as-of day: a date decides (unless it is said that nothing was done), else the flag."""
    return ibis.ifelse(flag.fill_null(True), by(day, occasion), ibis.null("boolean")).fill_null(flag)


def weight(rows: ir.Table) -> ir.Value:
    """How many communities a row of `renovations` stands for: one, or what the whole-county row states."""
    return ibis.ifelse(rows.community == WHOLE_COUNTY, rows.communities, 1)


def planned(occasion: Occasion) -> ir.Table:
    """The plan year's renovations: a row each community, or one for the whole county."""
    return of_year(RENOVATIONS, occasion)


@lru_cache
def per_community(table: Table, occasion: Occasion) -> ir.Table:
    """Each planned community with what `table` (keyed by community) says of it."""
    said = of_year(table, occasion).drop("year") if "year" in table.by_name else table.rows
    return beside_plan(said, occasion)


def beside_plan(said: ir.Table, occasion: Occasion) -> ir.Table:
    """Each row of the plan with its row of `said`, whose columns are NULL where there is none.

    `said` has region, community, assurance and no two rows for one community. Added: `weight`, the communities that
    the row stands for (the whole county's: NULL when nobody states how many), and `plan_…`, what the plan says of
    them. The assurance is that of the row in `said`. A whole-county row of `said` counts even where the plan has none.
    """
    plan = _plan(occasion)
    names = [name for name in said.columns if name not in ("region", "community", "assurance")]
    beside = [name for name in plan.columns if name.startswith("plan_")]
    columns = ("region", "community", "weight", *names, *beside, "assurance")
    planned_rows = plan.left_join(said, ["region", "community"], rname="said_{name}")
    assurance = ibis.coalesce(planned_rows.said_assurance, planned_rows.assurance)
    planned_rows = planned_rows.select("region", "community", *names, *beside, assurance=assurance)
    whole_plan = plan.filter(plan.community == WHOLE_COUNTY)
    wide = said.filter(said.community == WHOLE_COUNTY).anti_join(whole_plan, "region")
    wide = wide.mutate(**{name: ibis.null(plan[name].type()) for name in beside})
    rows = ibis.union(planned_rows, wide.select(*planned_rows.columns)).left_join(_sizes(occasion), "region")
    number = ibis.ifelse(rows.community == WHOLE_COUNTY, rows.size, 1)
    return rows.mutate(weight=number).select(*columns)


@lru_cache
def _plan(occasion: Occasion) -> ir.Table:
    rows = planned(occasion)
    return rows.select(
        "region",
        "community",
        "assurance",
        number=weight(rows),
        plan_stage=rows.stage,
        plan_area_package=rows.area_package,
        plan_accepted=rows.communities_accepted,
        plan_households=rows.households_actual.fill_null(rows.households_planned),
    )


@lru_cache
def _sizes(occasion: Occasion) -> ir.Table:
    """Region and its number of planned communities, by law 4: the single rows unless the whole-county row is surer.

    NULL where neither is there. The engine decides likewise when it sums `weight` over `planned`.
    """
    plan = _plan(occasion)
    whole = (plan.community == WHOLE_COUNTY) & plan.number.notnull()
    single = plan.community != WHOLE_COUNTY
    rank = assurance_rank(plan)
    found = plan.group_by("region").aggregate(
        count=plan.count(where=single),
        stated=plan.number.max(where=whole),
        single_rank=rank.max(where=single),
        whole_rank=rank.max(where=whole),
    )
    surer = maybe(found.single_rank <= found.whole_rank)
    return found.select("region", size=ibis.ifelse((found["count"] > 0) & surer, found["count"], found.stated))


def assurance_rank(rows: ir.Table) -> ir.Value:
    """0 for the best; `worst_assurance` turns the greatest of a group back."""
    return rows.assurance.cases(*((each.value, each.rank) for each in RowAssurance))


def worst_assurance(rows: ir.Table, where: ir.Value | None = None) -> ir.Value:
    """The worst assurance of a group of rows, as text."""
    return assurance_rank(rows).max(where=where).cases(*((each.rank, each.value) for each in RowAssurance))
