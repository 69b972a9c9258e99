"""表中添了一列。"""

from __future__ import annotations

from collections.abc import Iterator

from anju.checker.against.changes._words import Fault, short, whole
from anju.checker.against.comparison import Comparison
from anju.kernel.finding import Severity

SEVERITY = Severity.ERROR
_MEND = "表中的数应当出自系统里的数据：请先补报数据再重新生成，或删去添上的内容。"


def faults(comparison: Comparison) -> Iterator[Fault]:
    for line in comparison.grids.columns_added:
        yield Fault(
            f"{line.table.title}添了“{line.words}”栏：“{short(whole(line.pieces))}”。{_MEND}",
            line.where,
            None,
            whole(line.pieces),
        )
