"""资金各环节：下达、到位、拨付、支付、结转、收回各多少，余额由此相减。"""

from __future__ import annotations

from anju.facts.occasion import Occasion
from anju.kernel.assurance import PolicyAssurance
from anju.kernel.citation import Citation
from anju.ledger.entries import entries, stages
from anju.measures._measure import Measure, Sums
from anju.measures._moves import ANY_AMOUNT, supplied, total


def _sums(occasion: Occasion) -> Sums:
    """A remainder is no sum of rows: each stage chooses its rows by law 4 first (`anju.ledger.balances.accounts`)."""
    moves = entries(occasion)
    best = {"carried_over": 0, "recovered": 0}
    return {
        stage: total(
            moves,
            f"{kind}资金",
            kind,
            supply=supplied(f"补登资金{kind}：金额、日期和凭证；没有的填0", kind, best.get(stage, ANY_AMOUNT)),
        )
        for stage, kind in stages(occasion).items()
    }


MEASURE = Measure(
    _sums,
    Citation("caiyu-2020-10", quote="资金到位率、预算执行率", assurance=PolicyAssurance.RECALLED),
    headline="paid",
)
