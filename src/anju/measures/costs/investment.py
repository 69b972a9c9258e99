"""项目投资：每个小区取最靠后阶段的造价，全部加起来。"""

from __future__ import annotations

from anju.facts.occasion import Occasion
from anju.kernel.assurance import PolicyAssurance
from anju.kernel.citation import Citation
from anju.measures._costs import investment
from anju.measures._measure import Measure, Sums


def _sums(occasion: Occasion) -> Sums:
    return {"amount": investment(occasion)}


MEASURE = Measure(
    _sums,
    Citation(
        "anju-default",
        note="阶段的先后：决算、审定、合同、预算、概算、估算、未注明阶段",
        assurance=PolicyAssurance.DEFAULT,
    ),
    headline="amount",
)
