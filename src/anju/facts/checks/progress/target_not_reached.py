"""目标未完成：可以衡量的绩效目标，实际没有达到。"""

from __future__ import annotations

from collections.abc import Iterator

from anju.facts.checking import Fault, row_of
from anju.facts.checks._goals import measurable, milli, missed
from anju.facts.checks._progress import STARTED
from anju.facts.checks._tasks import task_totals
from anju.facts.occasion import Occasion
from anju.facts.store import FactStore
from anju.facts.tables.goals import TABLE as GOALS
from anju.facts.tables.renovations import TABLE as RENOVATIONS
from anju.kernel.assurance import PolicyAssurance
from anju.kernel.citation import Citation
from anju.kernel.finding import Computation, Severity, Where
from anju.kernel.period import chinese_date

AUDIT_POINTS = ("P05",)
SEVERITY = Severity.WARNING
BASIS = Citation("renshou-2020-2022-audit", assurance=PolicyAssurance.REPORTED, note="审计指出改造目标没有按期完成")


def check(store: FactStore, occasion: Occasion) -> Iterator[Fault]:
    rows = measurable(occasion)
    for row in store.rows(rows.filter(missed(rows, occasion))):
        target, actual = milli(row, "target_milli"), milli(row, "actual_milli")
        reason = f"所写原因：{row['reason']}。" if row["reason"] else "没有写偏差原因。"
        yield Fault(
            f"绩效目标“{row['title']}”指标值{row['relation']}{target}，实际{actual}，没有达到。{reason}"
            f"请核对实际值；属实的，写明原因和补救措施。",
            row_of(GOALS, row, "actual_milli"),
            Computation(f"{row['relation']}{target}", actual, ()),
        )
    if occasion.as_of >= occasion.year_end:
        yield from _unstarted(store, occasion)


def _unstarted(store: FactStore, occasion: Occasion) -> Iterator[Fault]:
    """What is planned for a year has to be started within it."""
    found = task_totals(store, occasion)
    planned, started = found["communities"].exact, found[STARTED.count].exact
    if planned is not None and started is not None and started < planned:
        yield Fault(
            f"计划改造{planned}个小区，截至{chinese_date(occasion.as_of)}开工{started}个，"
            f"还有{planned - started}个没有开工。"
            f"请核对开工日期；属实的，说明原因和是否办理了计划调整。",
            Where(table=RENOVATIONS.name, key=str(occasion.year), column="started_on"),
            Computation(f"{planned}个", f"{started}个", (f"未开工{planned - started}个",)),
        )
