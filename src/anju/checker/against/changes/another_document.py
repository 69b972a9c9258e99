"""不是签发的那份文件：文字大多对不上，逐处比对没有意义。"""

from __future__ import annotations

from collections.abc import Iterator

from anju.checker.against.changes._words import Fault
from anju.checker.against.comparison import Comparison
from anju.kernel.finding import Severity, Where

SEVERITY = Severity.ERROR


def faults(comparison: Comparison) -> Iterator[Fault]:
    if comparison.foreign:
        said = f"两者只有约{round(comparison.kept * 100)}%的文字相同"
        if comparison.other_figures:
            said = "话大致相同，数却大半不同，像是另一次生成的报告"
        yield Fault(f"这不是签发的那份文件：{said}，没有逐处比对。请核对文件和快照是否对应。", Where())
