"""分值不成百：绩效目标的分值合计不是一百分，也不是扣去预算执行率后的九十分。"""

from __future__ import annotations

from collections.abc import Iterator

from anju.facts.checking import Fault
from anju.facts.checks._goals import goals
from anju.facts.occasion import Occasion
from anju.facts.store import FactStore
from anju.facts.tables.goals import TABLE as GOALS
from anju.kernel.assurance import PolicyAssurance
from anju.kernel.citation import Citation
from anju.kernel.finding import Computation, Severity, Where
from anju.policy.scheme import SCALE, points_text

AUDIT_POINTS = ("V06",)
SEVERITY = Severity.WARNING
BASIS = Citation("caiyu-2020-10", assurance=PolicyAssurance.RECALLED)


def check(store: FactStore, occasion: Occasion) -> Iterator[Fault]:
    """Only when every goal has its points. The execution rate has its own, which a county may or may not list."""
    rows = goals(occasion)
    sums = rows.aggregate(
        n=rows.count(), known=rows.weight.count(), weight=rows.weight.sum().cast("int64"), id=rows.id.min()
    )
    found = store.rows(sums)[0]
    rule = occasion.parameter("goals/weight_total")
    total, execution = (int(rule.value.mapping()[key].fraction() * SCALE) for key in ("total", "execution"))
    if found["n"] and found["known"] == found["n"] and found["weight"] not in (total, total - execution):
        shown = points_text(found["weight"])
        yield Fault(
            f"绩效目标{found['n']}项分值合计{shown}分，应为{points_text(total)}分"
            f"（不含预算执行率的{points_text(execution)}分时为{points_text(total - execution)}分）。请核对各项分值。",
            Where(table=GOALS.name, key=found["id"], column="weight"),
            Computation(f"{shown}分", f"{points_text(total)}分", (f"预算执行率{points_text(execution)}分",)),
            basis=rule.citation,
        )
