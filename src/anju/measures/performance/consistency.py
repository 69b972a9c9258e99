"""数据一致：文件里说的小区数、楼栋数、户数、改造面积，几处可与计划对照，几处对不上。"""

from __future__ import annotations

from anju.facts.occasion import Occasion
from anju.facts.tables.statements import TABLE as STATEMENTS
from anju.kernel.assurance import PolicyAssurance
from anju.kernel.citation import Citation
from anju.measures._agreement import compared
from anju.measures._measure import Measure, Sum, Sums, Supply
from anju.measures._progress import plan
from anju.measures._rows import ONE, as_count, planned, when


def _sums(occasion: Occasion) -> Sums:
    """A statement counts as compared when it and the plan are both readable; printed to 0.01 万㎡, it agrees with
    whatever is printed so."""
    rows = compared(occasion)
    best = {"value": lambda asked: str(asked.sums.get("planned", 1)), "unit": "个"}
    says = "补登统计系统和上报文件里的小区数、楼栋数、户数、面积，注明出处"
    supply = Supply(STATEMENTS, says, best, {"subject": "小区数"})
    return {
        "compared": Sum("可对照的说法", rows, when(rows.agrees.notnull(), 1), bound=ONE, supply=supply),
        "different": Sum("与计划不一致的说法", rows, as_count(~rows.agrees), bound=ONE, supply=supply),
        "planned": plan(planned(occasion)),
    }


MEASURE = Measure(
    _sums,
    Citation("laojiu-statistics-survey", quote="年度计划、改造进展", assurance=PolicyAssurance.REPORTED),
    headline="different",
)
