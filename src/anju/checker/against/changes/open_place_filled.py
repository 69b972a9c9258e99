"""待填处填进了数：原因、措施可以在文中填写，但其中的数系统里没有。"""

from __future__ import annotations

from collections.abc import Iterator

from anju.checker.against.change import Nature
from anju.checker.against.changes._words import Fault, at, of
from anju.checker.against.comparison import Comparison
from anju.kernel.finding import Severity

SEVERITY = Severity.WARNING


def faults(comparison: Comparison) -> Iterator[Fault]:
    for change in of(comparison, Nature.FILLED):
        yield Fault(
            f"{at(change.spot)}填写的内容里有数“{change.found}”，系统里没有。请在系统里填写后重新生成，使它有据可查。",
            change.where,
            None,
            change.found,
        )
