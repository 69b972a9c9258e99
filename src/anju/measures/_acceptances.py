"""验收类口径共用：每个计划小区验收过没有、合格没有、是不是一次合格。"""

from __future__ import annotations

from functools import lru_cache

import ibis
import ibis.expr.types as ir

from anju.facts._table import WHOLE_COUNTY
from anju.facts.occasion import Occasion
from anju.facts.tables.acceptances import TABLE as ACCEPTANCES
from anju.measures._progress import from_stage
from anju.measures._rows import as_count, beside_plan, happened, of_year, worst_assurance


@lru_cache
def with_acceptances(occasion: Occasion) -> ir.Table:
    """Each planned community with `attempts` (NULL when there is no acceptance), `passed`, `first_time`.

    An acceptance that names no community belongs to none of them and does not count.
    """
    rows = of_year(ACCEPTANCES, occasion)
    rows = rows.filter(rows.community.notnull(), happened(rows.accepted_on, occasion))
    passed = rows.passed.fill_null(ibis.ifelse(rows.first_time, True, ibis.null("boolean")))
    first = passed & rows.first_time
    rows = rows.mutate(good=as_count(passed), first=as_count(first))
    return beside_plan(
        rows.group_by("region", "community").aggregate(
            attempts=rows.count(),
            passed=_verdict(rows.good, rows.good.max(), 1),
            first_time=_verdict(rows["first"], rows["first"].min(), 0),
            assurance=worst_assurance(rows),
        ),
        occasion,
    )


def _verdict(values: ir.Value, extreme: ir.Value, decisive: int) -> ir.Value:
    """One yes decides that some attempt passed, one no that not all did; otherwise all have to be known."""
    open_ = values.isnull().any() & (extreme != decisive).fill_null(True)
    return ibis.ifelse(open_, ibis.null("boolean"), extreme == 1)


def accepted(rows: ir.Table, occasion: Occasion) -> ir.Value:
    """Communities accepted: by the acceptances, else by the stage; for the whole county first the number stated."""
    known = as_count(rows.passed.fill_null(from_stage(rows.plan_stage, "已验收", occasion))) * rows.weight
    return ibis.ifelse(rows.community == WHOLE_COUNTY, rows.plan_accepted.fill_null(known), known)


def due(rows: ir.Table, occasion: Occasion) -> ir.Value:
    """Communities whose acceptance is due: all but those that by their stage have not come so far."""
    too_early = rows.attempts.isnull() & ~from_stage(rows.plan_stage, "已验收", occasion)
    return ibis.ifelse(too_early.fill_null(False), 0, rows.weight)
