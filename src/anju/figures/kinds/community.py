"""一个小区的钱：项目投资、到位、拨付、支付各多少，编号是 小区.investment 等；小区空着的，是没有分到小区的那些。"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from anju.facts._table import WHOLE_COUNTY
from anju.facts.checking import row_of
from anju.facts.fact_row import FactRow
from anju.facts.store import TABLES
from anju.figures._worst import worst
from anju.figures.figure import Figure
from anju.kernel.assurance import RowAssurance
from anju.kernel.outcome import Missing, Outcome, Value
from anju.ledger.entries import CORRECTION
from anju.measures._costs import CLAIM

if TYPE_CHECKING:
    from anju.figures.book import Book

MOVES = {"in_place": "到位", "passed_on": "拨付", "paid": "支付"}
Row = dict[str, Any]


def ids(book: Book) -> Iterator[str]:
    """Of the plan year's communities, then of the rows that name none; the whole county is the measures' business."""
    planned = (row["community"] for row in book.rows("renovations") if row["community"] != WHOLE_COUNTY)
    for community in (*planned, ""):
        yield from (f"{community}.{what}" for what in ("investment", *MOVES))


def figure(book: Book, rest: str) -> Outcome[Figure]:
    """`<community>.<what>`. KeyError for a community that is not planned, or for anything else of it."""
    if rest not in ids(book):
        raise KeyError(rest)
    written, _, what = rest.rpartition(".")
    community = written or None
    if what == "investment":
        return _figure(book, rest, "costings", _costing(book, community), "项目投资")
    return _figure(book, rest, "fund_moves", _moves(book, community, MOVES[what]), f"{MOVES[what]}资金")


def _figure(book: Book, rest: str, name: str, rows: list[Row], what: str) -> Outcome[Figure]:
    table, place = TABLES[name], _name(book, rest.rpartition(".")[0])
    amounts = [row["amount_fen"] for row in rows]
    if not rows or None in amounts:
        return Missing(f"{place}的{what}未填报" if not any(amounts) else f"{place}的{what}有的行未填报")
    behind = tuple(
        FactRow(name, row_of(table, row).key or "", row["amount_fen"], RowAssurance(row["assurance"]), row["document"])
        for row in rows
    )
    working = f"{what}：{len(rows)}行相加" if len(rows) > 1 else what
    id, title, assurance = f"community.{rest}", f"{place}{what}", worst(*(each.assurance for each in behind))
    return Value(Figure(id, title, Fraction(sum(amounts)), "fen", id, working, behind, assurance))


def _costing(book: Book, community: str | None) -> list[Row]:
    """The furthest stage with an amount; a made-up one only where there is no real one (as measures._costs)."""
    stages = [stage for stage in book.assessment.occasion.words("costing_stages").terms if stage != CLAIM]
    rows = [row for row in book.rows("costings") if row["community"] == community and row["stage"] in stages]
    rows = [row for row in rows if row["amount_fen"] is not None and _by(book, row["determined_on"])]
    real = [row for row in rows if row["assurance"] != RowAssurance.ILLUSTRATIVE.value]
    furthest = sorted(real or rows, key=lambda row: stages.index(row["stage"]))
    return furthest[-1:]


def _moves(book: Book, community: str | None, kind: str) -> list[Row]:
    """The moves and what corrects them, as ledger.entries counts them; a correction of nothing may be one of these."""
    counted = [row for row in book.rows("fund_moves") if _by(book, row["moved_on"])]
    kinds = {row["id"]: (row["community"], row["kind"]) for row in book.rows("fund_moves")}
    found = []
    for row in counted:
        if row["kind"] != CORRECTION:
            found += [row] if (row["community"], row["kind"]) == (community, kind) else []
        elif row["corrects"] in kinds:
            found += [row] if kinds[row["corrects"]] == (community, kind) else []
        elif row["community"] == community:
            found.append({**row, "amount_fen": None})
    return found


def _by(book: Book, day: date | None) -> bool:
    return day is None or day <= book.assessment.occasion.as_of


def _name(book: Book, community: str) -> str:
    if not community:
        return "没有分到小区"
    named = (row["name"] for row in book.rows("communities") if row["community"] == community)
    return next((name for name in named if name), community)
