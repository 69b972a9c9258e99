"""文字里的数字被改动：日期、年度、文号等不由数据写出的数字，现在与签发时不同。"""

from __future__ import annotations

from collections.abc import Iterator

from anju.checker.against.change import Nature
from anju.checker.against.changes._words import Fault, alike, at, of, several
from anju.checker.against.comparison import Comparison
from anju.kernel.finding import Severity
from anju.reports.layout import StyleName

SEVERITY = Severity.ERROR
_OUTER = frozenset({StyleName.NUMBER, StyleName.DATE, StyleName.IMPRINT})


def faults(comparison: Comparison) -> Iterator[Fault]:
    """The number and the day of the document itself are often settled at signing: they need a look."""
    plain = (each for each in of(comparison, Nature.NUMBER) if not each.bound and each.issued and each.found)
    for change, others in alike(plain):
        yield Fault(
            f"{at(change.spot)}签发时写的是“{change.issued}”，现为“{change.found}”。{several(others)}"
            "请恢复原文；确需更改的，改后重新生成。",
            change.where,
            change.issued,
            change.found,
            related=others,
            severity=Severity.WARNING if change.spot.style in _OUTER else None,
        )
