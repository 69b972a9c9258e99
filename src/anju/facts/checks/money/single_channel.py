"""只有上级资金：没有地方财政、居民、社会或专营单位出资的记录。"""

from __future__ import annotations

from collections.abc import Iterator

from anju.facts.checking import Fault
from anju.facts.checks._money import moved
from anju.facts.checks._words import in_wan
from anju.facts.occasion import Occasion
from anju.facts.store import FactStore
from anju.kernel.assurance import PolicyAssurance
from anju.kernel.citation import Citation
from anju.kernel.finding import Severity

AUDIT_POINTS = ("M07",)
SEVERITY = Severity.WARNING
BASIS = Citation("wuhua-2023-evaluation", assurance=PolicyAssurance.REPORTED, note="资金来源单一曾被评价指出")


def check(store: FactStore, occasion: Occasion) -> Iterator[Fault]:
    """Speaks when upper money has come; money of no named source may be local, and then nothing is said."""
    found = moved(store, occasion)
    upper = found.total("到位", lambda term: term.text("channel") == "upper").amount
    if upper > 0 and found.known("到位") == upper:
        yield Fault(
            f"到位资金{in_wan(upper)}全部来自上级，没有地方财政、专项债券、居民、社会资本或专营单位出资的记录。"
            f"可能是漏登；请补登其他来源，确实没有的，说明资金共担机制为何没有执行。",
            found.where("到位", "source"),
        )
