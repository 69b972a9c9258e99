"""名称被改动：名单里的小区换成了别的名称。"""

from __future__ import annotations

from collections.abc import Iterator

from anju.checker.against.change import Nature
from anju.checker.against.changes._words import MEND, NAMELIST, Fault, at, called, listed, of
from anju.checker.against.comparison import Comparison
from anju.kernel.finding import Severity

SEVERITY = Severity.ERROR


def faults(comparison: Comparison) -> Iterator[Fault]:
    for change in of(comparison, Nature.NAMES):
        if change.less and change.more:
            yield Fault(
                f"{at(change.spot)}{called(change, NAMELIST)}签发时的{listed(change.less)}"
                f"改成了{listed(change.more)}。{MEND}",
                change.where,
                change.issued,
                change.found,
                operands=(*change.less, *change.more),
            )
