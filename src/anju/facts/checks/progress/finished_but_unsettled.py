"""全部完工而未结算：小区全部报完工，没有一笔结算、审定或决算。"""

from __future__ import annotations

from collections.abc import Iterator

from anju.facts.checking import Fault
from anju.facts.checks._rows import of_year
from anju.facts.checks._tasks import all_finished
from anju.facts.occasion import Occasion
from anju.facts.store import FactStore
from anju.facts.tables.contracts import TABLE as CONTRACTS
from anju.facts.tables.costings import TABLE as COSTINGS
from anju.kernel.citation import Citation
from anju.kernel.finding import Severity
from anju.kernel.period import chinese_date

AUDIT_POINTS = ("P03",)
SEVERITY = Severity.ERROR
BASIS = Citation("anju-default", note="全部完工的，应当有结算审定或决算")
CLOSED = ("送审", "审定", "决算")


def check(store: FactStore, occasion: Occasion) -> Iterator[Fault]:
    """A settlement that has been submitted shows that the works ended."""
    finished = all_finished(store, occasion)
    if finished is None:
        return
    costs, contracts = of_year(COSTINGS, occasion), of_year(CONTRACTS, occasion)
    closed = costs.filter(costs.stage.isin(CLOSED), costs.amount_fen.notnull()).limit(1)
    settled = contracts.filter(contracts.settled_fen.notnull() | contracts.settled_on.notnull()).limit(1)
    if not store.run(closed).num_rows and not store.run(settled).num_rows:
        yield Fault(
            f"{finished.count}个小区全部报完工，截至{chinese_date(occasion.as_of)}，造价表没有送审、审定或决算，"
            f"合同表没有结算，完工投资无从核实。请补登结算资料；正在办理的，说明办到哪一步。",
            finished.where,
        )
