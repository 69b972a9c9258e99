"""文字里的数字被改动：日期、年度、文号等不由数据写出的数字，现在与签发时不同。"""

from __future__ import annotations

from collections.abc import Iterator

from anju.checker.against.change import Nature
from anju.checker.against.changes._words import Fault, at, of
from anju.checker.against.comparison import Comparison
from anju.kernel.finding import Severity

SEVERITY = Severity.ERROR


def faults(comparison: Comparison) -> Iterator[Fault]:
    for change in of(comparison, Nature.NUMBER):
        if not change.bound and change.issued and change.found:
            yield Fault(
                f"{at(change.spot)}签发时写的是“{change.issued}”，现为“{change.found}”。"
                "请恢复原文；确需更改的，改后重新生成。",
                change.where,
                change.issued,
                change.found,
            )
