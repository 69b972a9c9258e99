"""目标的实际值：按取数口径算出来，换成目标自己的单位。"""

from __future__ import annotations

from fractions import Fraction

from anju.kernel.unit import Dimension, Unit, UnknownUnit, half_up, unit
from anju.measures._measure import Sum
from anju.measures.catalogue import MODULES, measure
from anju.scoring.county import County

_STORED = {"fen": Unit("分", Dimension.MONEY, 1), "dm2": Unit("dm²", Dimension.AREA, 1)}


def actual(code: str | None, symbol: str | None, county: County) -> int | None:
    """What the measure says in thousandths of the goal's unit; None when it is unknown or of another dimension.

    A goal in % takes the measure's ratio, any other its headline sum; one without a unit could mean either.
    """
    if not code or code not in MODULES or not symbol:
        return None
    try:
        wanted = unit(symbol)
    except UnknownUnit:
        return None
    found = measure(code)
    if wanted.dimension is Dimension.SHARE:
        return _share(code, found.ratio, wanted, county)
    if found.headline is None:
        return None
    return _amount(county.declared[code][found.headline], county.value(code, found.headline).exact, wanted)


def _share(code: str, ratio: tuple[str, str] | None, wanted: Unit, county: County) -> int | None:
    if ratio is None:
        return None
    done, whole = (county.value(code, name).exact for name in ratio)
    if done is None or not whole:
        return None
    return _thousandths(Fraction(done * 10_000, whole), wanted)


def _amount(each: Sum, exact: int | None, wanted: Unit) -> int | None:
    if exact is None:
        return None
    stored, value = _unit_of(each), Fraction(exact)
    if stored is None or stored.dimension is not wanted.dimension:
        return None
    if each.unit == "thousandth":
        value /= 1000
    return _thousandths(value * stored.factor, wanted)


def _unit_of(each: Sum) -> Unit | None:
    if each.unit == "thousandth":
        return unit(each.shown) if each.shown else None
    return _STORED.get(each.unit, unit("个"))


def _thousandths(base: Fraction, wanted: Unit) -> int:
    scaled = base * 1000 / wanted.factor
    return half_up(scaled.numerator, scaled.denominator)
