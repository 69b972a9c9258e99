"""出大于进：拨付多于到位，或支付加结转收回多于拨付。"""

from __future__ import annotations

from collections.abc import Iterator

from anju.facts.checking import Fault
from anju.facts.checks._money import moved
from anju.facts.checks._words import in_wan
from anju.facts.occasion import Occasion
from anju.facts.store import FactStore
from anju.kernel.citation import Citation
from anju.kernel.finding import Computation, Severity

AUDIT_POINTS = ()
SEVERITY = Severity.ERROR
BASIS = Citation("anju-default", note="一个账上出去的钱不会多于进来的钱")
ACCOUNTS = (("到位", ("拨付",), "本级国库"), ("拨付", ("支付", "结转", "收回"), "项目单位"))
"""What fills an account, what empties it, whose it is."""


def check(store: FactStore, occasion: Occasion) -> Iterator[Fault]:
    """Silent where an inflow was not filled in: then it is missing, not too small."""
    found = moved(store, occasion)
    for inflow, outflows, owner in ACCOUNTS:
        into = found.total(inflow).exact
        out = {kind: found.known(kind) for kind in outflows}
        spent = sum(out.values())
        if into is not None and spent > into:
            parts = "、".join(f"{kind}{in_wan(amount)}" for kind, amount in out.items() if amount)
            yield Fault(
                f"{owner}的账上，{inflow}{in_wan(into)}，{parts}，出去的比进来的多{in_wan(spent - into)}。"
                f"可能是漏登{inflow}，也可能是重登；请对账后补登或更正。",
                found.where(outflows[0]),
                Computation(in_wan(into), in_wan(spent), (f"{inflow}{in_wan(into)}", parts)),
            )
