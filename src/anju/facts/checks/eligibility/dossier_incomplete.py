"""档案不全：列入计划的小区，一小区一档缺了哪几项。"""

from __future__ import annotations

from collections.abc import Iterator
from functools import reduce
from operator import or_

from anju.facts.checking import Fault, row_of
from anju.facts.checks._plan import planned
from anju.facts.checks._words import called
from anju.facts.occasion import Occasion
from anju.facts.store import FactStore
from anju.facts.tables.communities import TABLE as COMMUNITIES
from anju.kernel.assurance import PolicyAssurance
from anju.kernel.citation import Citation
from anju.kernel.finding import Severity

AUDIT_POINTS = ("E06",)
SEVERITY = Severity.WARNING
BASIS = Citation("taihe-2023-audit", assurance=PolicyAssurance.REPORTED, note="档案未归档曾被审计指出")
PARTS = [column for column in COMMUNITIES.columns if column.name.startswith("dossier_")]


def check(store: FactStore, occasion: Occasion) -> Iterator[Fault]:
    """Only what is on record as absent; an empty cell is unknown."""
    rows = planned(occasion)
    lacking = reduce(or_, [(~rows[part.name]).fill_null(False) for part in PARTS])
    for row in store.rows(rows.filter(lacking)):
        absent = [part for part in PARTS if row[part.name] is False]
        missing = "、".join(part.zh.partition("：")[2] for part in absent)
        place = called({row["community"]: row["name"]} if row["name"] else {}, row["community"])
        yield Fault(
            f"{place}的档案缺{missing}，一小区一档不完整。请补齐归档，再改填“是”。",
            row_of(COMMUNITIES, row, absent[0].name),
        )
