"""规则共用：表里一列是怎么由另外两列算出来的。逐对去试，多数行都对得上的那一对才是。"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from itertools import islice, permutations

from anju.checker.extract.tables import Cell, Grid
from anju.checker.rules._formulas import Ends, Formula, difference
from anju.checker.rules._tables import ADDED, NOT_ADDED, coarse, finest, interval, is_total
from anju.checker.rules._tiers import apart
from anju.kernel.unit import Dimension

_SAMPLE = 60
"""Rows on which a pair is tried; all rows are then held against the pair that fits."""
_MOST_COLUMNS = 14
_FEW = 3
_MANY = 500
"""Rows that tell how finely a column is printed."""


@dataclass(frozen=True, slots=True)
class Line:
    """A row: the figure checked, the two it follows from, whether it does as they may have been rounded, and whether it
    does as they are printed."""

    stated: Cell
    one: Cell
    other: Cell
    holds: bool
    exact: bool
    telling: bool


@dataclass(frozen=True, slots=True)
class Fit:
    """The formula and columns that give a column in most rows."""

    formula: Formula
    lines: tuple[Line, ...]

    @property
    def hits(self) -> int:
        return sum(1 for line in self.lines if line.holds and line.telling)

    @property
    def holding(self) -> int:
        return sum(1 for line in self.lines if line.holds)

    @property
    def misses(self) -> int:
        return sum(1 for line in self.lines if not line.holds)


def operands(grid: Grid, *, shares: bool = False) -> list[int]:
    """The columns of amounts, counts and points, and with `shares` of rates too."""
    kinds = ADDED | ({Dimension.SHARE} if shares else set())
    found = []
    for number, column in sorted(grid.columns.items()):
        units = [cell.quantity.unit for _, cell in column[:_SAMPLE] if cell.quantity is not None]
        if any(unit.dimension in kinds for unit in units) and not NOT_ADDED.search(column[0][1].head):
            found.append(number)
    return found[:_MOST_COLUMNS]


def fits(
    grid: Grid, target: int, formulas: Iterable[Formula], pairs: Iterable[tuple[int, int]] | None = None
) -> Iterator[Fit]:
    """The formulas and pairs of columns, and how they fit; all pairs unless some are named, the best first."""
    rows = rows_of(grid)
    rows = [row for row in rows if target in row]
    every = permutations(operands(grid), 2) if pairs is None else pairs
    chosen = [pair for pair in every if target not in pair]
    tried: list[tuple[int, int, int, tuple[int, int], Formula]] = []
    for formula in formulas:
        for pair in chosen:
            found = Fit(formula, tuple(islice(_lines(grid, rows[:_SAMPLE], target, pair, formula), _SAMPLE)))
            if found.hits:
                tried.append((found.hits, -found.misses, -len(tried), pair, formula))
    for _, _, _, pair, formula in sorted(tried, key=lambda each: each[:3], reverse=True):
        yield Fit(formula, tuple(_strict(list(_lines(grid, rows, target, pair, formula)))))


def lines_of(grid: Grid, target: int, pair: tuple[int, int], formula: Formula) -> tuple[Line, ...]:
    """How one pair of columns fits."""
    return tuple(_strict(list(_lines(grid, rows_of(grid), target, pair, formula))))


def _strict(lines: Sequence[Line]) -> Sequence[Line]:
    """Where nearly all rows come out as printed the numbers were not rounded, and a row that does not is at odds: had
    241万元 been rounded, its neighbours would not give their rates to the second decimal."""
    exact = sum(1 for line in lines if line.exact and line.telling)
    loose = sum(1 for line in lines if line.holds and not line.exact)
    if exact < _FEW or exact < _FEW * loose:
        return lines
    return [replace(line, holds=line.exact) for line in lines]


def rows_of(grid: Grid) -> list[dict[int, Cell]]:
    """The figures of each row by their columns."""
    return [{cell.place.column: cell for cell in row if cell.quantity is not None} for row in grid.body]


def _lines(
    grid: Grid, rows: Sequence[dict[int, Cell]], target: int, pair: tuple[int, int], formula: Formula
) -> Iterator[Line]:
    one, other = pair
    last = {number: finest(cell for _, cell in grid.columns[number][:_MANY]) for number in {target, one, other}}
    whole = _total(rows, other) if one == other else None
    usual = usual_place(cell for _, cell in grid.columns[target][:_MANY])
    for row in rows:
        if not (target in row and one in row and other in row):
            continue
        stated, left, right = row[target], row[one], whole or row[other]
        if not formula.meant(stated) or left.qualifier or right.qualifier or not same_kind(left, right):
            continue
        ends = formula.of(_ends(left, last[one]), _ends(right, last[other]))
        if ends is not None:
            telling = left.quantity != right.quantity and stated.quantity is not None and stated.quantity.value != 0
            shown = printed(stated, usual, rate=formula.of is not difference)
            value = formula.of(_point(left), _point(right))
            rounded = coarse(left, last[one]) or coarse(right, last[other])
            exact = value is not None and (not apart(value, shown) or (rounded and not apart(ends, shown)))
            yield Line(stated, left, right, not apart(ends, shown), exact, telling)


def _total(rows: Sequence[dict[int, Cell]], column: int) -> Cell | None:
    return next((row[column] for row in rows if column in row and is_total(row[column])), None)


def _point(cell: Cell) -> Ends:
    assert cell.quantity is not None
    return cell.quantity.base, cell.quantity.base


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
    value = Fraction(quantity.value) * factor
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
    assert cell.quantity is not None
    return Fraction(1, 10 ** max(0, -int(cell.quantity.value.as_tuple().exponent)))


def usual_place(cells: Iterable[Cell]) -> Fraction:
    """To which place most of them are printed; 0 and 100% are printed as they like."""
    places = Counter(_place(cell) for cell in cells if cell.quantity and cell.quantity.value not in (0, 100))
    return places.most_common(1)[0][0] if places else Fraction(0)


def same_kind(one: Cell, other: Cell) -> bool:
    assert one.quantity is not None
    assert other.quantity is not None
    first, second = one.quantity.unit, other.quantity.unit
    return first.dimension is second.dimension and one.per == other.per
