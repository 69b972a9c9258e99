"""居民满意度：有效问卷里满意的比例，另列应调查的户数。"""

from __future__ import annotations

from anju.facts.occasion import Occasion
from anju.facts.tables.survey_frames import TABLE as FRAMES
from anju.kernel.assurance import PolicyAssurance
from anju.kernel.citation import Citation
from anju.measures._best import last_day
from anju.measures._measure import Asked, Measure, Sum, Sums, Supply
from anju.measures._rows import happened, of_year


def _sums(occasion: Occasion) -> Sums:
    rows = of_year(FRAMES, occasion)
    counted = happened(rows.surveyed_on, occasion)
    best = {"households": _frame, "valid": _valid, "satisfied": _valid, "surveyed_on": last_day}
    supply = Supply(FRAMES, "补登满意度调查：应调查户数、有效份数、满意份数，附问卷和汇总表", best)
    return {
        "households": Sum("应调查户数", rows, rows.households, counted, supply=supply),
        "valid": Sum("有效问卷", rows, rows.valid, counted, supply=supply),
        "satisfied": Sum("满意问卷", rows, rows.satisfied, counted, bound=rows.valid, supply=supply),
    }


def _valid(asked: Asked) -> int:
    """Everybody answered, and everybody is satisfied."""
    row = asked.row
    return row.get("valid") or row.get("returned") or row.get("issued") or _frame(asked)


def _frame(asked: Asked) -> int:
    """No more households than are known to have been asked."""
    row = asked.row
    return row.get("households") or row.get("issued") or row.get("returned") or row.get("valid") or 1


MEASURE = Measure(
    _sums,
    Citation("chongqing-2019-self-evaluation", quote="服务对象满意度", assurance=PolicyAssurance.REPORTED),
    ratio=("satisfied", "valid"),
)
