"""按期转拨：上级资金下达到县的笔数，和收到后超过期限才转拨的笔数。"""

from __future__ import annotations

import ibis

from anju.facts._table import WHOLE_COUNTY
from anju.facts.occasion import Occasion
from anju.facts.tables.fund_moves import TABLE as MOVES
from anju.kernel.assurance import PolicyAssurance
from anju.kernel.citation import Citation
from anju.measures._best import Best, last_day
from anju.measures._measure import Measure, Sum, Sums, Supply
from anju.measures._moves import ANY_AMOUNT, sources
from anju.measures._rows import ONE, as_count, happened, maybe, of_year, when


def _sums(occasion: Occasion) -> Sums:
    """An instalment still kept on the as-of day is late once its time is up."""
    rows = of_year(MOVES, occasion)
    above = rows.source.isin(list(sources(occasion, "above_county")))
    until = ibis.ifelse(rows.moved_on < occasion.as_of, rows.moved_on, occasion.as_of)
    late = until.delta(rows.received_on, unit="day") > occasion.parameter("funds/pass_on_days").integer()
    # Without the day of the move, one whose time was up may still have been passed on in time.
    late = ibis.ifelse(rows.moved_on.isnull() & late, ibis.null("boolean"), late)
    where = (rows.kind == "下达") & maybe(above) & happened(rows.received_on, occasion)
    says = "补登上级资金的收文日期和转拨日期"
    dates = {"received_on": _same_day("moved_on"), "moved_on": _same_day("received_on")}
    fresh = {"amount_fen": ANY_AMOUNT, "source": "中央", "community": WHOLE_COUNTY}
    supply = Supply(MOVES, says, dates, {"kind": "下达"}, fresh)
    return {
        "instalments": Sum("上级资金下达笔数", rows, when(above, 1), where, bound=ONE, supply=supply),
        "late": Sum("逾期转拨笔数", rows, as_count(late & above), where, bound=ONE, supply=supply),
    }


def _same_day(other: str) -> Best:
    """Nothing is sooner than the same day."""
    return lambda asked: asked.row.get(other) or last_day(asked)


MEASURE = Measure(
    _sums,
    Citation("kaijiang-2021-self-evaluation", quote="上级资金30日内转拨", assurance=PolicyAssurance.REPORTED),
    headline="late",
)
