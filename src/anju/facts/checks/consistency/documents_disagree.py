"""各说各数：报告、统计系统、计划文件等不同来源的同一个数不一样。"""

from __future__ import annotations

from collections.abc import Iterator

from anju.facts.checking import Fault, row_of
from anju.facts.checks._sayings import differences, shown
from anju.facts.occasion import Occasion
from anju.facts.store import FactStore
from anju.facts.tables.statements import TABLE as STATEMENTS
from anju.kernel.assurance import PolicyAssurance
from anju.kernel.citation import Citation
from anju.kernel.finding import Computation, Severity

AUDIT_POINTS = ("C10",)
SEVERITY = Severity.WARNING
BASIS = Citation("wuhua-2023-evaluation", assurance=PolicyAssurance.REPORTED, note="上报数与批复数不一致曾被评价指出")


def check(store: FactStore, occasion: Occasion) -> Iterator[Fault]:
    for each in differences(store, occasion):
        if not each.inside:
            saying = each.saying
            other = shown(each.base, saying.subject)
            yield Fault(
                f"{saying.place}写{saying.subject.title}为{saying.quantity}，{each.against}为{other}，两处来源不同、数字不同。"
                f"可能是口径或时点不同；请核对，写明口径，或改正其中一处。",
                row_of(STATEMENTS, saying.row, "value"),
                Computation(
                    str(saying.quantity), other, (f"{saying.place}：{saying.quantity}", f"{each.against}：{other}")
                ),
            )
