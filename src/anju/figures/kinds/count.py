"""行数：一张事实表本年度有几行。"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING

from anju.facts.checking import row_of
from anju.facts.fact_row import FactRow
from anju.facts.store import TABLES
from anju.figures._worst import worst
from anju.figures.figure import Figure
from anju.kernel.assurance import RowAssurance
from anju.kernel.outcome import Outcome, Value

if TYPE_CHECKING:
    from anju.figures.book import Book


def ids(_book: Book) -> Iterator[str]:
    yield from TABLES


def figure(book: Book, rest: str) -> Outcome[Figure]:
    """KeyError for a name that is no table. A table nobody filled has 0 rows, which is known."""
    table = TABLES[rest]
    rows = tuple(
        FactRow(rest, row_of(table, row).key or "", 1, RowAssurance(row["assurance"]), row["document"])
        for row in book.rows(rest)
    )
    title, made = f"{table.title}条数", f"count.{rest}"
    assurance = worst(*(row.assurance for row in rows))
    return Value(Figure(made, title, Fraction(len(rows)), "count", made, f"{table.title}的行数", rows, assurance))
