"""只有拨付没有支付：资金到位或拨付了，支付给施工等单位的数一笔也没有。"""

from __future__ import annotations

from collections.abc import Iterator

from anju.facts.checking import Fault
from anju.facts.checks._money import moved
from anju.facts.checks._words import in_wan
from anju.facts.occasion import Occasion
from anju.facts.store import FactStore
from anju.kernel.assurance import PolicyAssurance
from anju.kernel.citation import Citation
from anju.kernel.finding import Computation, Severity
from anju.kernel.period import chinese_date

AUDIT_POINTS = ("M01",)
SEVERITY = Severity.ERROR
BASIS = Citation(
    "caiyu-2020-10", "附件", "", PolicyAssurance.RECALLED, "预算执行率以实际支出为分子，到位、拨付都不是支出"
)


def check(store: FactStore, occasion: Occasion) -> Iterator[Fault]:
    found = moved(store, occasion)
    given = next(((kind, found.known(kind)) for kind in ("拨付", "到位") if found.known(kind) > 0), None)
    if given is None or found.total("支付").known:
        return
    kind, amount = given
    yield Fault(
        f"资金流水载明{kind}{in_wan(amount)}，截至{chinese_date(occasion.as_of)}没有一笔支付给施工、供货、监理等单位的记录。"
        f"{kind}不等于支出，预算执行率无法计算。请按国库支付清单补登支付的金额、日期和凭证；确未支付的，写明原因。",
        found.where(kind),
        Computation(f"{kind}{in_wan(amount)}", None, ()),
    )
