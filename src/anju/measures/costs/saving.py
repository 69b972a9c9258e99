"""成本控制：决算或审定的造价与概算、预算之比，不超过1为未超支。"""

from __future__ import annotations

from anju.facts.occasion import Occasion
from anju.kernel.assurance import PolicyAssurance
from anju.kernel.citation import Citation
from anju.measures._costs import PLANNED, SETTLED, by_community, supplied
from anju.measures._measure import Measure, Sum, Sums
from anju.measures._moves import ANY_AMOUNT


def _sums(occasion: Occasion) -> Sums:
    """The saving is one less the ratio. A community that is not settled leaves the actual cost open."""
    rows = by_community(occasion)
    asks = supplied("补登概算或预算金额，附批复", PLANNED)
    tells = supplied("补登审定或决算金额，附结算审核报告", SETTLED, lambda asked: asked.sums.get("planned", ANY_AMOUNT))
    return {
        "planned": Sum("计划成本（预算、概算）", rows, rows.planned, unit="fen", supply=asks),
        "actual": Sum("实际成本（决算、审定）", rows, rows.settled, unit="fen", supply=tells),
    }


MEASURE = Measure(
    _sums,
    Citation("caiyu-2020-10", quote="成本节约率＝（计划成本－实际成本）÷计划成本", assurance=PolicyAssurance.RECALLED),
    ratio=("actual", "planned"),
)
