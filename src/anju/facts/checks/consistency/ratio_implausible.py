"""比值离谱：户均面积、每栋户数、单方造价等超出通常范围。"""

from __future__ import annotations

from collections.abc import Iterator

from anju.facts.checking import Fault, row_of
from anju.facts.checks._ratios import odd_ratios
from anju.facts.checks._words import called, names
from anju.facts.occasion import Occasion
from anju.facts.store import FactStore
from anju.facts.tables.renovations import TABLE as RENOVATIONS
from anju.kernel.citation import Citation
from anju.kernel.finding import Computation, Severity

AUDIT_POINTS = ("C08",)
SEVERITY = Severity.WARNING
BASIS = Citation("anju-default", note="通常范围由各地公开数据归纳")


def check(store: FactStore, occasion: Occasion) -> Iterator[Fault]:
    known = names(store, occasion)
    for odd in odd_ratios(store, occasion):
        if not odd.slipped:
            yield Fault(
                f"{called(known, odd.row['community'])}{odd.ratio.title}算得{odd.shown}，通常为{odd.bounds}。"
                f"可能是数字填错，也可能情况特殊；请核对，属实的写明原因。",
                row_of(RENOVATIONS, odd.row),
                Computation(None, odd.shown, (f"通常{odd.bounds}",)),
                basis=odd.basis,
            )
