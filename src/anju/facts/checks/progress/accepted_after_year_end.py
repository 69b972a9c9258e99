"""跨年验收：报本年度完工，验收日期却在年度之后。"""

from __future__ import annotations

from collections.abc import Iterator

from anju.facts.checking import Fault, row_of
from anju.facts.checks._progress import renovations
from anju.facts.checks._rows import of_year, preferred
from anju.facts.checks._words import called, names
from anju.facts.occasion import Occasion
from anju.facts.store import FactStore
from anju.facts.tables.acceptances import TABLE as ACCEPTANCES
from anju.facts.tables.renovations import TABLE as RENOVATIONS
from anju.kernel.citation import Citation
from anju.kernel.finding import Computation, Severity
from anju.kernel.period import chinese_date

AUDIT_POINTS = ("P01",)
SEVERITY = Severity.ERROR
BASIS = Citation("anju-default", note="按年度统计的完工，应当在年度之内验收")


def check(store: FactStore, occasion: Occasion) -> Iterator[Fault]:
    """The first passed acceptance counts."""
    done = renovations(occasion)
    done = preferred(store, occasion, RENOVATIONS, done.filter(done.finished_on <= occasion.year_end))
    passed = of_year(ACCEPTANCES, occasion)
    passed = passed.filter(passed.passed, passed.accepted_on.notnull())
    first = passed.group_by("community").aggregate(
        accepted_on=passed.accepted_on.min(), id=passed.id.argmin(passed.accepted_on)
    )
    late = first.filter(first.accepted_on > occasion.year_end).inner_join(
        done.select("community", "finished_on"), "community"
    )
    known = names(store, occasion)
    for row in store.rows(late):
        finished, accepted = chinese_date(row["finished_on"]), chinese_date(row["accepted_on"])
        yield Fault(
            f"{called(known, row['community'])}报{finished}完工，{accepted}才验收，已过{occasion.year}年度。"
            f"请核对日期；验收确在年度之后的，本年度不能按验收合格的完工统计。",
            row_of(ACCEPTANCES, row, "accepted_on"),
            Computation(finished, accepted, (chinese_date(occasion.year_end),)),
        )
