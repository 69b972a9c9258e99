"""预算执行率：截至评价时点，实际支付给施工等单位的资金占已拨付资金的比例。"""

from __future__ import annotations

from anju.facts.occasion import Occasion
from anju.facts.tables.fund_moves import TABLE as MOVES
from anju.kernel.assurance import PolicyAssurance
from anju.kernel.citation import Citation
from anju.measures._measure import Measure, Sum, Sums, Supply
from anju.measures._rows import of_year


def _sums(occasion: Occasion) -> Sums:
    moves = of_year(MOVES, occasion)
    paid = Supply(
        MOVES,
        "补登实际支付：支付给施工等单位的金额、日期和凭证",
        match={"kind": "支付", "community": None},
        values={"amount_fen": lambda asked: asked.sums["allocated"], "moved_on": lambda asked: asked.occasion.year_end},
    )
    return {
        "allocated": Sum("已拨付", moves, moves.amount_fen, moves.kind == "拨付", unit="fen"),
        "paid": Sum("已支付", moves, moves.amount_fen, moves.kind == "支付", unit="fen", supply=paid),
    }


MEASURE = Measure(
    _sums,
    Citation("caiyu-2020-10", "附件", "预算执行率＝实际支出÷实际到位预算", PolicyAssurance.RECALLED),
    ratio=("paid", "allocated"),
)
