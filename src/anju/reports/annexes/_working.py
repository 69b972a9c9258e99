"""附表共用：一个评分点的算式，字照写，数各归各的来历。"""

from __future__ import annotations

from anju.figures._working import pieces
from anju.figures.book import Book
from anju.kernel.outcome import Value
from anju.reports.document import Printed, Runs
from anju.scoring.evaluation import PartScore


def working(book: Book, subject: str, part: PartScore) -> Runs:
    """`subject` is <ITEM>.<n>. Each number is the sum, ratio or score it states, else one of the working itself."""
    runs: list[str | Printed] = []
    count = 0
    for piece in pieces(subject, part):
        if isinstance(piece, str):
            runs.append(piece)
            continue
        count += 1
        found = book.figure(piece.id or f"working.{subject}.{count}")
        runs.append(Printed(found.value, piece.text, piece.unit) if isinstance(found, Value) else piece.text)
    return tuple(runs)
