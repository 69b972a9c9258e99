"""两列的数对调：表头没有动，两列里的数换了位置。"""

from __future__ import annotations

from collections.abc import Iterator

from anju.checker.against.changes._words import MEND, Fault
from anju.checker.against.comparison import Comparison
from anju.kernel.finding import Severity

SEVERITY = Severity.ERROR


def faults(comparison: Comparison) -> Iterator[Fault]:
    """One change, however many rows; each row's cells are pointed at."""
    for swap in comparison.swaps:
        cells = [change for pair in swap.pairs for change in pair]
        first = cells[0]
        yield Fault(
            f"{first.spot.table}的“{swap.heads[0]}”栏与“{swap.heads[1]}”栏的数对调了，共{len(swap.pairs)}行。{MEND}",
            first.where,
            "、".join(each.issued or "" for each in cells),
            "、".join(each.found or "" for each in cells),
            related=tuple(each.where for each in cells[1:]),
        )
