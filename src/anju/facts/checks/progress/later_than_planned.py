"""工期拖延：开工或完工晚于计划日期，或到期还没有完工。"""

from __future__ import annotations

from collections.abc import Iterator

from anju.facts.checking import Fault, row_of
from anju.facts.checks._progress import FINISHED, STARTED, reached, renovations
from anju.facts.checks._words import called, names
from anju.facts.occasion import Occasion
from anju.facts.store import FactStore
from anju.facts.tables.renovations import TABLE as RENOVATIONS
from anju.kernel.assurance import PolicyAssurance
from anju.kernel.citation import Citation
from anju.kernel.finding import Computation, Severity
from anju.kernel.period import chinese_date

AUDIT_POINTS = ("P05",)
SEVERITY = Severity.WARNING
BASIS = Citation("renshou-2020-2022-audit", assurance=PolicyAssurance.REPORTED, note="审计指出改造目标没有按期完成")
STEPS = (("开工", "start_planned_on", STARTED), ("完工", "finish_planned_on", FINISHED))


def check(store: FactStore, occasion: Occasion) -> Iterator[Fault]:
    """A step whose day is not known and whose stage is not told is missing, not late."""
    known = names(store, occasion)
    rows = renovations(occasion)
    for words, planned, milestone in STEPS:
        due, day = rows[planned], rows[str(milestone.day)]
        pending = day.isnull() | (day > occasion.as_of)
        open_ = pending & (due < occasion.as_of) & ~reached(rows, occasion, milestone)
        late = (day > due) & (day <= occasion.as_of)
        for row in store.rows(rows.filter(late.fill_null(False) | open_.fill_null(False))):
            done = row[str(milestone.day)]
            ended = done is not None and done <= occasion.as_of
            last = done if ended else occasion.as_of
            days = (last - row[planned]).days
            state = f"{chinese_date(last)}才{words}" if ended else f"到{chinese_date(last)}还没有{words}"
            yield Fault(
                f"{called(known, row['community'])}计划{chinese_date(row[planned])}{words}，{state}，晚{days}日。"
                f"请核对日期；属实的，说明延误原因和是否办理了延期。",
                row_of(RENOVATIONS, row, str(milestone.day)),
                Computation(chinese_date(row[planned]), chinese_date(last), (f"{days}日",)),
            )
