"""建成太晚：列入计划的小区，建成年份在规定的年份之后。"""

from __future__ import annotations

from collections.abc import Iterator

from anju.facts.checking import Fault, row_of
from anju.facts.checks._plan import planned
from anju.facts.occasion import Occasion
from anju.facts.store import FactStore
from anju.facts.tables.communities import TABLE as COMMUNITIES
from anju.kernel.assurance import PolicyAssurance
from anju.kernel.citation import Citation
from anju.kernel.finding import Computation, Severity
from anju.kernel.period import chinese_date

AUDIT_POINTS = ("E01",)
SEVERITY = Severity.ERROR
BASIS = Citation("guobanfa-2020-23", assurance=PolicyAssurance.RECALLED)


def check(store: FactStore, occasion: Occasion) -> Iterator[Fault]:
    rule = occasion.parameter("eligibility/built_before")
    last = rule.value.day()
    rows = planned(occasion)
    for row in store.rows(rows.filter(rows.built_year > last.year)):
        yield Fault(
            f"“{row['name'] or row['community']}”建成于{row['built_year']}年，晚于可纳入改造的{chinese_date(last)}。"
            f"请核对建成年份；当地放宽年限的，写明文件，并在政策文件夹里登记。",
            row_of(COMMUNITIES, row, "built_year"),
            Computation(f"{row['built_year']}年", f"{last.year}年", ()),
            basis=rule.citation,
        )
