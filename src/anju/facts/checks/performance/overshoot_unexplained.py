"""超额太多：实际大幅超过目标，没有说明原因。"""

from __future__ import annotations

from collections.abc import Iterator

from anju.facts.checking import Fault, row_of
from anju.facts.checks._goals import measurable, milli
from anju.facts.checks._words import percent, share
from anju.facts.occasion import Occasion
from anju.facts.store import FactStore
from anju.facts.tables.goals import TABLE as GOALS
from anju.kernel.assurance import PolicyAssurance
from anju.kernel.citation import Citation
from anju.kernel.finding import Computation, Severity

AUDIT_POINTS = ("V07",)
SEVERITY = Severity.NOTE
BASIS = Citation("caiyu-2020-10", "", "", PolicyAssurance.RECALLED, "目标定得过低而大幅超额的，酌情扣分")


def check(store: FactStore, occasion: Occasion) -> Iterator[Fault]:
    """For a goal that says 「at most」, more is a miss and told as such."""
    rule = occasion.parameter("overshoot/limit")
    limit = rule.fraction()
    relations = occasion.words("goal_relations")
    upward = (*relations.codes("direction", "up"), *relations.codes("direction", "equal"))
    rows = measurable(occasion)
    above = rows.actual_milli * limit.denominator > rows.target_milli * limit.numerator
    silent = rows.reason.fill_null("").strip() == ""
    for row in store.rows(rows.filter(rows.relation.isin(upward), rows.target_milli > 0, above, silent)):
        ratio = percent(row["actual_milli"], row["target_milli"])
        yield Fault(
            f"绩效目标“{row['title']}”指标值{milli(row, 'target_milli')}，实际{milli(row, 'actual_milli')}，"
            f"为目标的{ratio}，超过{share(limit)}而没有说明。可能是目标定得过低或口径不同；请写明原因。",
            row_of(GOALS, row, "reason"),
            Computation(milli(row, "target_milli"), milli(row, "actual_milli"), (ratio,)),
            basis=rule.citation,
        )
