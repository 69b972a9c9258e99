"""专营设施移交率：应移交给专营单位的水电气热等设施里，已经移交的比例。"""

from __future__ import annotations

from anju.facts.occasion import Occasion
from anju.facts.tables.handovers import TABLE as HANDOVERS
from anju.kernel.assurance import PolicyAssurance
from anju.kernel.citation import Citation
from anju.measures._best import last_day
from anju.measures._measure import Measure, Sum, Sums, Supply
from anju.measures._rows import ONE, as_count, done_by, of_year


def _sums(occasion: Occasion) -> Sums:
    """Only what belongs to the utilities; roads, lamps and green go to others and are no part of it."""
    rows = of_year(HANDOVERS, occasion)
    assets = occasion.words("assets").codes("specialised")
    where = rows.asset.isin(list(assets))
    handed = as_count(done_by(rows.handed, rows.handed_on, occasion))
    best = {"handed": True, "handed_on": last_day}
    says = "补登应移交的专营设施和移交日期，附移交协议"
    supply = Supply(HANDOVERS, says, best, {"asset": assets}, {"asset": assets[0]})
    return {
        "due": Sum("应移交专营设施", rows, ONE, where, supply=supply),
        "handed": Sum("已移交专营设施", rows, handed, where, bound=ONE, supply=supply),
    }


MEASURE = Measure(
    _sums,
    Citation("jiangxi-2022-evaluation", quote="专营设施设备产权移交", assurance=PolicyAssurance.REPORTED),
    ratio=("handed", "due"),
)
