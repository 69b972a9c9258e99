"""造价类口径共用：每个小区取哪一个造价。"""

from __future__ import annotations

from collections.abc import Sequence

import ibis
import ibis.expr.types as ir

from anju.facts._table import WHOLE_COUNTY
from anju.facts.occasion import Occasion
from anju.facts.tables.costings import TABLE as COSTINGS
from anju.kernel.assurance import RowAssurance
from anju.measures._best import Best
from anju.measures._measure import Sum, Supply
from anju.measures._moves import ANY_AMOUNT
from anju.measures._rows import happened, of_year, worst_assurance

CLAIM = "送审"
"""What the contractor asks for: no costing that anybody has agreed to."""
PLANNED = ("预算", "概算")
SETTLED = ("决算", "审定")


def by_community(occasion: Occasion) -> ir.Table:
    """Region, community, assurance, and amounts in 分 of each costed community, or of the whole county.

    `investment` is the amount of the furthest stage (决算 审定 合同 预算 概算 估算 未注明阶段), `planned` and
    `settled` the furthest of PLANNED and SETTLED. Where there is a real amount, made-up ones are left aside, whatever
    their stage.
    """
    rows = of_year(COSTINGS, occasion)
    stages = [stage for stage in occasion.words("costing_stages").terms if stage != CLAIM]
    rows = rows.filter(rows.stage.isin(stages), happened(rows.determined_on, occasion))
    rows = rows.mutate(place=rows.stage.cases(*((stage, place) for place, stage in enumerate(stages))))
    known = rows.amount_fen.notnull()
    real = known & (rows.assurance != RowAssurance.ILLUSTRATIVE.value)

    def furthest(some: Sequence[str]) -> ir.Value:
        among = rows.stage.isin(list(some))
        best = [rows.amount_fen.argmax(rows.place, where=each & among) for each in (real, known)]
        return ibis.ifelse(real.any(), *best)

    return rows.group_by("region", "community").aggregate(
        investment=furthest(stages),
        planned=furthest(PLANNED),
        settled=furthest(SETTLED),
        assurance=ibis.ifelse(real.any(), worst_assurance(rows, real), worst_assurance(rows)),
    )


def investment(occasion: Occasion) -> Sum:
    """The investment of all communities, each at its furthest stage."""
    rows = by_community(occasion)
    supply = supplied("补登项目投资：估算、概算、预算、合同、审定或决算金额，附造价文件", ("决算",))
    return Sum("项目投资", rows, rows.investment, unit="fen", supply=supply)


def supplied(says: str, stages: Sequence[str], amount: Best | int = ANY_AMOUNT) -> Supply:
    """An amount missing at one of the stages; a new one is of the first of them, for the whole county."""
    fresh = {"community": WHOLE_COUNTY, "stage": stages[0]}
    return Supply(COSTINGS, says, {"amount_fen": amount}, {"stage": tuple(stages)}, fresh)
