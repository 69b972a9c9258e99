"""全部完工而钱没付：小区全部报完工，预算执行率却很低。"""

from __future__ import annotations

from collections.abc import Iterator

from anju.facts.checking import Fault
from anju.facts.checks._money import moved
from anju.facts.checks._tasks import all_finished
from anju.facts.checks._words import in_wan, percent, share
from anju.facts.occasion import Occasion
from anju.facts.store import FactStore
from anju.kernel.assurance import PolicyAssurance
from anju.kernel.citation import Citation
from anju.kernel.finding import Computation, Severity

AUDIT_POINTS = ("P03",)
SEVERITY = Severity.ERROR
BASIS = Citation(
    "lukou-2020-self-evaluation", assurance=PolicyAssurance.REPORTED, note="200万元只付66.86万元，进度却报100%"
)


def check(store: FactStore, occasion: Occasion) -> Iterator[Fault]:
    finished = all_finished(store, occasion)
    found = moved(store, occasion)
    paid, given = found.total("支付").exact, found.total("拨付").exact
    if finished is None or paid is None or not given or given < 0:
        return
    rule = occasion.parameter("funds/execution_low")
    limit = rule.fraction()
    if paid * limit.denominator < given * limit.numerator:
        yield Fault(
            f"{finished.count}个小区全部报完工，而拨付{in_wan(given)}只支付{in_wan(paid)}，"
            f"预算执行率{percent(paid, given)}，"
            f"低于{share(limit)}。进度与付款不相称；请核对完工是否属实、支付是否登全，并说明未付原因。",
            finished.where,
            Computation("完工100%", f"执行率{percent(paid, given)}", (f"支付{in_wan(paid)}", f"拨付{in_wan(given)}")),
            basis=rule.citation,
        )
