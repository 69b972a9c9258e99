"""A county as the rules see it, made from sums written like 50万元 · 30万元～80万元 · ≥50万元, without any facts."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from county_rows import occasion

from anju.kernel.area import dm2
from anju.kernel.assurance import RowAssurance
from anju.kernel.money import fen
from anju.measures._resolve import SumValue
from anju.measures.catalogue import declared
from anju.scoring.county import County


def county(values: Mapping[str, Mapping[str, SumValue]], **other: Any) -> County:
    """All measures named in `values` are declared; sums that are not given were reported by nobody."""
    plain: dict[str, Any] = {"goals": [], "judgements": {}, "evidence": {}, "communities": 0}
    made = {"region": "150822", "occasion": occasion(), "values": values} | plain | other
    return County(declared=declared(sorted(values), made["occasion"]), **made)


def known(value: int) -> SumValue:
    return SumValue(value, value, 1, 0, RowAssurance.STATED)


def between(low: int, high: int | None) -> SumValue:
    """One row is known, another is not and may add up to the rest."""
    return SumValue(low, high, 2, 1, RowAssurance.STATED)


def sum_values(measure: str, written: Mapping[str, str]) -> dict[str, SumValue]:
    sums = declared([measure], occasion())[measure]
    return {name: _value(text, sums[name].unit) for name, text in written.items()}


def _value(text: str, unit: str) -> SumValue:
    if text.startswith("≥"):
        return between(_stored(text[1:], unit), None)
    low, _, high = text.partition("～")
    return between(_stored(low, unit), _stored(high, unit)) if high else known(_stored(low, unit))


def _stored(text: str, unit: str) -> int:
    if unit == "fen":
        return fen(text)
    if unit == "dm2":
        return dm2(text)
    return int(Decimal(text) * 1000) if unit == "thousandth" else int(text)
