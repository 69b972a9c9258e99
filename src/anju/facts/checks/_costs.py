"""核查共用的总投资：每个小区取最靠后的造价阶段，送审价不算。"""

from __future__ import annotations

from dataclasses import dataclass

import ibis
import ibis.expr.types as ir

from anju.facts.checks._once import once
from anju.facts.checks._progress import communities, renovations
from anju.facts.checks._rows import is_whole, of_year, preferred
from anju.facts.checks._totals import folded, grouped, total
from anju.facts.occasion import Occasion
from anju.facts.store import FactStore
from anju.facts.tables.costings import TABLE as COSTINGS

ASKED = "送审"
"""What the contractor asks for; nobody has approved it."""
UNSPECIFIED = "未注明阶段"


@dataclass(frozen=True)
class Investment:
    """The county's investment in 分 and the stages it was taken from."""

    amount: int
    stages: tuple[str, ...]

    @property
    def named(self) -> str:
        """总投资, or with the stages: 总投资（决算、审定）."""
        stages = [stage for stage in self.stages if stage != UNSPECIFIED]
        return f"总投资（{'、'.join(stages)}）" if stages else "总投资"


def ranked(rows: ir.Table, occasion: Occasion) -> ir.IntegerValue:
    """The place of a row's stage on the way from estimate to final account."""
    orders = [(code, int(term.text("order"))) for code, term in occasion.words("costing_stages").terms.items()]
    return rows.stage.cases(*orders, else_=ibis.null("int64"))


@once
def investment(store: FactStore, occasion: Occasion) -> Investment | None:
    """None when nobody says, or not for every planned community."""
    rows = of_year(COSTINGS, occasion)
    rows = rows.filter(rows.stage != ASKED, rows.amount_fen.notnull())
    last = rows.group_by(community=rows.community, assurance=rows.assurance).aggregate(
        amount_fen=rows.amount_fen.argmax(ranked(rows, occasion)), stage=rows.stage.argmax(ranked(rows, occasion))
    )
    found = folded(store.rows(grouped(last, last.amount_fen)))
    if found.exact is None or not _covers_the_plan(store, occasion, last):
        return None
    orders = occasion.words("costing_stages").codes()
    stages = {row["stage"] for row in store.rows(preferred(store, last).select("stage").distinct())}
    return Investment(found.exact, tuple(sorted(stages, key=orders.index, reverse=True)))


def _covers_the_plan(store: FactStore, occasion: Occasion, last: ir.Table) -> bool:
    """Single costings must be there for as many communities as the plan has; the whole-county row speaks for all."""
    chosen = preferred(store, last)
    counted = store.rows(chosen.aggregate(single=chosen.count(where=~is_whole(chosen)), rows=chosen.count()))[0]
    if counted["single"] < counted["rows"]:
        return True
    plan = renovations(occasion)
    planned = total(store, plan, communities(plan))
    return planned.exact is None or counted["single"] >= planned.exact
