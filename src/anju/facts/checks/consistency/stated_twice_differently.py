"""同数异说：同一份文件里，同一个数前后不一样。"""

from __future__ import annotations

from collections.abc import Iterator

from anju.facts.checking import Fault, row_of
from anju.facts.checks._sayings import differences, shown
from anju.facts.occasion import Occasion
from anju.facts.store import FactStore
from anju.facts.tables.statements import TABLE as STATEMENTS
from anju.kernel.citation import Citation
from anju.kernel.finding import Computation, Severity

AUDIT_POINTS = ("C01",)
SEVERITY = Severity.ERROR
BASIS = Citation("anju-default", note="同一份报告里的同一个数只能有一个")


def check(store: FactStore, occasion: Occasion) -> Iterator[Fault]:
    for each in differences(store, occasion):
        if each.inside:
            saying = each.saying
            other = shown(each.base, saying.subject)
            yield Fault(
                f"{saying.place}写{saying.subject.title}为{saying.quantity}，{each.against}为{other}，"
                f"同一份文件前后不一致。请核对原始资料，改正写错的一处。",
                row_of(STATEMENTS, saying.row, "value"),
                Computation(
                    str(saying.quantity), other, (f"{saying.place}：{saying.quantity}", f"{each.against}：{other}")
                ),
            )
