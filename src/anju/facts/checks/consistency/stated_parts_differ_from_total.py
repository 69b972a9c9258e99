"""分项不等于合计：同一份文件里，各项到位资金相加不等于所说的到位资金合计。"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import reduce
from operator import add

from anju.facts.checking import Fault, row_of
from anju.facts.checks._money import moved
from anju.facts.checks._sayings import Saying, sayings
from anju.facts.occasion import Occasion
from anju.facts.store import FactStore
from anju.facts.tables.statements import TABLE as STATEMENTS
from anju.kernel.citation import Citation
from anju.kernel.finding import Computation, Severity
from anju.kernel.quantity import Quantity

AUDIT_POINTS = ("C03",)
SEVERITY = Severity.ERROR
BASIS = Citation("anju-default", note="分项之和应当等于合计")
TOTAL = "到位资金"


def check(store: FactStore, occasion: Occasion) -> Iterator[Fault]:
    """The parts are the subjects of the same kind of move that name a channel; each is taken as first said."""
    terms = occasion.words("statement_subjects").terms
    move = terms[TOTAL].text("move")
    parts = [code for code, term in terms.items() if term.text("move") == move and term.text("channel")]
    by_document: dict[str, dict[str, Saying]] = defaultdict(dict)
    for saying in sayings(store, occasion, TOTAL, *parts):
        if saying.quantity is not None and saying.of_county:
            by_document[saying.document].setdefault(saying.subject.code, saying)
    for said in by_document.values():
        found = [said[code] for code in parts if code in said]
        if TOTAL in said and len(found) > 1:
            yield from _compared(store, occasion, said[TOTAL], found)


def _compared(store: FactStore, occasion: Occasion, whole: Saying, parts: Sequence[Saying]) -> Iterator[Fault]:
    """Other channels may make up the rest, unless the moves show that there is no other."""
    quantities = [part.quantity for part in parts if part.quantity is not None]
    together = reduce(add, quantities)
    stated = whole.quantity
    if stated is None or _meet(together, stated):
        return
    if together < stated and not _complete(store, occasion, parts):
        return
    terms = " + ".join(f"{part.subject.title}{part.quantity}" for part in parts)
    yield Fault(
        f"{whole.place}写{whole.subject.title}为{stated}，而{terms} = {together}，两者不等。"
        f"请核对各项金额，或补写漏列的来源。",
        row_of(STATEMENTS, whole.row, "value"),
        Computation(str(stated), str(together), tuple(f"{part.subject.title}{part.quantity}" for part in parts)),
    )


def _meet(one: Quantity, other: Quantity) -> bool:
    """Whether the two intervals of what was printed have a point in common."""
    (low, high), (from_, to) = one.interval, other.interval
    return low <= to and from_ <= high


def _complete(store: FactStore, occasion: Occasion, parts: Sequence[Saying]) -> bool:
    channels = {part.subject.text("channel") for part in parts}
    move = parts[0].subject.text("move")
    found = moved(store, occasion)
    others = found.total(move, lambda term: term.text("channel") not in channels)
    return found.total(move).exact is not None and not others.amount
