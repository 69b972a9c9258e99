"""名称被添上：签发时没有列出的小区，现在在名单里。"""

from __future__ import annotations

from collections.abc import Iterator

from anju.checker.against.change import Nature
from anju.checker.against.changes._words import MEND, NAMELIST, Fault, at, called, listed, of
from anju.checker.against.comparison import Comparison
from anju.kernel.finding import Severity

SEVERITY = Severity.ERROR


def faults(comparison: Comparison) -> Iterator[Fault]:
    for change in of(comparison, Nature.NAMES):
        if change.more and not change.less:
            yield Fault(
                f"{at(change.spot)}{called(change, NAMELIST)}比签发时多了{listed(change.more)}。{MEND}",
                change.where,
                change.issued,
                change.found,
                operands=change.more,
            )
