"""数被删去：签发时有的数，现在找不到了，连同它所在的句子或段落。"""

from __future__ import annotations

from collections.abc import Iterator

from anju.checker.against.change import Nature
from anju.checker.against.changes._words import MEND, Fault, at, called, listed, of, short, whole
from anju.checker.against.comparison import Comparison
from anju.kernel.finding import Severity

SEVERITY = Severity.ERROR


def faults(comparison: Comparison) -> Iterator[Fault]:
    """Sentences that went together are one change; the numbers that went with them are named."""
    for change in of(comparison, Nature.NUMBER, Nature.TEXT):
        if change.bound and change.found is None:
            yield Fault(
                f"{at(change.spot)}签发时有{called(change)}“{short(change.issued)}”，现已没有。{MEND}",
                change.where,
                change.issued,
            )
    for run in comparison.gone:
        bounds = [bound for piece in run.pieces for bound in piece.figures]
        if bounds:
            texts = [bound.text for bound in bounds]
            yield Fault(
                f"{at(run.pieces[0].spot)}签发时的“{short(whole(run.pieces))}”已删去，"
                f"其中的数{listed(texts)}一并没有了。{MEND}",
                run.where,
                "、".join(texts),
                operands=tuple(bound.title for bound in bounds),
            )
