"""数被改动：签发时由数据写出的数，现在是另一个数。"""

from __future__ import annotations

from collections.abc import Iterator

from anju.checker.against.change import Nature
from anju.checker.against.changes._words import MEND, Fault, alike, at, called, of, several, short
from anju.checker.against.comparison import Comparison
from anju.kernel.finding import Severity

SEVERITY = Severity.ERROR


def faults(comparison: Comparison) -> Iterator[Fault]:
    """A number changed alike in several places is told once; where it still stands as issued is told too."""
    changed = (each for each in of(comparison, Nature.NUMBER, Nature.TEXT) if each.bound and each.issued and each.found)
    for change, others in alike(changed):
        bound = change.bound
        kept = comparison.places.get(bound.id, []) if bound else []
        still = f"文中另有{len(kept)}处仍为原数。" if kept else ""
        yield Fault(
            f"{at(change.spot)}{called(change)}签发时为“{short(change.issued)}”，现为“{short(change.found)}”。"
            f"{several(others)}{still}{MEND}",
            change.where,
            change.issued,
            change.found,
            related=(*others, *kept),
        )
