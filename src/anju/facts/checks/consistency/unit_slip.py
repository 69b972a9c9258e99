"""计量单位可疑：面积或金额与户数一比，恰好像是差了一万倍。"""

from __future__ import annotations

from collections.abc import Iterator

from anju.facts.checking import Fault, row_of
from anju.facts.checks._ratios import Odd, odd_ratios
from anju.facts.checks._words import called, names
from anju.facts.occasion import Occasion
from anju.facts.store import FactStore
from anju.facts.tables.renovations import TABLE as RENOVATIONS
from anju.kernel.assurance import PolicyAssurance
from anju.kernel.citation import Citation
from anju.kernel.finding import Computation, Severity

AUDIT_POINTS = ("C07",)
SEVERITY = Severity.WARNING
BASIS = Citation("nanhua-2022-audit", assurance=PolicyAssurance.REPORTED, note="曾把万平方米印成平方米")
LIKELY = {"area_dm2": "建筑面积的单位可能把㎡与万㎡弄混", "cost_fen": "金额的单位可能把元与万元弄混"}


def check(store: FactStore, occasion: Occasion) -> Iterator[Fault]:
    """The quotient of cost and area is looked at only where neither was found wrong beside the households."""
    known = names(store, occasion)
    blamed: set[str] = set()
    for odd in odd_ratios(store, occasion):
        place = odd.row["community"]
        if odd.slipped and not (odd.ratio.below == "area_dm2" and place in blamed):
            blamed.add(place)
            yield _fault(odd, called(known, place))


def _fault(odd: Odd, place: str) -> Fault:
    likely = "面积或金额的单位可能弄错" if odd.ratio.below == "area_dm2" else LIKELY[odd.ratio.above]
    return Fault(
        f"{place}{odd.ratio.title}算得{odd.shown}，通常为{odd.bounds}；差一万倍正好落在其中，{likely}。请核对原表的计量单位。",
        row_of(RENOVATIONS, odd.row),
        Computation(None, odd.shown, (f"通常{odd.bounds}",)),
    )
