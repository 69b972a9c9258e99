"""表中添了一行。"""

from __future__ import annotations

from collections.abc import Iterator

from anju.checker.against.changes._words import MEND_TABLE, Fault, short, whole
from anju.checker.against.comparison import Comparison
from anju.kernel.finding import Severity

SEVERITY = Severity.ERROR


def faults(comparison: Comparison) -> Iterator[Fault]:
    for line in comparison.grids.rows_added:
        yield Fault(
            f"{line.table.title}添了{line.words}：“{short(whole(line.pieces))}”。{MEND_TABLE}",
            line.where,
            None,
            whole(line.pieces),
        )
