"""完工无验收：报了完工，没有验收合格的记录。"""

from __future__ import annotations

from collections.abc import Iterator

from anju.facts.checking import Fault, row_of
from anju.facts.checks._progress import ACCEPTED, FINISHED, accepted, arrived, communities_at
from anju.facts.checks._rows import is_whole, uncovered
from anju.facts.checks._words import called, names
from anju.facts.occasion import Occasion
from anju.facts.store import FactStore
from anju.facts.tables.renovations import TABLE as RENOVATIONS
from anju.kernel.citation import Citation
from anju.kernel.finding import Computation, Severity

AUDIT_POINTS = ("P01",)
SEVERITY = Severity.ERROR
BASIS = Citation("anju-default", note="完工应当有验收合格的记录")


def check(store: FactStore, occasion: Occasion) -> Iterator[Fault]:
    """A whole-county row must have as many accepted as finished, where it counts them, or else some acceptance."""
    done = arrived(store, occasion, FINISHED)
    counted = is_whole(done) & done.communities_accepted.notnull()
    known = names(store, occasion)
    for row in store.rows(uncovered(done.filter(~counted), accepted(occasion))):
        yield Fault(
            f"{called(known, row['community'])}报已完工，没有验收合格的记录。"
            f"请补登验收日期、参加各方和结论；还没有验收的，不能按完工统计。",
            row_of(RENOVATIONS, row, "finished_on"),
        )
    fewer = done.filter(counted, done.communities_accepted < communities_at(done, occasion, FINISHED))
    for row in store.rows(fewer):
        finished_, accepted_ = row[FINISHED.count], row[ACCEPTED.count]
        yield Fault(
            f"全县报已完工{finished_}个小区，验收合格的只有{accepted_}个，{finished_ - accepted_}个没有验收记录。"
            f"请补登验收结果；还没有验收的，不能按完工统计。",
            row_of(RENOVATIONS, row, ACCEPTED.count),
            Computation(f"{finished_}个", f"{accepted_}个", ()),
        )
