"""添了数：签发时没有的数，现在写在文中，系统里查不到它的来处。"""

from __future__ import annotations

from collections.abc import Iterator

from anju.checker.against.amount import amounts, known_unit
from anju.checker.against.change import Nature
from anju.checker.against.changes._words import Fault, at, first_number, listed, numbers, of, short, whole
from anju.checker.against.comparison import Comparison
from anju.checker.against.folded import folded
from anju.kernel.finding import Severity
from anju.kernel.unit import Dimension

SEVERITY = Severity.ERROR
_MEND = "文中的数应当出自系统里的数据：请先补报数据再重新生成，或删去这个数。"


def faults(comparison: Comparison) -> Iterator[Fault]:
    """A sentence with several new numbers is one change. Dates alone, and what is said elsewhere in the document as
    issued, only need a look."""
    for change in of(comparison, Nature.NUMBER):
        if change.issued is None and change.found:
            yield Fault(
                f"{at(change.spot)}“{change.found}”是签发时没有的数。{_MEND}",
                change.where,
                None,
                change.found,
                severity=_severity([change.found]),
            )
    for run in comparison.added:
        typed = numbers(run.pieces)
        if typed and not run.repeats:
            spot = run.pieces[0].spot if run.pieces[0].spot.cell or not run.follows else run.follows.spot
            yield Fault(
                f"{at(spot)}签发时没有“{short(whole(run.pieces))}”，其中的数{listed(typed)}查不到来处。{_MEND}",
                first_number(run.pieces),
                None,
                "、".join(typed),
                severity=_severity(typed),
            )


def _severity(typed: list[str]) -> Severity | None:
    """A warning where nothing but days and years was typed in."""
    every = [amount for text in typed for amount in amounts(folded(text))]
    units = [known_unit(amount.symbol) for amount in every]
    return Severity.WARNING if all(unit and unit.dimension is Dimension.TIME for unit in units) else None
