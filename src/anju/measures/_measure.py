"""口径的写法：有名字的合计，逐行说清加什么；比率只指明哪两个合计相除。"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import ibis.expr.types as ir

from anju.facts._table import Table
from anju.facts.occasion import Occasion
from anju.kernel.citation import Citation


@dataclass(frozen=True)
class Asked:
    """What a best value may depend on: the row being filled, the measure's known sums, the occasion."""

    row: Mapping[str, Any]
    sums: Mapping[str, int]
    occasion: Occasion


@dataclass(frozen=True)
class Supply:
    """The fact that would make a sum known, at the best value that is admissible.

    `values` are constants or functions of Asked, by column of `table`; they fill empty cells of the rows that agree
    with `match` (a tuple: with any of these), or, where there is no such row, a new one, which also takes `fresh`. Of a
    table that has communities, a new row is made for each planned community of which none is there, unless `match` or
    `fresh` names the community. `beside` are supplies without which this one gains nothing. `says` tells the officer
    what to supply.
    """

    table: Table
    says: str
    values: Mapping[str, Any]
    match: Mapping[str, Any] = field(default_factory=dict)
    fresh: Mapping[str, Any] = field(default_factory=dict)
    beside: tuple[Supply, ...] = ()

    def every(self) -> tuple[Supply, ...]:
        """This one and those beside it."""
        return (self, *self.beside)

    def value(self, column: str, asked: Asked) -> Any:
        best = self.values[column]
        return best(asked) if callable(best) else best


@dataclass(frozen=True)
class Sum:
    """One named sum. `rows` is a relation with region and assurance (and community, where rows have one).

    `value` is an integer row expression; NULL means the row is known to belong but its value is not. `where` chooses
    rows. `bound` is the most that a row of unknown value could add (a community counts at most once); without it an
    unknown row leaves the sum open upwards. `unit` as in JSON output; `shown` names the real unit of thousandths.
    """

    title: str
    rows: ir.Table
    value: ir.Value
    where: ir.Value | None = None
    bound: ir.Value | None = None
    unit: str = "count"
    shown: str = ""
    supply: Supply | None = None


Sums = Mapping[str, Sum]


@dataclass(frozen=True)
class Measure:
    """A measure: its sums on an occasion, which two of them divide (`ratio`), and where it is written.

    `headline` names the sum a county's goal is compared with when the measure is no ratio.
    """

    sums: Callable[[Occasion], Sums]
    basis: Citation
    ratio: tuple[str, str] | None = None
    headline: str | None = None
