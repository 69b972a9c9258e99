"""问题里的数：某项核查第几条问题写明的数和算出的数，编号是 核查.第几条.stated 或 computed。"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from anju.facts.checking import row_of
from anju.facts.fact_row import FactRow
from anju.facts.store import TABLES
from anju.figures._worst import worst
from anju.figures.figure import Figure
from anju.kernel.assurance import RowAssurance
from anju.kernel.finding import Finding
from anju.kernel.outcome import Missing, Outcome, Value

if TYPE_CHECKING:
    from anju.figures.book import Book

WORDS = {"stated": "所写", "computed": "所核"}


def ids(book: Book) -> Iterator[str]:
    for code in dict.fromkeys(finding.code for finding in book.assessment.findings):
        for number, finding in enumerate(_of(book, code), 1):
            yield from (f"{code}.{number}.{word}" for word in WORDS if finding.computation)


def figure(book: Book, rest: str) -> Outcome[Figure]:
    """KeyError when there is no such finding."""
    head, _, word = rest.rpartition(".")
    code, _, number = head.rpartition(".")
    said, found = WORDS[word], _of(book, code)
    if not number.isdecimal() or not 1 <= int(number) <= len(found):
        raise KeyError(rest)
    finding = found[int(number) - 1]
    text = getattr(finding.computation, word) if finding.computation else None
    if text is None:
        return Missing(f"这条问题没有{said}的数")
    rows = _rows(book, finding)
    assurance = worst(*(row.assurance for row in rows))
    id = f"finding.{rest}"
    return Value(Figure(id, f"问题{said}", None, "text", code, finding.message, rows, assurance, text=text))


def _of(book: Book, code: str) -> list[Finding]:
    return [finding for finding in book.assessment.findings if finding.code == code]


def _rows(book: Book, finding: Finding) -> tuple[FactRow, ...]:
    """The row the finding points at."""
    where = finding.where
    if where.table is None:
        return ()
    table = TABLES[where.table]
    return tuple(
        FactRow(where.table, where.key or "", None, RowAssurance(row["assurance"]), row["document"])
        for row in book.rows(where.table)
        if row_of(table, row).key == where.key
    )
