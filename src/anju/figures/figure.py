"""一个数：值、单位、印出来的样子、口径、背后的行，行里最差的依据性质。"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from anju.facts.fact_row import FactRow
from anju.kernel.assurance import RowAssurance
from anju.kernel.unit import Dimension, Unit, decimal_text, unit

STORED = {
    "fen": unit("分", Dimension.MONEY),
    "dm2": unit("dm²"),
    "count": unit("个"),
    "share": Unit("1/10000", Dimension.SHARE, 1),
    "points": Unit("1/10000", Dimension.POINTS, 1),
}
"""Stored unit, as JSON names it → the base unit that a figure's value counts in. A thousandth is its own."""

_SHOWN = {"fen": "万元", "dm2": "㎡", "share": "%", "points": "分"}
_PLACES = {Dimension.MONEY: 2, Dimension.AREA: 2, Dimension.SHARE: 2}
_TRIMMED = (Dimension.SHARE, Dimension.POINTS)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number, or a list of names, that knows where it comes from.

    `value` is exact, in base units of `stored` (fen 分, dm2, count, share and points 1/10000; thousandth: 1/1000 of
    `shown`); None for a text, which stands in `text`. `measure` is the measure's code and sum, or the expression over
    them. `assurance` is the worst of `rows`; None where no row has a value.
    """

    id: str
    title: str
    value: Fraction | None
    stored: str
    measure: str
    working: str
    rows: tuple[FactRow, ...]
    assurance: RowAssurance | None
    shown: str = ""
    text: str = ""

    @property
    def illustrative(self) -> bool:
        """Made up for show: it may stand in no prose."""
        return self.assurance is RowAssurance.ILLUSTRATIVE

    def printed(self, symbol: str = "", *, bare: bool = False, grouped: bool = False) -> str:
        """As it stands in a document: 2100.01万元, 776户, 96.5%; `bare` without the unit, for a column whose head
        names it. UnknownUnit, or ValueError for a unit of another kind."""
        if self.value is None:
            return self.text
        symbol = symbol or self.shown or _SHOWN.get(self.stored, "")
        if self.stored == "thousandth":
            return decimal_text(self.value, 1000, None, grouped) + ("" if bare else symbol)
        base = STORED[self.stored]
        wanted = unit(symbol, base.dimension) if symbol else base
        if wanted.dimension is not base.dimension:
            raise ValueError(f"{self.id}不能以{symbol}计")
        text = decimal_text(self.value, wanted.factor, _PLACES.get(base.dimension), grouped)
        if (base.dimension in _TRIMMED or wanted.symbol == "㎡") and "." in text:
            text = text.rstrip("0").rstrip(".")
        return text if bare else text + symbol

    def as_json(self) -> dict[str, Any]:
        """The shape of trace.json; amounts and keys are text."""
        return {
            "id": self.id,
            "title": self.title,
            "value": None if self.value is None else str(self.value),
            "unit": self.stored,
            "printed": self.printed(),
            "measure": self.measure,
            "working": self.working,
            "assurance": self.assurance.value if self.assurance else None,
            "rows": [row.as_json() for row in self.rows],
        }
