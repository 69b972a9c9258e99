"""规则共用：表里一列是怎么由另外两列算出来的。逐对去试，多数行都对得上的那一对才是。"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import islice, permutations
from typing import NamedTuple

from anju.checker.extract.tables import Cell, Grid
from anju.checker.relation import Relation, Result
from anju.checker.rules._figures import Figures
from anju.checker.rules._formulas import Formula, difference
from anju.checker.rules._tables import ADDED, NOT_ADDED, is_total
from anju.checker.rules._tiers import apart
from anju.kernel.finding import Computation, Severity
from anju.kernel.unit import Dimension, decimal_text

_SAMPLE = 60
"""Rows on which a pair is tried; all rows are then held against the pair that fits."""
_MOST_COLUMNS = 14
_FEW = 3


class Line(NamedTuple):
    """A row: the figure checked, the two it follows from, whether it does as they may have been rounded, and whether it
    does as they are printed; if it does, whether that tells anything."""

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


def operands(figures: Figures, *, shares: bool = False) -> list[int]:
    """The columns of amounts, counts and points, and with `shares` of rates too."""
    kinds = ADDED | ({Dimension.SHARE} if shares else set())
    found = []
    for number, column in sorted(figures.grid.columns.items()):
        units = [cell.quantity.unit for _, cell in column[:_SAMPLE] if cell.quantity is not None]
        if any(unit.dimension in kinds for unit in units) and not NOT_ADDED.search(column[0][1].head):
            found.append(number)
    return found[:_MOST_COLUMNS]


def fits(
    figures: Figures, target: int, formulas: Iterable[Formula], pairs: Iterable[tuple[int, int]] | None = None
) -> Iterator[Fit]:
    """The formulas and pairs of columns, and how they fit; all pairs unless some are named, the best first."""
    rows = [row for row in rows_of(figures.grid) if target in row]
    every = permutations(operands(figures), 2) if pairs is None else pairs
    chosen = [pair for pair in every if target not in pair and figures.kinds(pair[0]) & figures.kinds(pair[1])]
    tried: list[tuple[int, int, int, tuple[int, int], Formula]] = []
    for formula in formulas:
        for pair in chosen:
            found = Fit(formula, tuple(islice(_lines(figures, rows[:_SAMPLE], target, pair, formula), _SAMPLE)))
            if found.hits:
                tried.append((found.hits, -found.misses, -len(tried), pair, formula))
    for _, _, _, pair, formula in sorted(tried, key=lambda each: each[:3], reverse=True):
        yield Fit(formula, tuple(_strict(list(_lines(figures, rows, target, pair, formula)))))


def lines_of(figures: Figures, target: int, pair: tuple[int, int], formula: Formula) -> tuple[Line, ...]:
    """How one pair of columns fits."""
    return tuple(_strict(list(_lines(figures, rows_of(figures.grid), target, pair, formula))))


def _strict(lines: Sequence[Line]) -> Sequence[Line]:
    """Where nearly all rows come out as printed the numbers were not rounded, and a row that does not is at odds: had
    241万元 been rounded, its neighbours would not give their rates to the second decimal."""
    exact = sum(1 for line in lines if line.exact and line.telling)
    loose = sum(1 for line in lines if line.holds and not line.exact)
    if exact < _FEW or exact < _FEW * loose:
        return lines
    return [line._replace(holds=line.exact) for line in lines]


def rows_of(grid: Grid) -> list[dict[int, Cell]]:
    """The figures of each row by their columns."""
    return [{cell.place.column: cell for cell in row if cell.quantity is not None} for row in grid.body]


def _lines(
    figures: Figures, rows: Sequence[dict[int, Cell]], target: int, pair: tuple[int, int], formula: Formula
) -> Iterator[Line]:
    one, other = pair
    whole = _total(rows, other) if one == other else None
    rate = formula.of is not difference
    for row in rows:
        if not (target in row and one in row and other in row):
            continue
        stated = figures.stated(row[target], rate=rate)
        left, right = figures.operand(one, row[one]), figures.operand(other, whole or row[other])
        if not formula.meant(stated.cell) or left is None or right is None or left.kind != right.kind:
            continue
        if formula.far(left.rough, right.rough, stated.rough):
            yield Line(stated.cell, left.cell, right.cell, holds=False, exact=False, telling=False)
        elif (ends := formula.of(left.ends, right.ends)) is not None:
            value = formula.of(left.point, right.point)
            holds, rounded = not apart(ends, stated.ends), left.coarse or right.coarse
            exact = value is not None and (not apart(value, stated.ends) or (rounded and holds))
            yield Line(stated.cell, left.cell, right.cell, holds, exact, _telling(stated.cell, left.cell, right.cell))


def _telling(stated: Cell, left: Cell, right: Cell) -> bool:
    return left.quantity != right.quantity and stated.quantity is not None and stated.quantity.value != 0


def _total(rows: Sequence[dict[int, Cell]], column: int) -> Cell | None:
    return next((row[column] for row in rows if column in row and is_total(row[column])), None)


def as_printed(share: Fraction, stated: Cell) -> str:
    """A share of one, as finely as the rate is printed."""
    assert stated.quantity is not None
    places = max(0, -int(stated.quantity.value.as_tuple().exponent))
    sign = "%" if stated.quantity.unit.dimension is Dimension.SHARE else ""
    return decimal_text(share * 100, 1, min(places, 4)) + sign


def of_line(line: Line, computed: str, how: str, severity: Severity, message: str) -> Relation:
    """A figure and the two of its row that it follows from; `how` is written out."""
    stated, one, other = line.stated, line.one, line.other
    return Relation(
        Result.HELD if line.holds else Result.FAILED,
        stated.where,
        (one.where, other.where),
        Computation(stated.said, computed, (one.said, other.said)),
        severity,
        message,
        tuple(cell.quantity for cell in (stated, one, other) if cell.quantity is not None),
        formula=f"表{stated.place.table}“{stated.stub[:16]}”行{how}＝{computed}",
    )
