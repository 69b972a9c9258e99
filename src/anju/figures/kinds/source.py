"""一个来源的钱：到位、拨付、支付等各多少，编号是 环节.来源，如 source.received.中央；没写来源的为 unnamed。"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from anju.facts.fact_row import FactRow
from anju.figures._worst import worst
from anju.figures.figure import Figure
from anju.kernel.outcome import Missing, NotApplicable, Outcome, Value
from anju.ledger.entries import stages

if TYPE_CHECKING:
    from anju.figures.book import Book

UNNAMED = "unnamed"


def ids(book: Book) -> Iterator[str]:
    """Of each stage, the sources that its rows name, in the order of the vocabulary."""
    for stage in stages(book.assessment.occasion):
        found = book.figure(f"funds.balance.{stage}")
        named = _by_source(book, found.value.rows) if isinstance(found, Value) else {}
        yield from (f"{stage}.{source}" for source in (*_sources(book), UNNAMED) if source in named)


def figure(book: Book, rest: str) -> Outcome[Figure]:
    """`<stage>.<source>`: the rows of the stage's total that name the source, so that the sources make up the total.
    KeyError for a stage or a source there is none of."""
    stage, _, source = rest.partition(".")
    kind = stages(book.assessment.occasion)[stage]
    title = f"{kind}资金（{'未写来源' if source == UNNAMED else _sources(book)[source]}）"
    whole = book.figure(f"funds.balance.{stage}")
    if isinstance(whole, Missing | NotApplicable):
        return whole
    rows = _by_source(book, whole.value.rows).get(source, ())
    if not rows:
        return Missing(f"{title}未填报")
    id, total = f"source.{rest}", sum((Fraction(row.value or 0) for row in rows), Fraction(0))
    working = f"{title}：{len(rows)}行相加" if len(rows) > 1 else title
    assurance = worst(*(row.assurance for row in rows))
    return Value(Figure(id, title, total, "fen", f"funds.balance.{stage}", working, tuple(rows), assurance))


def _sources(book: Book) -> dict[str, str]:
    return {code: term.title for code, term in book.assessment.occasion.words("source_levels").terms.items()}


def _by_source(book: Book, rows: tuple[FactRow, ...]) -> dict[str, list[FactRow]]:
    head = book.assessment.snapshot.head
    every = book.assessment.snapshot.tables["fund_moves"].to_pylist()  # a corrected move may be of an earlier year
    moves = {row["id"]: row for row in every if row["region"] == head.region}
    found: dict[str, list[FactRow]] = defaultdict(list)
    for row in rows:
        found[_source(moves, moves[row.key])].append(row)
    return found


def _source(moves: dict[str, dict[str, Any]], move: dict[str, Any]) -> str:
    """A correction that names no source of its own has that of the move it corrects (as ledger.entries)."""
    first = moves.get(move["corrects"] or "", {})
    return str(move["source"] or first.get("source") or UNNAMED)
