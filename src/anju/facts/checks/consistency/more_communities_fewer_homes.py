"""小区多了而房子少了：实际小区数多于计划，楼栋、户数或面积却少于计划。"""

from __future__ import annotations

from collections.abc import Iterator

import ibis.expr.types as ir

from anju.facts.checking import Fault
from anju.facts.checks._progress import FINISHED, STARTED, Milestone, communities_at, reached, renovations
from anju.facts.checks._progress import communities as planned_communities
from anju.facts.checks._rows import is_whole
from anju.facts.checks._totals import total
from anju.facts.checks._words import percent
from anju.facts.occasion import Occasion
from anju.facts.store import FactStore
from anju.facts.tables.renovations import TABLE as RENOVATIONS
from anju.kernel.area import wan_square_metres
from anju.kernel.assurance import PolicyAssurance
from anju.kernel.citation import Citation
from anju.kernel.finding import Computation, Severity, Where

AUDIT_POINTS = ("C09",)
SEVERITY = Severity.WARNING
BASIS = Citation("chuxiong-audit", assurance=PolicyAssurance.REPORTED, note="小区由664个增到669个，楼栋和户数反而减少")
PAIRS = (
    ("楼栋数", "buildings_planned", "buildings_actual"),
    ("户数", "households_planned", "households_actual"),
    ("建筑面积", "area_planned_dm2", "area_actual_dm2"),
)


def check(store: FactStore, occasion: Occasion) -> Iterator[Fault]:
    rows = renovations(occasion)
    planned = total(store, rows, _planned(rows)).exact
    done = max(_at(store, occasion, rows, each) for each in (STARTED, FINISHED))
    if planned is None or done <= planned:
        return
    fewer = [words for words in (_fewer(store, rows, *pair) for pair in PAIRS) if words]
    if fewer:
        yield Fault(
            f"计划改造{planned}个小区，实际{done}个，多{done - planned}个；{'，'.join(fewer)}。"
            f"小区增加而规模减少，可能是拆分了小区或调换了项目；请核对清单，说明调整并附批准文件。",
            Where(table=RENOVATIONS.name, key=str(occasion.year), column="communities"),
            Computation(f"{planned}个", f"{done}个", tuple(fewer)),
        )


def _planned(rows: ir.Table) -> ir.IntegerValue:
    """A single row without any planned amount was added to the plan: it counts 0."""
    added = rows.buildings_planned.isnull() & rows.households_planned.isnull() & rows.area_planned_dm2.isnull()
    return (is_whole(rows) | ~added).ifelse(planned_communities(rows), 0)


def _at(store: FactStore, occasion: Occasion, rows: ir.Table, milestone: Milestone) -> int:
    said = rows.filter(reached(rows, occasion, milestone).notnull())
    return total(store, said, communities_at(said, occasion, milestone)).amount


def _fewer(store: FactStore, rows: ir.Table, title: str, planned: str, actual: str) -> str:
    plan, done = total(store, rows, rows[planned]), total(store, rows, rows[actual])
    if not plan.known or done.exact is None or done.amount >= plan.amount:
        return ""
    numbers = [each.amount for each in (plan, done)]
    shown = [f"{wan_square_metres(n)}万㎡" if planned.endswith("_dm2") else str(n) for n in numbers]
    return f"{title}由{shown[0]}减为{shown[1]}（为计划的{percent(done.amount, plan.amount)}）"
