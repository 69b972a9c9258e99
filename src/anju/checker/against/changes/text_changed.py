"""文字被改写：数都没有变，话不一样了。"""

from __future__ import annotations

from collections.abc import Iterator

from anju.checker.against.change import Nature
from anju.checker.against.changes._words import Fault, at, of, short
from anju.checker.against.comparison import Comparison
from anju.kernel.finding import Severity

SEVERITY = Severity.NOTE
_OWN = "narrative"


def faults(comparison: Comparison) -> Iterator[Fault]:
    """The officer's own paragraphs are his to reword; words in a table are results, and need a look."""
    for change in of(comparison, Nature.WORDS):
        if change.spot.origin != _OWN:
            yield Fault(
                f"{at(change.spot)}签发时写的是“{short(change.issued)}”，现为“{short(change.found)}”。请核对意思有没有变。",
                change.where,
                change.issued,
                change.found,
                severity=Severity.WARNING if change.spot.cell else None,
            )
