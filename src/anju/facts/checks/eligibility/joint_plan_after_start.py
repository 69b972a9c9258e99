"""统筹方案晚了：专营单位统筹施工方案的日期晚于开工。"""

from __future__ import annotations

from collections.abc import Iterator

import ibis
import ibis.expr.types as ir

from anju.facts._table import WHOLE_COUNTY
from anju.facts.checking import Fault, row_of
from anju.facts.checks._progress import renovations
from anju.facts.checks._rows import of_year
from anju.facts.checks._words import called, names
from anju.facts.occasion import Occasion
from anju.facts.store import FactStore
from anju.facts.tables.approvals import TABLE as APPROVALS
from anju.facts.tables.institutions import TABLE as INSTITUTIONS
from anju.facts.tables.renovations import TABLE as RENOVATIONS
from anju.kernel.assurance import PolicyAssurance
from anju.kernel.citation import Citation
from anju.kernel.finding import Computation, Severity
from anju.kernel.period import chinese_date

AUDIT_POINTS = ("E07",)
SEVERITY = Severity.WARNING
BASIS = Citation("jianbancheng-2021-50", assurance=PolicyAssurance.RECALLED, note="开工前形成统筹施工方案")


def check(store: FactStore, occasion: Occasion) -> Iterator[Fault]:
    """A community is held to its own approval, or else to the county's plan, the first of them."""
    rows, plans = renovations(occasion), _plans(occasion)
    county = plans.filter(plans.community.isnull()).day.min().as_scalar()
    own = plans.filter(plans.community.notnull()).group_by("community").aggregate(day=lambda t: t.day.min())
    joined = rows.filter(rows.started_on.notnull()).left_join(own, "community")
    dated = joined.select("year", "community", "started_on", planned=ibis.coalesce(joined.day, county))
    known = names(store, occasion)
    for row in store.rows(dated.filter(dated.planned > dated.started_on)):
        start, planned = chinese_date(row["started_on"]), chinese_date(row["planned"])
        yield Fault(
            f"{called(known, row['community'])}{start}开工，专营单位统筹施工方案{planned}才形成或批准，晚于开工。"
            f"请核对两个日期；属实的，说明管线施工如何衔接、有无重复开挖。",
            row_of(RENOVATIONS, row, "started_on"),
            Computation(planned, start, ()),
        )


def _plans(occasion: Occasion) -> ir.Table:
    """Community (NULL = all) and day of each joint plan."""
    papers, approvals = of_year(INSTITUTIONS, occasion), of_year(APPROVALS, occasion)
    papers = papers.filter(papers.kind == "统筹施工方案", papers.issued_on.notnull())
    approvals = approvals.filter(approvals.kind == "统筹施工方案批准", approvals.approved_on.notnull())
    return ibis.union(
        papers.select(community=ibis.null("string"), day=papers.issued_on),
        approvals.select(community=approvals.community.nullif(WHOLE_COUNTY), day=approvals.approved_on),
    )
