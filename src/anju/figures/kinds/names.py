"""名单：本年度计划改造的小区名称；文件点过名的以文件为准，编来演示的名单不作数。"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from anju.facts._table import WHOLE_COUNTY
from anju.facts.checking import row_of
from anju.facts.fact_row import FactRow
from anju.facts.store import TABLES
from anju.figures._worst import worst
from anju.figures.figure import Figure
from anju.kernel.assurance import RowAssurance
from anju.kernel.outcome import Missing, Outcome, Value

if TYPE_CHECKING:
    from anju.figures.book import Book

TITLE = "计划改造的小区"


def ids(_book: Book) -> Iterator[str]:
    yield "communities"


def figure(book: Book, rest: str) -> Outcome[Figure]:
    """The names of the plan's communities, parted by 、; else those that a document lists."""
    if rest != "communities":
        raise KeyError(rest)
    planned = {row["community"]: row for row in book.rows("renovations") if row["community"] != WHOLE_COUNTY}
    named = [row for row in book.rows("communities") if row["community"] in planned and row["name"]]
    real = [row for row in named if planned[row["community"]]["assurance"] != RowAssurance.ILLUSTRATIVE.value]
    if real and len(real) == len(planned):
        return Value(_figure("、".join(row["name"] for row in real), "communities", real))
    listed = [row for row in book.rows("statements") if row["subject"] == "小区名称" and row["value"]]
    listed = [row for row in listed if "实际" not in (row["scope"] or "")]
    if listed:
        return Value(_figure(listed[0]["value"], "statements", listed[:1]))
    if named and len(named) == len(planned):
        made_up = _figure("、".join(row["name"] for row in named), "communities", named)
        return Value(made_up if real else _illustrative(made_up))
    return Missing(f"{TITLE}名称未填报")


def _figure(text: str, table: str, rows: list[dict[str, Any]]) -> Figure:
    behind = tuple(
        FactRow(table, row_of(TABLES[table], row).key or "", None, RowAssurance(row["assurance"]), row["document"])
        for row in rows
    )
    assurance = worst(*(row.assurance for row in behind))
    return Figure("names.communities", TITLE, None, "text", "names.communities", TITLE, behind, assurance, text=text)


def _illustrative(made: Figure) -> Figure:
    """Names are real, that they are in the plan is made up."""
    assurance = RowAssurance.ILLUSTRATIVE
    return Figure(made.id, made.title, None, "text", made.measure, made.working, made.rows, assurance, text=made.text)
