"""添了文字：没有数，但签发时没有这些话。"""

from __future__ import annotations

from collections.abc import Iterator

from anju.checker.against.changes._words import Fault, at, numbers, short, whole
from anju.checker.against.comparison import Comparison
from anju.kernel.finding import Severity

SEVERITY = Severity.NOTE
_OWN = "narrative"


def faults(comparison: Comparison) -> Iterator[Fault]:
    """What follows the officer's own words is taken for more of them."""
    for run in comparison.added:
        own = run.follows is not None and run.follows.spot.origin == _OWN
        if numbers(run.pieces) or own or run.repeats:
            continue
        spot = run.pieces[0].spot if run.pieces[0].spot.cell or not run.follows else run.follows.spot
        yield Fault(
            f"{at(spot)}签发时没有“{short(whole(run.pieces))}”。请核对；要长期保留的，写进系统里的自述段落。",
            run.where,
            None,
            whole(run.pieces),
        )
