"""资金筹措率：到位资金占项目投资的比例，投资取最靠后阶段的造价。"""

from __future__ import annotations

from anju.facts.occasion import Occasion
from anju.kernel.assurance import PolicyAssurance
from anju.kernel.citation import Citation
from anju.ledger.entries import entries
from anju.measures._costs import investment
from anju.measures._measure import Measure, Sums
from anju.measures._moves import ANY_AMOUNT, supplied, total


def _sums(occasion: Occasion) -> Sums:
    in_place = supplied(
        "补登到位资金：金额、日期和凭证", "到位", lambda asked: asked.sums.get("investment", ANY_AMOUNT)
    )
    return {
        "in_place": total(entries(occasion), "到位资金", "到位", supply=in_place),
        "investment": investment(occasion),
    }


MEASURE = Measure(
    _sums,
    Citation("jiangxi-2022-evaluation", quote="改造资金筹措", assurance=PolicyAssurance.REPORTED),
    ratio=("in_place", "investment"),
)
