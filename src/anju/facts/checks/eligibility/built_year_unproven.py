"""建成年份无证明：填了建成年份，没有证明材料。"""

from __future__ import annotations

from collections.abc import Iterator

from anju.facts.checking import Fault, row_of
from anju.facts.checks._plan import planned
from anju.facts.checks._rows import of_year, uncovered
from anju.facts.occasion import Occasion
from anju.facts.store import FactStore
from anju.facts.tables.communities import TABLE as COMMUNITIES
from anju.facts.tables.evidence import TABLE as EVIDENCE
from anju.kernel.assurance import PolicyAssurance
from anju.kernel.citation import Citation
from anju.kernel.finding import Severity

AUDIT_POINTS = ("E01",)
SEVERITY = Severity.ERROR
BASIS = Citation("guobanfa-2020-23", assurance=PolicyAssurance.RECALLED)


def check(store: FactStore, occasion: Occasion) -> Iterator[Fault]:
    rows = planned(occasion)
    papers = of_year(EVIDENCE, occasion)
    unproven = rows.filter(rows.built_year.notnull(), rows.built_proof.fill_null("").strip() == "")
    for row in store.rows(uncovered(unproven, papers.filter(papers.kind == "建成年份证明"))):
        yield Fault(
            f"“{row['name'] or row['community']}”填了建成于{row['built_year']}年，没有写证明材料，"
            f"佐证资料里也没有建成年份证明。"
            f"请补登房屋产权登记、竣工资料等证明的名称。",
            row_of(COMMUNITIES, row, "built_proof"),
        )
