"""比率异常：合格率、满意率等超过百分之百，或目标写成不可能超过的“≥100%”。"""

from __future__ import annotations

import re
from collections.abc import Iterator

from anju.facts.checking import Fault, row_of
from anju.facts.checks._goals import goals, milli
from anju.facts.checks._sayings import sayings
from anju.facts.occasion import Occasion
from anju.facts.store import FactStore
from anju.facts.tables.goals import TABLE as GOALS
from anju.facts.tables.statements import TABLE as STATEMENTS
from anju.kernel.assurance import PolicyAssurance
from anju.kernel.citation import Citation
from anju.kernel.finding import Severity

AUDIT_POINTS = ("V05",)
SEVERITY = Severity.WARNING
BASIS = Citation("tangxi-2022-form", assurance=PolicyAssurance.REPORTED, note="曾把合格率目标写成≥100%")
FULL = 100_000
"""100 %, in thousandths of a percent."""
BOUNDED = re.compile("合格|满意|达标|覆盖|及时|完好|执行率|到位率|公开率")
"""Rates of a part in a whole; a completion rate may well be above 100 %."""


def check(store: FactStore, occasion: Occasion) -> Iterator[Fault]:
    for said in sayings(store, occasion):
        if said.subject.text("unit") == "%" and said.quantity is not None and said.quantity.base > 10_000:
            yield Fault(
                f"{said.place}写{said.subject.title}为{said.quantity}，超过100%。这个比率的分子是分母的一部分，不会超过；"
                f"请核对分子分母。",
                row_of(STATEMENTS, said.row, "value"),
            )
    rows = goals(occasion)
    percents = rows.filter(rows.unit.strip().isin(["%", "％", "百分比"]))
    odd = (percents.target_milli >= FULL) | (percents.actual_milli > FULL)
    for row in store.rows(percents.filter(odd)):
        if BOUNDED.search(row["title"]):
            yield from _goal(row)


def _goal(row: dict[str, object]) -> Iterator[Fault]:
    target, actual = row["target_milli"], row["actual_milli"]
    if isinstance(target, int) and (target > FULL or (target == FULL and row["relation"] == "≥")):
        yield Fault(
            f"绩效目标“{row['title']}”的指标值写成{row['relation']}{milli(row, 'target_milli')}，而这个比率最多是100%。"
            f"请改为=100%，或改低指标值。",
            row_of(GOALS, row, "target_milli"),
        )
    if isinstance(actual, int) and actual > FULL:
        yield Fault(
            f"绩效目标“{row['title']}”实际{milli(row, 'actual_milli')}，超过100%。请核对分子分母。",
            row_of(GOALS, row, "actual_milli"),
        )
