"""上级资金使用率：上级资金里已经支付出去的占到位的比例。"""

from __future__ import annotations

from anju.facts.occasion import Occasion
from anju.kernel.assurance import PolicyAssurance
from anju.kernel.citation import Citation
from anju.ledger.entries import entries
from anju.measures._measure import Measure, Sums
from anju.measures._moves import ANY_AMOUNT, sources, supplied, total


def _sums(occasion: Occasion) -> Sums:
    moves = entries(occasion)
    above = sources(occasion, "above_county")
    received = supplied("补登到位的上级资金：金额、日期和凭证", "到位", ANY_AMOUNT, above)
    used = supplied(
        "补登上级资金的支付，并注明资金来源", "支付", lambda asked: asked.sums.get("received", ANY_AMOUNT), above
    )
    return {
        "received": total(moves, "上级资金到位", "到位", above, received),
        "used": total(moves, "上级资金支付", "支付", above, used),
    }


MEASURE = Measure(
    _sums,
    Citation("jiangxi-2022-evaluation", quote="中央补助资金使用情况", assurance=PolicyAssurance.REPORTED),
    ratio=("used", "received"),
)
