"""重复申报：同一小区列入了两个计划年度。"""

from __future__ import annotations

from collections.abc import Iterator

from anju.facts._table import WHOLE_COUNTY
from anju.facts.checking import Fault, row_of
from anju.facts.checks._rows import of_region
from anju.facts.checks._words import called, names
from anju.facts.occasion import Occasion
from anju.facts.store import FactStore
from anju.facts.tables.renovations import TABLE as RENOVATIONS
from anju.kernel.assurance import PolicyAssurance
from anju.kernel.citation import Citation
from anju.kernel.finding import Severity

AUDIT_POINTS = ("M08",)
SEVERITY = Severity.ERROR
BASIS = Citation("caizong-2022-37", "", "", PolicyAssurance.RECALLED, "同一小区不得重复申报补助")


def check(store: FactStore, occasion: Occasion) -> Iterator[Fault]:
    rows = of_region(RENOVATIONS, occasion)
    now = rows.filter(rows.year == occasion.year, rows.community != WHOLE_COUNTY)
    other = rows.filter(rows.year != occasion.year).select("community", other_year="year")
    found = now.inner_join(other, "community").select("year", "community", "other_year")
    known = names(store, occasion)
    for row in store.rows(found):
        yield Fault(
            f"{called(known, row['community'])}列入{occasion.year}年度计划，又列在{row['other_year']}年度。"
            f"同一小区只能申报一次补助；分期改造的，请写明两期内容和批准文件，否则删去重复的一条。",
            row_of(RENOVATIONS, row, "community"),
        )
