"""日期颠倒：后办的事写在了先办的事前面，如验收早于开工、开工早于表决。"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import ibis
import ibis.expr.types as ir

from anju.facts._table import WHOLE_COUNTY, Table
from anju.facts.checking import Fault, row_of
from anju.facts.checks._filled import filled
from anju.facts.checks._rows import of_year
from anju.facts.checks._words import called, names
from anju.facts.occasion import Occasion
from anju.facts.store import TABLES, FactStore
from anju.kernel.citation import Citation
from anju.kernel.finding import Computation, Severity
from anju.kernel.period import chinese_date

AUDIT_POINTS = ("P04",)
SEVERITY = Severity.WARNING
BASIS = Citation("anju-default", note="各道手续有先后")

INSIDE: dict[str, tuple[tuple[str, str], ...]] = {
    "renovations": (
        ("listed_on", "started_on"),
        ("started_on", "finished_on"),
        ("start_planned_on", "finish_planned_on"),
    ),
    "contracts": (("bid_on", "signed_on"), ("signed_on", "certified_on"), ("signed_on", "settled_on")),
    "consents": (("notice_on", "decided_on"),),
    "problems": (("found_on", "solved_on"),),
    "fund_moves": (("received_on", "moved_on"),),
    "acceptances": (("accepted_on", "filed_on"),),
    "filings": (("sent_on", "received_on"),),
    "audit_findings": (("found_on", "mended_on"),),
}
"""Table → columns of one row of which the first comes before the second, or on the same day."""


@dataclass(frozen=True)
class Step:
    """A day of another table: which rows, which column, what the reader calls it."""

    table: str
    column: str
    words: str
    kinds: tuple[str, ...] = ()


VOTE = Step("consents", "decided_on", "改造方案表决", ("改造方案",))
APPROVAL = Step("approvals", "approved_on", "立项批复", ("立项批复",))
CONTRACT = Step("contracts", "signed_on", "签订施工合同", ("施工",))
BID = Step("contracts", "bid_on", "施工招标", ("施工",))
START = Step("renovations", "started_on", "开工")
FINISH = Step("renovations", "finished_on", "完工")
ACCEPTANCE = Step("acceptances", "accepted_on", "验收")
HANDOVER = Step("handovers", "handed_on", "设施移交")
ACROSS = (
    (VOTE, START),
    (APPROVAL, BID),
    (CONTRACT, START),
    (START, ACCEPTANCE),
    (FINISH, ACCEPTANCE),
    (ACCEPTANCE, HANDOVER),
)
"""For each community the first of the earlier step must not come after the first of the later one."""


def check(store: FactStore, occasion: Occasion) -> Iterator[Fault]:
    known = names(store, occasion)
    for name, pairs in INSIDE.items():
        if not filled(store, occasion, TABLES[name]):
            continue
        rows = of_year(TABLES[name], occasion)
        wrong = [rows[first] > rows[second] for first, second in pairs]
        for row in store.rows(rows.filter(ibis.or_(*wrong))):
            yield from _inside(TABLES[name], row, pairs, known)
    for earlier, later in ACROSS:
        if not all(filled(store, occasion, TABLES[step.table]) for step in (earlier, later)):
            continue
        yield from _across(store, occasion, earlier, later, known)


def _inside(
    table: Table, row: dict[str, Any], pairs: tuple[tuple[str, str], ...], known: Mapping[str, str]
) -> Iterator[Fault]:
    about = row["id"] if "id" in row else called(known, row["community"])
    for first, second in pairs:
        if row[first] and row[second] and row[first] > row[second]:
            before, after = table.by_name[first].zh, table.by_name[second].zh
            days = chinese_date(row[first]), chinese_date(row[second])
            yield Fault(
                f"{table.title}表{about}：{after}{days[1]}早于{before}{days[0]}，先后不合常理。"
                f"请核对是哪个日期写错；属实的，说明原因。",
                row_of(table, row, second),
                Computation(days[1], days[0], (f"{before}{days[0]}", f"{after}{days[1]}")),
            )


def _across(
    store: FactStore, occasion: Occasion, earlier: Step, later: Step, known: Mapping[str, str]
) -> Iterator[Fault]:
    before, after = _first(occasion, earlier), _first(occasion, later)
    joined = after.inner_join(before.select("community", earlier="day"), "community")
    for row in store.rows(joined.filter(joined.earlier > joined.day)):
        days = chinese_date(row["earlier"]), chinese_date(row["day"])
        yield Fault(
            f"{called(known, row['community'])}{days[1]}{later.words}，{days[0]}才{earlier.words}，先后颠倒。"
            f"请核对两个日期；属实的，说明为何先做后补。",
            row_of(TABLES[later.table], row, later.column),
            Computation(days[1], days[0], (f"{earlier.words}{days[0]}", f"{later.words}{days[1]}")),
        )


def _first(occasion: Occasion, step: Step) -> ir.Table:
    """Each community's first day of a step, with the row it stands in; the county at large has no order of its own."""
    rows = of_year(TABLES[step.table], occasion)
    rows = rows.filter(rows[step.column].notnull(), rows.community != WHOLE_COUNTY)
    if step.kinds:
        rows = rows.filter(rows["matter" if step.table == "consents" else "kind"].isin(step.kinds))
    key = "id" if "id" in rows.columns else "community"
    return rows.group_by("year", "community").aggregate(
        day=rows[step.column].min(), **({} if key == "community" else {"id": rows.id.argmin(rows[step.column])})
    )
