"""转拨迟了：上级资金收到后，超过规定天数才下达。"""

from __future__ import annotations

from collections.abc import Iterator

import ibis

from anju.facts.checking import Fault, row_of
from anju.facts.checks._money import moves
from anju.facts.checks._words import in_wan
from anju.facts.occasion import Occasion
from anju.facts.store import FactStore
from anju.facts.tables.fund_moves import TABLE as MOVES
from anju.kernel.assurance import PolicyAssurance
from anju.kernel.citation import Citation
from anju.kernel.finding import Computation, Severity
from anju.kernel.period import chinese_date

AUDIT_POINTS = ("M06",)
SEVERITY = Severity.ERROR
BASIS = Citation("kaijiang-2021-self-evaluation", assurance=PolicyAssurance.REPORTED)


def check(store: FactStore, occasion: Occasion) -> Iterator[Fault]:
    rule = occasion.parameter("funds/pass_on_days")
    above = occasion.words("source_levels").codes("above_county", "true")
    rows = moves(occasion)
    late = rows.filter(
        rows.year == occasion.year,
        rows.kind == "下达",
        rows.source.isin(above),
        rows.moved_on > rows.received_on + ibis.interval(days=rule.integer()),
    )
    for row in store.rows(late):
        days = (row["moved_on"] - row["received_on"]).days
        received, moved = chinese_date(row["received_on"]), chinese_date(row["moved_on"])
        amount = in_wan(row["amount_fen"])
        yield Fault(
            f"{row['source']}资金{amount}（{row['id']}）{received}收到，{moved}下达，隔{days}日，"
            f"超过规定的{rule.integer()}日{days - rule.integer()}日。请核对收文和下达文件的日期；属实的，说明原因。",
            row_of(MOVES, row, "moved_on"),
            Computation(f"{rule.integer()}日", f"{days}日", (received, moved)),
            basis=rule.citation,
        )
