"""急难愁盼问题解决率：居民反映并确认的问题里，已经解决的比例，管线、消防、安全问题加倍计。"""

from __future__ import annotations

import ibis

from anju.facts.occasion import Occasion
from anju.facts.tables.problems import TABLE as PROBLEMS
from anju.kernel.assurance import PolicyAssurance
from anju.kernel.citation import Citation
from anju.measures._best import last_day
from anju.measures._measure import Measure, Sum, Sums, Supply
from anju.measures._rows import as_count, done_by, happened, of_year


def _sums(occasion: Occasion) -> Sums:
    rows = of_year(PROBLEMS, occasion)
    words = occasion.words("problem_kinds")
    urgent = sorted({*words.codes("safety"), *words.codes("pipes")})
    counts = ibis.ifelse(rows.kind.isin(urgent), occasion.parameter("problems/urgent_weight").integer(), 1)
    counted = happened(rows.found_on, occasion)
    solved = as_count(done_by(rows.solved, rows.solved_on, occasion)) * counts
    best = {"solved": True, "solved_on": last_day}
    says = "补登居民调查确认的问题，解决没有、何时解决，附改造前后照片"
    supply = Supply(PROBLEMS, says, best, fresh={"kind": urgent[0]})
    return {
        "confirmed": Sum("已确认问题（加倍计后）", rows, counts, counted, supply=supply),
        "solved": Sum("已解决问题（加倍计后）", rows, solved, counted, bound=counts, supply=supply),
    }


MEASURE = Measure(
    _sums,
    Citation("jiangxi-2022-evaluation", quote="群众急难愁盼问题的解决情况", assurance=PolicyAssurance.REPORTED),
    ratio=("solved", "confirmed"),
)
