"""小区多了而房子少了：实际小区数多于计划，楼栋、户数或面积却少于计划。"""

from __future__ import annotations

from collections.abc import Iterator

from anju.facts.checking import Fault
from anju.facts.checks._progress import FINISHED, STARTED, renovations
from anju.facts.checks._rows import is_whole
from anju.facts.checks._tasks import PAIRS, shown, task_totals
from anju.facts.checks._totals import Total
from anju.facts.checks._words import percent
from anju.facts.occasion import Occasion
from anju.facts.store import FactStore
from anju.facts.tables.renovations import TABLE as RENOVATIONS
from anju.kernel.assurance import PolicyAssurance
from anju.kernel.citation import Citation
from anju.kernel.finding import Computation, Severity, Where

AUDIT_POINTS = ("C09",)
SEVERITY = Severity.WARNING
BASIS = Citation("chuxiong-audit", assurance=PolicyAssurance.REPORTED, note="小区由664个增到669个，楼栋和户数反而减少")


def check(store: FactStore, occasion: Occasion) -> Iterator[Fault]:
    found = task_totals(store, occasion)
    added = _added(store, occasion)
    planned = None if found["communities"].exact is None else found["communities"].amount - added
    done = max(found[each.count].amount for each in (STARTED, FINISHED))
    if planned is None or done <= planned:
        return
    fewer = [words for words in (_fewer(title, found[plan], found[real]) for title, plan, real in PAIRS) if words]
    if fewer:
        yield Fault(
            f"计划改造{planned}个小区，实际{done}个，多{done - planned}个；{'，'.join(fewer)}。"
            f"小区增加而规模减少，可能是拆分了小区或调换了项目；请核对清单，说明调整并附批准文件。",
            Where(table=RENOVATIONS.name, key=str(occasion.year), column="communities"),
            Computation(f"{planned}个", f"{done}个", tuple(fewer)),
        )


def _added(store: FactStore, occasion: Occasion) -> int:
    """Single rows without any planned amount were added to the plan, unless no row has one."""
    rows = renovations(occasion)
    single = rows.filter(~is_whole(rows))
    bare = single.buildings_planned.isnull() & single.households_planned.isnull() & single.area_planned_dm2.isnull()
    counted = store.rows(single.aggregate(added=single.count(where=bare), rows=single.count()))[0]
    return int(counted["added"]) if counted["added"] < counted["rows"] else 0


def _fewer(title: str, plan: Total, done: Total) -> str:
    if not plan.known or done.exact is None or done.amount >= plan.amount:
        return ""
    before, after = (shown(title, each.amount) for each in (plan, done))
    return f"{title}由{before}减为{after}（为计划的{percent(done.amount, plan.amount)}）"
