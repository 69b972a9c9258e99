"""满意度目标偏低：满意度的指标值低于通行的下限，达到了也说明不了什么。"""

from __future__ import annotations

from collections.abc import Iterator

from anju.facts.checking import Fault, row_of
from anju.facts.checks._goals import goals, milli
from anju.facts.checks._words import share
from anju.facts.occasion import Occasion
from anju.facts.store import FactStore
from anju.facts.tables.goals import TABLE as GOALS
from anju.kernel.assurance import PolicyAssurance
from anju.kernel.citation import Citation
from anju.kernel.finding import Severity

AUDIT_POINTS = ()
SEVERITY = Severity.NOTE
BASIS = Citation("caizong-2022-37", assurance=PolicyAssurance.RECALLED, note="区域绩效目标表通行80%以上")
PERCENT = 100_000
"""The whole, in thousandths of a percent."""


def check(store: FactStore, occasion: Occasion) -> Iterator[Fault]:
    rule = occasion.parameter("satisfaction/target_minimum")
    least = rule.fraction()
    rows = goals(occasion)
    percents = rows.filter(rows.kind == "满意度", rows.unit.strip().isin(["%", "％", "百分比"]))
    low = percents.target_milli * least.denominator < least.numerator * PERCENT
    for row in store.rows(percents.filter(low)):
        yield Fault(
            f"绩效目标“{row['title']}”的指标值为{milli(row, 'target_milli')}，低于通行的下限{share(least)}。"
            f"请按上级下达的区域绩效目标核对，或说明定低的理由。",
            row_of(GOALS, row, "target_milli"),
            basis=rule.citation,
        )
