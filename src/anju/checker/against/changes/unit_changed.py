"""单位被改动：数没有变，计量单位变了，说的就不是原来的数。"""

from __future__ import annotations

from collections.abc import Iterator

from anju.checker.against.change import Nature
from anju.checker.against.changes._words import MEND, Fault, alike, at, called, of, several
from anju.checker.against.comparison import Comparison
from anju.kernel.finding import Severity

SEVERITY = Severity.ERROR


def faults(comparison: Comparison) -> Iterator[Fault]:
    """Also a unit that stands by itself, above a table or at the head of a column."""
    for change, others in alike(of(comparison, Nature.UNIT)):
        found = f"现为“{change.found}”" if change.found else "现已没有单位"
        yield Fault(
            f"{at(change.spot)}{called(change)}签发时为“{change.issued}”，{found}，单位不同。{several(others)}{MEND}",
            change.where,
            change.issued,
            change.found,
            related=others,
        )
