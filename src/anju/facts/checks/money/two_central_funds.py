"""两项中央资金：同一小区既有中央补助，又有中央预算内投资。"""

from __future__ import annotations

from collections.abc import Iterator

from anju.facts._table import WHOLE_COUNTY
from anju.facts.checking import Fault, row_of
from anju.facts.checks._money import moves
from anju.facts.checks._words import called, in_wan, names
from anju.facts.occasion import Occasion
from anju.facts.store import FactStore
from anju.facts.tables.fund_moves import TABLE as MOVES
from anju.kernel.assurance import PolicyAssurance
from anju.kernel.citation import Citation
from anju.kernel.finding import Severity

AUDIT_POINTS = ("M08",)
# Both may support one community, as long as they pay for different works.
SEVERITY = Severity.WARNING
BASIS = Citation("caizong-2022-37", "", "", PolicyAssurance.RECALLED, "同一内容不得由两项中央资金重复安排")
FUNDS = ("中央", "中央预算内")


def check(store: FactStore, occasion: Occasion) -> Iterator[Fault]:
    rows = moves(occasion)
    rows = rows.filter(
        rows.year == occasion.year, rows.source.isin(FUNDS), rows.community.notnull(), rows.community != WHOLE_COUNTY
    )
    sums = {f"of_{n}": rows.amount_fen.sum(where=rows.source == fund).cast("int64") for n, fund in enumerate(FUNDS)}
    both = rows.group_by(community=rows.community, kind=rows.kind).aggregate(id=rows.id.min(), **sums)
    known = names(store, occasion)
    for row in store.rows(both.filter(both.of_0 > 0, both.of_1 > 0)):
        amounts = "、".join(f"{fund}{in_wan(row[f'of_{n}'])}" for n, fund in enumerate(FUNDS))
        yield Fault(
            f"{called(known, row['community'])}{row['kind']}的资金里有{amounts}。"
            f"同一改造内容不得由两项中央资金重复安排；请按改造内容分清两项资金各付哪些，并附安排依据。",
            row_of(MOVES, row, "source"),
        )
