"""开工户数比例：本年度计划户数里，所在小区已经开工的比例。"""

from __future__ import annotations

import ibis

from anju.facts.occasion import Occasion
from anju.facts.tables.renovations import TABLE as RENOVATIONS
from anju.kernel.assurance import PolicyAssurance
from anju.kernel.citation import Citation
from anju.measures._measure import Measure, Sum, Sums, Supply
from anju.measures._progress import started, supplied
from anju.measures._rows import planned, weight, when


def _sums(occasion: Occasion) -> Sums:
    """Where a whole-county row says that only some communities started, their households are not known."""
    rows = planned(occasion)
    households, number = rows.households_planned, started(rows, occasion)
    value = ibis.ifelse(number == weight(rows), households, when(number == 0, 0))
    asks = Supply(RENOVATIONS, "补登年度计划的户数", {"households_planned": 1}, {"community": "*"})
    tells = supplied("补登开工日期，附施工许可或开工令", "started_on", "communities_started")
    return {
        "planned": Sum("计划户数", rows, households, supply=asks),
        "started": Sum("已开工小区的计划户数", rows, value, bound=households, supply=tells),
    }


MEASURE = Measure(
    _sums,
    Citation("laojiu-statistics-survey", quote="公布计划和新开工的小区数、户数", assurance=PolicyAssurance.REPORTED),
    ratio=("started", "planned"),
    headline="started",
)
