"""算式里的数：某个评分点的算式里第几个数，编号是 指标.评分点.第几个。"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from anju.figures._working import Told, pieces
from anju.figures._worst import worst
from anju.figures.figure import Figure
from anju.kernel.outcome import Outcome, Value
from anju.scoring.evaluation import PartScore

if TYPE_CHECKING:
    from anju.figures.book import Book


def ids(book: Book) -> Iterator[str]:
    """Those that are no sum, ratio or score of their own."""
    for subject, part in _parts(book):
        found = (piece for piece in pieces(subject, part) if isinstance(piece, Told))
        yield from (f"{subject}.{number}" for number, told in enumerate(found, 1) if not told.id)


def figure(book: Book, rest: str) -> Outcome[Figure]:
    """`<ITEM>.<n>.<k>`: the k-th number. KeyError when the part has not so many."""
    subject, _, number = rest.rpartition(".")
    part = dict(_parts(book))[subject]
    found = [piece for piece in pieces(subject, part) if isinstance(piece, Told)]
    if not number.isdecimal() or not 1 <= int(number) <= len(found):
        raise KeyError(rest)
    told, code = found[int(number) - 1], part.part.measure or ""
    behind = (row for name in part.sums for row in book.assessment.behind.get((code, name), ()))
    rows, line = tuple(dict.fromkeys(behind)), "；".join(part.working)
    assurance = worst(*(value.assurance for _, value in part.sums.values())) if rows else None
    id, title = f"working.{rest}", f"{part.title}算式第{number}个数"
    return Value(Figure(id, title, told.value, told.stored, code or id, line, rows, assurance, told.unit))


def _parts(book: Book) -> Iterator[tuple[str, PartScore]]:
    for item in book.assessment.evaluation.items:
        for number, part in enumerate(item.parts, 1):
            yield f"{item.item.code}.{number}", part
