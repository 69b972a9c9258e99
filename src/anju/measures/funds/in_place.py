"""资金到位率：已经到位的资金占下达（预算）资金的比例。"""

from __future__ import annotations

from anju.facts.occasion import Occasion
from anju.kernel.assurance import PolicyAssurance
from anju.kernel.citation import Citation
from anju.ledger.entries import entries
from anju.measures._measure import Measure, Sums
from anju.measures._moves import ANY_AMOUNT, supplied, total


def _sums(occasion: Occasion) -> Sums:
    moves = entries(occasion)
    promised = supplied("补登下达的预算指标：金额、收文日期和文号", "下达", ANY_AMOUNT)
    in_place = supplied("补登到位资金：金额、日期和凭证", "到位", lambda asked: asked.sums.get("promised", ANY_AMOUNT))
    return {
        "promised": total(moves, "下达资金", "下达", supply=promised),
        "in_place": total(moves, "到位资金", "到位", supply=in_place),
    }


MEASURE = Measure(
    _sums,
    Citation("caiyu-2020-10", "附件", "资金到位率＝到位资金÷预算资金", PolicyAssurance.RECALLED),
    ratio=("in_place", "promised"),
)
