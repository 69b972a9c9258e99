"""表中的一列被删去。"""

from __future__ import annotations

from collections.abc import Iterator

from anju.checker.against.changes._words import MEND, Fault, short, whole
from anju.checker.against.comparison import Comparison
from anju.kernel.finding import Severity

SEVERITY = Severity.ERROR


def faults(comparison: Comparison) -> Iterator[Fault]:
    for line in comparison.grids.columns_gone:
        yield Fault(
            f"{line.table.title}签发时的“{line.words}”栏已删去：“{short(whole(line.pieces))}”。{MEND}",
            line.where,
            whole(line.pieces),
        )
