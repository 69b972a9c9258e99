"""分解与全县数不符：逐个小区相加，不等于按全县填的一行。"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import ibis
import ibis.expr.types as ir

from anju.facts._column import Column, Kind
from anju.facts._table import WHOLE_COUNTY, Table
from anju.facts.checking import Fault, row_of
from anju.facts.checks._filled import sides
from anju.facts.occasion import Occasion
from anju.facts.store import TABLES, FactStore
from anju.kernel.area import square_metres, wan_square_metres
from anju.kernel.assurance import RowAssurance
from anju.kernel.citation import Citation
from anju.kernel.finding import Computation, Severity
from anju.kernel.money import wan
from anju.kernel.unit import decimal_text

AUDIT_POINTS = ("C03",)
SEVERITY = Severity.ERROR
BASIS = Citation("anju-default", note="同一件事按全县填一行、又逐个小区填的，两者应当相等")
GROUPS: dict[str, str | None] = {
    "renovations": None,
    "costings": "stage",
    "fund_moves": "kind",
    "work_items": "work",
    "survey_frames": None,
    "consents": "matter",
}
"""Tables that state a thing for the whole county or community by community → the column their rows differ by."""
ADDED = (Kind.COUNT, Kind.MONEY, Kind.AREA, Kind.QUANTITY)
COUNTED = "communities"


def check(store: FactStore, occasion: Occasion) -> Iterator[Fault]:
    """Made-up rows are looked at as well: a breakdown that does not add up misleads even as a sample."""
    for name, by in GROUPS.items():
        whole, _ = sides(store, occasion, TABLES[name])
        for group in [] if not whole else store.rows(_sums(TABLES[name], by, occasion)):
            for column in _columns(TABLES[name]):
                whole, parts = group[f"whole_{column.name}"], group[f"parts_{column.name}"]
                if whole is not None and parts is not None and whole != parts:
                    yield _fault(TABLES[name], column, group, by)


def _columns(table: Table) -> list[Column]:
    """Columns whose single values add up to the county's; the whole-county row alone counts milestones."""
    left_out = {"communities_started", "communities_finished", "communities_accepted"}
    return [column for column in table.columns if column.kind in ADDED and column.name not in left_out]


def _sums(table: Table, by: str | None, occasion: Occasion) -> ir.Table:
    """One row a group: for each column the whole-county value, and the sum of the single rows if all have a value."""
    rows = table.rows
    rows = rows.filter(rows.region == occasion.region.code, rows.year == occasion.year)
    whole = (rows.community == WHOLE_COUNTY).fill_null(False)
    sums: dict[str, ir.Value] = {
        "year": rows.year.min(),
        "id": rows.id.min(where=whole) if "id" in table.by_name else ibis.literal(""),
        "singles": rows.count(where=~whole),
        "made_up": rows.count(where=~whole & (rows.assurance == RowAssurance.ILLUSTRATIVE.value)),
    }
    for column in _columns(table):
        value = rows[column.name]
        single = ibis.ifelse(whole, None, 1) if (table.name, column.name) == ("renovations", COUNTED) else value
        complete = single.count(where=~whole) == rows.count(where=~whole)
        sums[f"whole_{column.name}"] = _all_known(rows, value, whole)
        sums[f"parts_{column.name}"] = ibis.ifelse(complete, single.sum(where=~whole).cast("int64"), ibis.null("int64"))
    return rows.group_by(group=rows[by] if by else ibis.literal("")).aggregate(**sums)


def _all_known(rows: ir.Table, value: ir.Value, side: ir.BooleanValue) -> ir.Value:
    known = value.count(where=side) == rows.count(where=side)
    return ibis.ifelse(known, value.sum(where=side).cast("int64"), ibis.null("int64"))


def _fault(table: Table, column: Column, group: dict[str, Any], by: str | None) -> Fault:
    whole, parts = group[f"whole_{column.name}"], group[f"parts_{column.name}"]
    about = f"“{group['group']}”的" if by else ""
    sample = "（其中有示例行）" if group["made_up"] else ""
    stated, added, apart = (_shown(column, value) for value in (whole, parts, abs(whole - parts)))
    row = {"year": group["year"], "community": WHOLE_COUNTY, by or "": group["group"], "id": group["id"]}
    return Fault(
        f"{table.title}表{about}{column.zh}：全县一行为{stated}，{group['singles']}行逐项相加为{added}{sample}，相差{apart}。"
        f"两者应当相等；算分只取其中一种，请核对后改正。",
        row_of(table, row, column.name),
        Computation(stated, added, (f"全县{stated}", f"逐项{added}")),
    )


def _shown(column: Column, value: int) -> str:
    if column.kind is Kind.MONEY:
        return f"{wan(value)}万元" if value % 10_000 == 0 else f"{wan(value, 6)}万元"
    if column.kind is Kind.AREA:
        return (
            f"{square_metres(value)}㎡" if column.shown == "㎡" or value % 10_000 else f"{wan_square_metres(value)}万㎡"
        )
    return decimal_text(value, 1000) if column.kind is Kind.QUANTITY else f"{value}{column.shown}"
