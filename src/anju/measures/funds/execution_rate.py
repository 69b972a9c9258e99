"""预算执行率：截至评价时点，实际支付给施工等单位的资金占已拨付资金的比例。"""

from __future__ import annotations

from anju.facts.occasion import Occasion
from anju.kernel.assurance import PolicyAssurance
from anju.kernel.citation import Citation
from anju.ledger.entries import entries
from anju.measures._measure import Measure, Sums
from anju.measures._moves import ANY_AMOUNT, supplied, total


def _sums(occasion: Occasion) -> Sums:
    moves = entries(occasion)
    allocated = supplied("补登财政拨付项目单位的金额、日期和凭证", "拨付", ANY_AMOUNT)
    paid = supplied(
        "补登实际支付：支付给施工等单位的金额、日期和凭证",
        "支付",
        lambda asked: asked.sums.get("allocated", ANY_AMOUNT),
    )
    return {
        "allocated": total(moves, "已拨付", "拨付", supply=allocated),
        "paid": total(moves, "已支付", "支付", supply=paid),
    }


MEASURE = Measure(
    _sums,
    Citation("caiyu-2020-10", "附件", "预算执行率＝实际支出÷实际到位预算", PolicyAssurance.RECALLED),
    ratio=("paid", "allocated"),
)
