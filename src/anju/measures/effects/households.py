"""受益户数：改造让多少户受益，计划多少户、完工小区的多少户、已验收小区的多少户。"""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from anju.facts.occasion import Occasion
from anju.facts.tables.acceptances import TABLE as ACCEPTANCES
from anju.facts.tables.renovations import TABLE as RENOVATIONS
from anju.kernel.assurance import PolicyAssurance
from anju.kernel.citation import Citation
from anju.measures._acceptances import accepted, with_acceptances
from anju.measures._best import last_day
from anju.measures._measure import Measure, Sum, Sums, Supply
from anju.measures._progress import finished, supplied
from anju.measures._rows import planned, weight, when


def _sums(occasion: Occasion) -> Sums:
    """A community counts with its actual households, or the planned ones where nobody wrote the actual ones.

    Where only some communities of a whole-county row are done, nobody knows how many households live there.
    """
    rows, beside = planned(occasion), with_acceptances(occasion)
    living = rows.households_actual.fill_null(rows.households_planned)
    there = beside.plan_households
    done = _share(finished(rows, occasion), weight(rows), living)
    asks = Supply(RENOVATIONS, "补登计划的户数", {"households_planned": 1}, {"community": "*"})
    tells = supplied("补登完工日期，附竣工资料", "finished_on", "communities_finished")
    passes = Supply(ACCEPTANCES, "补登各小区的验收日期和结果，附验收报告", {"passed": True, "accepted_on": last_day})
    return {
        "planned": Sum("计划受益户数", rows, rows.households_planned, supply=asks),
        "done": Sum("完工小区受益户数", rows, done, bound=living, supply=tells),
        "accepted": Sum(
            "验收小区受益户数",
            beside,
            _share(accepted(beside, occasion), beside.weight, there),
            bound=there,
            supply=passes,
        ),
    }


def _share(number: ir.Value, whole: ir.Value, households: ir.Value) -> ir.Value:
    """All households where all communities of the row are done, none where none is."""
    return ibis.ifelse(number == whole, households, when(number == 0, 0))


MEASURE = Measure(
    _sums,
    Citation("laojiu-statistics-survey", quote="公布计划和新开工的小区数、户数", assurance=PolicyAssurance.REPORTED),
    ratio=("done", "planned"),
    headline="done",
)
