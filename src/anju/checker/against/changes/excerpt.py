"""只是一部分：读到的文字大多出自签发的文件，但签发的文件大半不在其中。"""

from __future__ import annotations

from collections.abc import Iterator

from anju.checker.against.changes._words import Fault
from anju.checker.against.comparison import Comparison
from anju.kernel.finding import Severity, Where

SEVERITY = Severity.WARNING


def faults(comparison: Comparison) -> Iterator[Fault]:
    if comparison.excerpt:
        yield Fault(
            f"只读到签发文件的约{round(comparison.kept * 100)}%，没有读到的部分无从核对。请交完整的文件再查。",
            Where(),
        )
