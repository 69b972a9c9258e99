"""资金超过投资：到位、拨付或支付的多于总投资，多出的部分去向未说明。"""

from __future__ import annotations

from collections.abc import Iterator

from anju.facts.checking import Fault
from anju.facts.checks._costs import Investment, investment
from anju.facts.checks._money import moved
from anju.facts.checks._rows import of_year
from anju.facts.checks._words import in_wan, percent
from anju.facts.occasion import Occasion
from anju.facts.store import FactStore
from anju.facts.tables.approvals import TABLE as APPROVALS
from anju.kernel.assurance import PolicyAssurance
from anju.kernel.citation import Citation
from anju.kernel.finding import Computation, Severity, Where

AUDIT_POINTS = ("C04",)
# The audit point is grave; money beyond the investment may have a good reason that nobody wrote down.
SEVERITY = Severity.WARNING
BASIS = Citation(
    "chizhou-2020-evaluation", assurance=PolicyAssurance.REPORTED, note="资金多于计划投资而未说明的，评价时会追问"
)
STEPS = ("支付", "拨付", "到位")
DISPOSED = ("结转", "收回")
APPROVED = "资金处置批准"


def check(store: FactStore, occasion: Occasion) -> Iterator[Fault]:
    """One finding, for the step nearest to the payee that is too great."""
    cost = investment(store, occasion)
    if cost is None or cost.amount <= 0:
        return
    found = moved(store, occasion)
    disposed = sum(found.known(kind) for kind in DISPOSED)
    for kind in STEPS:
        amount = found.known(kind)
        left = amount - cost.amount - disposed
        if left > 0 and not _approved(store, occasion):
            yield _fault(kind, amount, cost, disposed, found.where(kind))
            return


def _fault(kind: str, amount: int, investment: Investment, disposed: int, where: Where) -> Fault:
    cost, named = investment.amount, investment.named
    over = amount - cost
    explained = f"其中{in_wan(disposed)}已登记结转或收回，其余" if disposed else "没有结转、收回、调整的记录，多出部分"
    return Fault(
        f"{kind}资金{in_wan(amount)}，超过{named}{in_wan(cost)}，多{in_wan(over)}（{percent(over, cost)}）；"
        f"{explained}{in_wan(over - disposed)}去向未说明。可能是{named}尚未按决算更新，也可能是结余未登记。"
        f"请补登结转、收回或调整，附资金处置的批准文件，或更正总投资。",
        where,
        Computation(
            in_wan(amount),
            f"超过{in_wan(over)}（{percent(over, cost)}）",
            (f"{kind}{in_wan(amount)}", f"{named}{in_wan(cost)}", f"结转和收回{in_wan(disposed)}"),
        ),
    )


def _approved(store: FactStore, occasion: Occasion) -> bool:
    rows = of_year(APPROVALS, occasion)
    return bool(store.run(rows.filter(rows.kind == APPROVED, rows.granted).limit(1)).num_rows)
