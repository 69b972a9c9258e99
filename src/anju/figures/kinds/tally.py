"""计数：一张事实表里合乎条件的有几行，编号是 表.条件,条件，如 tally.problems.solved=是。"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING

from anju.facts.checking import row_of
from anju.facts.fact_row import FactRow
from anju.facts.store import TABLES
from anju.figures._worst import worst
from anju.figures.figure import Figure
from anju.figures.row_query import parsed, select
from anju.kernel.assurance import RowAssurance
from anju.kernel.outcome import Missing, Outcome, Value

if TYPE_CHECKING:
    from anju.figures.book import Book


def ids(_book: Book) -> Iterator[str]:
    """None: there are as many as one can ask for."""
    yield from ()


def figure(book: Book, rest: str) -> Outcome[Figure]:
    """Missing where the table is empty, or where a row does not say. KeyError for a table or column not there."""
    name, _, conditions = rest.partition(".")
    try:
        query = parsed([name, *(each for each in conditions.split(",") if each)])
    except ValueError as fault:
        raise KeyError(rest) from fault
    table, id = TABLES[name], f"tally.{rest}"
    met, unknown = select(book, query)
    if unknown or not book.rows(name):
        return Missing(f"{table.title}未填报" if not unknown else f"{table.title}有{len(unknown)}行未填报")
    rows = tuple(
        FactRow(name, row_of(table, row).key or "", 1, RowAssurance(row["assurance"]), row["document"]) for row in met
    )
    title = f"{table.title}（{conditions}）" if conditions else table.title
    assurance = worst(*(row.assurance for row in rows))
    return Value(Figure(id, title, Fraction(len(rows)), "count", id, f"{title}{len(rows)}行", rows, assurance))
