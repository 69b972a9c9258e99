"""名称被删去：签发时列出的小区，名单里少了。"""

from __future__ import annotations

from collections.abc import Iterator

from anju.checker.against.change import Nature
from anju.checker.against.changes._words import MEND, NAMELIST, Fault, at, called, listed, of
from anju.checker.against.comparison import Comparison
from anju.kernel.finding import Severity

SEVERITY = Severity.ERROR


def faults(comparison: Comparison) -> Iterator[Fault]:
    for change in of(comparison, Nature.NAMES):
        if change.less and not change.more:
            yield Fault(
                f"{at(change.spot)}{called(change, NAMELIST)}比签发时少了{listed(change.less)}。{MEND}",
                change.where,
                change.issued,
                change.found,
                operands=change.less,
            )
