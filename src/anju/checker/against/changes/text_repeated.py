"""文字重复：签发时有的话，现在多出一遍。"""

from __future__ import annotations

from collections.abc import Iterator

from anju.checker.against.changes._words import Fault, at, short, whole
from anju.checker.against.comparison import Comparison
from anju.kernel.finding import Severity

SEVERITY = Severity.NOTE


def faults(comparison: Comparison) -> Iterator[Fault]:
    for run in comparison.added:
        if run.repeats:
            spot = run.follows.spot if run.follows else run.pieces[0].spot
            yield Fault(
                f"{at(spot)}“{short(whole(run.pieces))}”比签发时多出一遍。请核对是否误粘贴。",
                run.where,
                None,
                whole(run.pieces),
            )
