"""核查共用：本县本年度的行（示例行除外），全县行与逐小区行只取一种，哪些小区还没有记录。"""

from __future__ import annotations

from functools import lru_cache

import ibis.expr.types as ir

from anju.facts._table import WHOLE_COUNTY, Table
from anju.facts.checks._filled import sides
from anju.facts.occasion import Occasion
from anju.facts.preference import prefers_whole
from anju.facts.store import FactStore
from anju.kernel.assurance import RowAssurance


@lru_cache(maxsize=256)
def of_region(table: Table, occasion: Occasion) -> ir.Table:
    """The county's rows of every plan year. Made-up rows say nothing about a county, so no check looks at them."""
    rows = table.rows
    return rows.filter(rows.region == occasion.region.code, rows.assurance != RowAssurance.ILLUSTRATIVE.value)


@lru_cache(maxsize=256)
def of_year(table: Table, occasion: Occasion) -> ir.Table:
    """The county's rows of the plan year."""
    rows = of_region(table, occasion)
    return rows.filter(rows.year == occasion.year)


def is_whole(rows: ir.Table) -> ir.BooleanValue:
    """True for the row stated for the whole county; a row without a community is a single one."""
    return (rows.community == WHOLE_COUNTY).fill_null(False)


def preferred(store: FactStore, occasion: Occasion, table: Table, rows: ir.Table) -> ir.Table:
    """Of rows taken from `table` that all say something: either the whole-county row or the single ones (law 4)."""
    if not all(sides(store, occasion, table)):
        return rows
    found: dict[bool, list[str]] = {True: [], False: []}
    for group in store.rows(rows.group_by(whole=is_whole(rows), assurance=rows.assurance).aggregate(n=rows.count())):
        found[group["whole"]].append(group["assurance"])
    whole = is_whole(rows)
    return rows.filter(whole if prefers_whole(found[True], found[False]) else ~whole)


def uncovered(rows: ir.Table, records: ir.Table) -> ir.Table:
    """Those of `rows` whose community no record speaks of.

    A record for the whole county, or for no community in particular, speaks of every one; the whole-county row is
    spoken of by any record.
    """
    general = records.community.isnull() | (records.community == WHOLE_COUNTY)
    single = records.filter(~general).select("community").distinct()
    wide, every = records.filter(general).count().as_scalar(), records.count().as_scalar()
    return rows.anti_join(single, "community").filter((wide == 0) & ((rows.community != WHOLE_COUNTY) | (every == 0)))
