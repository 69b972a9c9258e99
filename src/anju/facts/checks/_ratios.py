"""核查共用的比值：户均面积、每栋户数、单方造价等，是否在合理范围内，或恰好差一万倍。"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import ibis.expr.types as ir

from anju.facts.checks._costs import ASKED, ranked
from anju.facts.checks._progress import communities, renovations
from anju.facts.checks._rows import of_year, preferred
from anju.facts.occasion import Occasion
from anju.facts.store import FactStore
from anju.facts.tables.costings import TABLE as COSTINGS
from anju.facts.tables.renovations import TABLE as RENOVATIONS
from anju.kernel.citation import Citation
from anju.kernel.unit import decimal_text, unit

SLIP = 10_000
"""万㎡ for ㎡, 万元 for 元."""


@dataclass(frozen=True)
class Ratio:
    """Two amounts that belong together, and the parameter that bounds their quotient."""

    parameter: str
    title: str
    above: str
    below: str
    slips: bool = False


RATIOS = (
    Ratio("plausibility/area_per_household", "户均建筑面积", "area_dm2", "households", slips=True),
    Ratio("plausibility/cost_per_household", "户均投资", "cost_fen", "households", slips=True),
    Ratio("plausibility/cost_per_area", "单位面积投资", "cost_fen", "area_dm2", slips=True),
    Ratio("plausibility/households_per_building", "每栋户数", "households", "buildings"),
    Ratio("plausibility/households_per_community", "每个小区户数", "households", "communities"),
)


@dataclass(frozen=True)
class Odd:
    """A ratio out of its bounds: the row of renovations, the quotient in the parameter's unit, the bounds."""

    row: dict[str, Any]
    ratio: Ratio
    quotient: Fraction
    low: Fraction
    high: Fraction
    symbol: str
    basis: Citation

    @property
    def slipped(self) -> bool:
        """Whether a factor of ten thousand, one way or the other, would mend it."""
        mended = (self.quotient * SLIP, self.quotient / SLIP)
        return self.ratio.slips and any(self.low <= each <= self.high for each in mended)

    @property
    def shown(self) -> str:
        return f"{decimal_text(self.quotient, 1, 2 if self.quotient >= 1 else 4)}{self.symbol}"

    @property
    def bounds(self) -> str:
        return f"{decimal_text(self.low, 1)}至{decimal_text(self.high, 1)}{self.symbol}"


def odd_ratios(store: FactStore, occasion: Occasion) -> Iterator[Odd]:
    """Every ratio out of bounds: the engine keeps the rows that have one, Python says which."""
    rows = preferred(store, occasion, RENOVATIONS, _amounts(occasion))
    limits = {ratio: _limits(occasion, ratio) for ratio in RATIOS}
    outside = [_outside(rows, ratio, limits[ratio]) for ratio in RATIOS]
    wanted = outside[0]
    for each in outside[1:]:
        wanted = wanted | each
    for row in store.rows(rows.filter(wanted)):
        for ratio, (low, high, factor, symbol, basis) in limits.items():
            above, below = row[ratio.above], row[ratio.below]
            if above and below and not low <= (quotient := Fraction(above, below) / factor) <= high:
                yield Odd(row, ratio, quotient, low, high, symbol, basis)


Limits = tuple[Fraction, Fraction, Fraction, str, Citation]


def _limits(occasion: Occasion, ratio: Ratio) -> Limits:
    """Low, high, base units in one unit of the quotient, its symbol, where the bounds come from."""
    symbol = occasion.policy.parameters[ratio.parameter].unit
    above, _, below = symbol.partition("/")
    rule = occasion.parameter(ratio.parameter)
    low, high = (rule.value.mapping()[end].fraction() for end in ("low", "high"))
    return low, high, Fraction(unit(above).factor) / Fraction(unit(below).factor), symbol, rule.citation


def _outside(rows: ir.Table, ratio: Ratio, limits: Limits) -> ir.BooleanValue:
    """Cross-multiplied, so that nothing is rounded; a zero is no measurement."""
    low, high = (end * limits[2] for end in limits[:2])
    above, below = rows[ratio.above], rows[ratio.below]
    too_low = above * low.denominator < below * low.numerator
    too_high = above * high.denominator > below * high.numerator
    return (above > 0) & (below > 0) & (too_low | too_high)


def _amounts(occasion: Occasion) -> ir.Table:
    """Each renovation with what was done, or else planned, and its latest cost."""
    rows = renovations(occasion)
    costs = of_year(COSTINGS, occasion)
    costs = costs.filter(costs.stage != ASKED, costs.amount_fen > 0)
    last = costs.group_by("community").aggregate(cost_fen=costs.amount_fen.argmax(ranked(costs, occasion)))
    joined = rows.left_join(last, "community")
    return joined.select(
        "region",
        "year",
        "community",
        "assurance",
        "cost_fen",
        area_dm2=joined.area_actual_dm2.coalesce(joined.area_planned_dm2),
        households=joined.households_actual.coalesce(joined.households_planned),
        buildings=joined.buildings_actual.coalesce(joined.buildings_planned),
        communities=communities(joined),
    )
