"""核查共用的总投资：每个小区取最靠后的造价阶段，送审价不算。"""

from __future__ import annotations

from dataclasses import dataclass

import ibis
import ibis.expr.types as ir

from anju.facts.checks._once import once
from anju.facts.checks._rows import of_year
from anju.facts.checks._tasks import task_totals
from anju.facts.checks._totals import folded, grouped
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
    groups = store.rows(grouped(last, last.amount_fen, stage=last.stage))
    found = folded(groups)
    planned = task_totals(store, occasion)["communities"].exact
    if found.exact is None or (not found.whole and planned is not None and found.known < planned):
        return None
    orders = occasion.words("costing_stages").codes()
    stages = {group["stage"] for group in groups if group["whole"] is found.whole}
    return Investment(found.exact, tuple(sorted(stages, key=orders.index, reverse=True)))
