"""资金到位率：已经到位的财政资金（含专项债券）占下达（预算）资金的比例；居民和企业出的钱没有人下达，不算在内。"""

from __future__ import annotations

from anju.facts.occasion import Occasion
from anju.kernel.assurance import PolicyAssurance
from anju.kernel.citation import Citation
from anju.ledger.entries import entries
from anju.measures._measure import Measure, Sums
from anju.measures._moves import ANY_AMOUNT, sources, supplied, total


def _sums(occasion: Occasion) -> Sums:
    moves = entries(occasion)
    promised = supplied("补登下达的预算指标：金额、收文日期和文号", "下达", ANY_AMOUNT)
    public = sources(occasion, "government")
    in_place = supplied(
        "补登到位的财政资金：金额、日期和凭证", "到位", lambda asked: asked.sums.get("promised", ANY_AMOUNT), public
    )
    return {
        "promised": total(moves, "下达资金", "下达", supply=promised),
        "in_place": total(moves, "到位财政资金", "到位", public, in_place),
    }


MEASURE = Measure(
    _sums,
    Citation("caiyu-2020-10", "附件", "资金到位率＝到位资金÷预算资金", PolicyAssurance.RECALLED),
    ratio=("in_place", "promised"),
)
