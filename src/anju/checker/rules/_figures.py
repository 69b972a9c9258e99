"""规则共用：一列里的数，作算式的一项时是多少，作算得的结果时可能是多少；整数先比，比不开的再细比。"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from functools import cache, lru_cache
from math import ceil, floor
from typing import NamedTuple

from anju.checker.extract.tables import Cell, Grid
from anju.checker.rules._formulas import Ends, Rough
from anju.checker.rules._tables import coarse, finest, interval
from anju.kernel.unit import Dimension

_MANY = 500
"""Rows that tell how finely a column is printed."""


class Operand(NamedTuple):
    """A figure that another follows from: what may have been rounded to it, what is printed, and `rough` whole numbers
    around both; `kind` is what it may be divided by or taken from."""

    cell: Cell
    ends: Ends
    point: Ends
    rough: Rough
    kind: tuple[Dimension, str]
    coarse: bool


class Stated(NamedTuple):
    """A figure that is checked, with what may have been printed so."""

    cell: Cell
    ends: Ends
    rough: Rough


class Figures:
    """The figures of a table, each read once however many pairs of columns are tried. All cells belong to the table,
    which outlives it, so that they are known by their identity."""

    def __init__(self, grid: Grid) -> None:
        self.grid = grid
        self._operands: dict[int, Operand | None] = {}
        self._stated: dict[tuple[int, bool], Stated] = {}
        self._last = cache(self._finest)
        self._usual = cache(self._place)
        self.kinds = cache(self._kinds)

    def operand(self, column: int, cell: Cell) -> Operand | None:
        """None for a figure with “约” or “超过”, which nothing follows from."""
        if id(cell) not in self._operands:
            self._operands[id(cell)] = None if cell.qualifier else _operand(cell, self._last(column))
        return self._operands[id(cell)]

    def stated(self, cell: Cell, *, rate: bool) -> Stated:
        key = id(cell), rate
        if key not in self._stated:
            ends = printed(cell, self._usual(cell.place.column), rate=rate)
            self._stated[key] = Stated(cell, ends, _rough(ends))
        return self._stated[key]

    def _kinds(self, column: int) -> frozenset[tuple[Dimension, str]]:
        """What the figures of a column may be divided by or taken from."""
        return frozenset(_kind(cell) for _, cell in self.grid.columns[column])

    def _finest(self, column: int) -> Decimal:
        return finest(cell for _, cell in self.grid.columns[column][:_MANY])

    def _place(self, column: int) -> Fraction:
        return usual_place(cell for _, cell in self.grid.columns[column][:_MANY])


def _operand(cell: Cell, last: Decimal) -> Operand:
    assert cell.quantity is not None
    base, ends = cell.quantity.base, _ends(cell, last)
    return Operand(cell, ends, (base, base), _rough(ends), _kind(cell), coarse(cell, last))


def _kind(cell: Cell) -> tuple[Dimension, str]:
    assert cell.quantity is not None
    return cell.quantity.unit.dimension, cell.per


def _rough(ends: Ends) -> Rough:
    return floor(ends[0]), ceil(ends[1])


def _ends(cell: Cell, last: Decimal) -> Ends:
    """As printed; a whole number among decimals may have been rounded by itself."""
    assert cell.quantity is not None
    low, high = cell.quantity.interval if coarse(cell, last) else interval(cell, last)
    assert low is not None
    assert high is not None
    return low, high


def printed(cell: Cell, usual: Fraction, *, rate: bool) -> Ends:
    """What may have been printed so, where its column is usually printed to `usual`, in its own unit. A rate may have
    been cut off too, or rounded twice (96.49, 96.5, 97), and without a sign it is of hundred."""
    quantity = cell.quantity
    assert quantity is not None
    bare = rate and quantity.unit.dimension is Dimension.COUNT and not quantity.unit.symbol
    factor = 100 if bare else quantity.unit.factor
    value = Fraction(quantity.value) * factor if bare else quantity.base
    own = _place(cell)
    step = max(own, usual) * factor
    if quantity.unit.dimension is Dimension.SHARE or bare:
        twice = usual * factor / 2 if own > usual else Fraction(0)
        low, high = value - step / 2 - twice, value + step / 2 + twice
        return (low, max(high, value + step)) if value >= 0 else (min(low, value - step), high)
    exact = quantity.step == 0
    return (value, value) if exact else (value - step / 2, value + step / 2)


def _place(cell: Cell) -> Fraction:
    """One in the last printed place."""
    return _decimal(_places(cell))


def _places(cell: Cell) -> int:
    assert cell.quantity is not None
    return max(0, -int(cell.quantity.value.as_tuple().exponent))


@lru_cache(maxsize=64)
def _decimal(places: int) -> Fraction:
    return Fraction(1, 10**places)


def usual_place(cells: Iterable[Cell]) -> Fraction:
    """To which place most of them are printed; 0 and 100% are printed as they like."""
    places = Counter(_places(cell) for cell in cells if cell.quantity and cell.quantity.value not in (0, 100))
    return _decimal(places.most_common(1)[0][0]) if places else Fraction(0)
