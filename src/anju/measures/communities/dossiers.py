"""一小区一档：本年度计划小区里，五类档案资料都齐全的比例。"""

from __future__ import annotations

from functools import reduce
from operator import and_

from anju.facts.occasion import Occasion
from anju.facts.tables.communities import TABLE as COMMUNITIES
from anju.kernel.assurance import PolicyAssurance
from anju.kernel.citation import Citation
from anju.measures._measure import Measure, Sum, Sums, Supply
from anju.measures._progress import plan
from anju.measures._rows import as_count, per_community, planned

PARTS = tuple(column.name for column in COMMUNITIES.columns if column.name.startswith("dossier_"))


def _sums(occasion: Occasion) -> Sums:
    """One part missing makes a dossier incomplete, whatever is known of the others."""
    rows = per_community(COMMUNITIES, occasion)
    complete = as_count(reduce(and_, (rows[part] for part in PARTS))) * rows.weight
    supply = Supply(COMMUNITIES, "补登各小区档案的五类资料，附档案目录", dict.fromkeys(PARTS, True))
    return {
        "complete": Sum("档案齐全的小区", rows, complete, bound=rows.weight, supply=supply),
        "communities": plan(planned(occasion)),
    }


MEASURE = Measure(
    _sums,
    Citation("dengkou-2023-report", "五（三）", "一小区一档案", PolicyAssurance.REPORTED),
    ratio=("complete", "communities"),
)
