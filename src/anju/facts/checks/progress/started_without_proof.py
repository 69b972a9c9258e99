"""开工无凭据：报了开工，没有许可、开工令、施工照片，也没有付款。"""

from __future__ import annotations

from collections.abc import Iterator

import ibis
import ibis.expr.types as ir

from anju.facts.checking import Fault, row_of
from anju.facts.checks._money import moves
from anju.facts.checks._progress import STARTED, arrived
from anju.facts.checks._rows import of_year, uncovered
from anju.facts.checks._words import called, names
from anju.facts.occasion import Occasion
from anju.facts.store import FactStore
from anju.facts.tables.approvals import TABLE as APPROVALS
from anju.facts.tables.evidence import TABLE as EVIDENCE
from anju.facts.tables.renovations import TABLE as RENOVATIONS
from anju.kernel.citation import Citation
from anju.kernel.finding import Severity

AUDIT_POINTS = ("P02",)
SEVERITY = Severity.ERROR
BASIS = Citation("anju-default", note="开工以施工许可或免办说明、开工令、有日期的照片或付款为凭")
PERMITS = ("施工许可", "施工许可免办说明", "开工令")
PAPERS = ("施工许可证", "开工令", "施工中照片", "隐蔽工程记录")
OWN_WORD = "D"
"""The grade of the county's own statement, which proves nothing."""


def check(store: FactStore, occasion: Occasion) -> Iterator[Fault]:
    started = arrived(store, occasion, STARTED)
    known = names(store, occasion)
    for row in store.rows(uncovered(started, _proofs(occasion))):
        yield Fault(
            f"{called(known, row['community'])}报已开工，没有施工许可或免办说明、开工令、施工照片，也没有付款的记录"
            f"（县里自己的说法不算）。请补登其中一项及其日期。",
            row_of(RENOVATIONS, row, "started_on"),
        )


def _proofs(occasion: Occasion) -> ir.Table:
    """Whatever shows that works began, by community."""
    approvals, papers, paid = of_year(APPROVALS, occasion), of_year(EVIDENCE, occasion), moves(occasion)
    settled = approvals.granted.fill_null(False) | approvals.exempt.fill_null(False)
    return ibis.union(
        approvals.filter(approvals.kind.isin(PERMITS), settled).select("community"),
        papers.filter(papers.kind.isin(PAPERS), papers.grade != OWN_WORD).select("community"),
        paid.filter(paid.year == occasion.year, paid.kind == "支付", paid.amount_fen > 0).select("community"),
    )
