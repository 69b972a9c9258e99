"""公示太短：从公示到表决的天数少于规定。"""

from __future__ import annotations

from collections.abc import Iterator

import ibis

from anju.facts.checking import Fault, row_of
from anju.facts.checks._rows import of_year
from anju.facts.checks._words import called, names
from anju.facts.occasion import Occasion
from anju.facts.store import FactStore
from anju.facts.tables.consents import TABLE as CONSENTS
from anju.kernel.citation import Citation
from anju.kernel.finding import Computation, Severity
from anju.kernel.period import chinese_date

AUDIT_POINTS = ("E02",)
# No national rule names the days, so a short notice is a question and no nullity.
SEVERITY = Severity.WARNING
BASIS = Citation("anju-default", note="各地多定七日以上")


def check(store: FactStore, occasion: Occasion) -> Iterator[Fault]:
    """A notice after the vote is a matter of the order of days, and told there."""
    rule = occasion.parameter("consent/notice_days")
    rows = of_year(CONSENTS, occasion)
    soon = rows.decided_on < rows.notice_on + ibis.interval(days=rule.integer())
    known = names(store, occasion)
    for row in store.rows(rows.filter(soon, rows.decided_on >= rows.notice_on)):
        days = (row["decided_on"] - row["notice_on"]).days
        yield Fault(
            f"{called(known, row['community'])}{row['matter']}：{chinese_date(row['notice_on'])}公示，"
            f"{chinese_date(row['decided_on'])}表决，只隔{days}日，少于{rule.integer()}日。请核对日期；属实的，说明居民是否知悉。",
            row_of(CONSENTS, row, "notice_on"),
            Computation(f"{days}日", f"{rule.integer()}日", ()),
            basis=rule.citation,
        )
