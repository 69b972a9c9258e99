"""文字里的数字被删去：日期、文号等不由数据写出的数字，现在没有了。"""

from __future__ import annotations

from collections.abc import Iterator

from anju.checker.against.change import Nature
from anju.checker.against.changes._words import Fault, at, of
from anju.checker.against.comparison import Comparison
from anju.kernel.finding import Severity

SEVERITY = Severity.WARNING


def faults(comparison: Comparison) -> Iterator[Fault]:
    for change in of(comparison, Nature.NUMBER):
        if not change.bound and change.found is None:
            yield Fault(
                f"{at(change.spot)}签发时写有“{change.issued}”，现已没有。请核对是否应当恢复。",
                change.where,
                change.issued,
            )
