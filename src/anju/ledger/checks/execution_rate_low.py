"""预算执行率低：已支付的占已拨付的比例低于界限。"""

from __future__ import annotations

from collections.abc import Iterator

from anju.facts.checking import Fault
from anju.facts.checks._money import moved
from anju.facts.checks._words import in_wan, percent, share
from anju.facts.occasion import Occasion
from anju.facts.store import FactStore
from anju.kernel.assurance import PolicyAssurance
from anju.kernel.citation import Citation
from anju.kernel.finding import Computation, Severity
from anju.kernel.period import chinese_date

AUDIT_POINTS = ("M02",)
SEVERITY = Severity.ERROR
BASIS = Citation("caiyu-2020-10", "附件", "", PolicyAssurance.RECALLED, "预算执行率＝实际支出÷实际到位预算")
LIMITS = (("funds/execution_very_low", Severity.ERROR), ("funds/execution_low", Severity.WARNING))


def check(store: FactStore, occasion: Occasion) -> Iterator[Fault]:
    """Graver limit first; at the limit itself nothing is wrong."""
    found = moved(store, occasion)
    paid, given = found.total("支付").exact, found.total("拨付").exact
    if paid is None or not given or given < 0:
        return
    for code, severity in LIMITS:
        rule = occasion.parameter(code)
        limit = rule.fraction()
        if paid * limit.denominator < given * limit.numerator:
            yield Fault(
                f"截至{chinese_date(occasion.as_of)}，已拨付{in_wan(given)}，支付{in_wan(paid)}，"
                f"预算执行率{percent(paid, given)}，低于{share(limit)}。请核对支付是否登全；"
                f"属实的，说明未支付的{in_wan(given - paid)}留在何处、何时支付。",
                found.where("支付"),
                Computation(None, percent(paid, given), (f"支付{in_wan(paid)}", f"拨付{in_wan(given)}")),
                severity,
                rule.citation,
            )
            return
