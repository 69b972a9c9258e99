"""户均投资：项目投资除以改造户数，户数取实际的，没有实际的取计划的。"""

from __future__ import annotations

from anju.facts.occasion import Occasion
from anju.facts.tables.renovations import TABLE as RENOVATIONS
from anju.kernel.assurance import PolicyAssurance
from anju.kernel.citation import Citation
from anju.measures._costs import investment
from anju.measures._measure import Measure, Sum, Sums, Supply
from anju.measures._rows import planned


def _sums(occasion: Occasion) -> Sums:
    """In 分 a household."""
    rows = planned(occasion)
    living = rows.households_actual.fill_null(rows.households_planned)
    supply = Supply(RENOVATIONS, "补登改造的户数", {"households_planned": 1}, {"community": "*"})
    return {"amount": investment(occasion), "households": Sum("改造户数", rows, living, supply=supply)}


MEASURE = Measure(
    _sums,
    Citation("caiyu-2020-10", quote="产出成本", assurance=PolicyAssurance.RECALLED),
    ratio=("amount", "households"),
)
