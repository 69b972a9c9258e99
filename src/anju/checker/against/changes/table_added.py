"""添了一张表。"""

from __future__ import annotations

from collections.abc import Iterator

from anju.checker.against.changes._words import MEND_TABLE, Fault, short, whole
from anju.checker.against.comparison import Comparison
from anju.kernel.finding import Severity

SEVERITY = Severity.ERROR


def faults(comparison: Comparison) -> Iterator[Fault]:
    for line in comparison.tables_added:
        yield Fault(
            f"签发时没有{line.words}：“{short(whole(line.pieces))}”。{MEND_TABLE}",
            line.where,
            None,
            whole(line.pieces),
        )
