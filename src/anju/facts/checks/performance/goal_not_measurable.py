"""目标不可衡量：绩效目标没有指标值，产出指标写成定性的话。"""

from __future__ import annotations

from collections.abc import Iterator

from anju.facts.checking import Fault, row_of
from anju.facts.checks._goals import goals, measurable
from anju.facts.checks._sayings import sayings
from anju.facts.checks._words import quoted
from anju.facts.occasion import Occasion
from anju.facts.store import FactStore
from anju.facts.tables.goals import TABLE as GOALS
from anju.facts.tables.statements import TABLE as STATEMENTS
from anju.kernel.assurance import PolicyAssurance
from anju.kernel.citation import Citation
from anju.kernel.finding import Severity

AUDIT_POINTS = ("V02",)
SEVERITY = Severity.WARNING
BASIS = Citation("caiyu-2020-10", "", "", PolicyAssurance.RECALLED, "绩效目标要细化量化，完成情况才能比较")
STATED = "绩效目标"


def check(store: FactStore, occasion: Occasion) -> Iterator[Fault]:
    """Effects may be told in words, as the forms allow; outputs may not. Where nothing is measurable that is all."""
    if store.run(measurable(occasion).limit(1)).num_rows:
        yield from _each(store, occasion)
    else:
        yield from _none(store, occasion)


def _none(store: FactStore, occasion: Occasion) -> Iterator[Fault]:
    rows = store.rows(goals(occasion).order_by("id"))
    said = sayings(store, occasion, STATED)
    advice = "请按小区数、户数、面积、工期、成本、满意度等补写可以比较的指标值。"
    if rows:
        titles = "".join(quoted(row["title"]) for row in rows[:3]) + ("等" if len(rows) > 3 else "")
        message = f"绩效目标{len(rows)}项（{titles}），没有一项有指标值，完成与否无从衡量。{advice}"
        yield Fault(message, row_of(GOALS, rows[0], "target_milli"))
    elif said:
        message = (
            f"{said[0].place}写的绩效目标{quoted(said[0].row['words'] or '')}没有指标值，完成与否无从衡量。{advice}"
        )
        yield Fault(message, row_of(STATEMENTS, said[0].row, "words"))


def _each(store: FactStore, occasion: Occasion) -> Iterator[Fault]:
    kinds, relations = occasion.words("goal_kinds"), occasion.words("goal_relations")
    amounts = relations.codes("measurable", "true")
    rows = goals(occasion)
    empty = rows.relation.isin(amounts) & rows.target_milli.isnull()
    worded = rows.kind.isin(kinds.codes("group", "产出")) & rows.relation.isin(relations.codes("measurable", "false"))
    for row in store.rows(rows.filter(empty | worded)):
        fault = "是产出指标，却写成定性的话" if row["relation"] not in amounts else "没有指标值"
        yield Fault(
            f"绩效目标“{row['title']}”（{kinds.terms[row['kind']].title}）{fault}，完成与否无从衡量。请补写指标值和单位。",
            row_of(GOALS, row, "target_milli"),
        )
