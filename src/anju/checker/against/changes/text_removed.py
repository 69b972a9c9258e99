"""文字被删去：没有由数据写出的数，但签发时有、现在没有。"""

from __future__ import annotations

from collections.abc import Iterator

from anju.checker.against.changes._words import Fault, at, numbers, short, whole
from anju.checker.against.comparison import Comparison
from anju.kernel.finding import Severity

SEVERITY = Severity.NOTE
_OWN = "narrative"


def faults(comparison: Comparison) -> Iterator[Fault]:
    """A cell that was emptied, or numbers in plain words that went, need a look."""
    for run in comparison.gone:
        if any(piece.figures for piece in run.pieces) or all(piece.spot.origin == _OWN for piece in run.pieces):
            continue
        grave = any(piece.spot.cell for piece in run.pieces) or bool(numbers(run.pieces))
        yield Fault(
            f"{at(run.pieces[0].spot)}签发时的“{short(whole(run.pieces))}”已删去。请核对是否应当恢复。",
            run.where,
            whole(run.pieces),
            severity=Severity.WARNING if grave else None,
        )
