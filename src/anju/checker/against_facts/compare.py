"""报告里的数与快照里的事实：一个一个对，对得上的记下来，对不上的一件事一个问题。"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from anju.checker.against_facts.asked import Asked, names, of_cell, of_claim
from anju.checker.against_facts.facts import Fact, Facts, facts_of
from anju.checker.extract import Extract, extract
from anju.checker.extract.claim import Bound, Claim
from anju.checker.extract.mention import Mention
from anju.checker.extract.tables import Grid
from anju.checker.reading import Reading
from anju.checker.relation import Relation, Result
from anju.checker.rules._measures import years
from anju.checker.rules._shown import amount, quoted
from anju.checker.rules._slips import digits
from anju.checker.rules._tables import is_part, is_subtotal, is_total, named
from anju.checker.rules._tiers import apart
from anju.kernel.finding import Computation, Finding, Severity, Where

FIGURE_DIFFERS = "against.figure_differs"
_TELLING = 4
"""So many digits make a number known again among words that nobody knows."""


@dataclass(frozen=True, slots=True)
class Compared:
    """What came of it: the relations that hold and the findings; nothing of a report that does not name the county."""

    held: tuple[Relation, ...] = ()
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class _Stated:
    """A figure of the report with what it asks: `sure` when its year is written beside it."""

    where: Where
    mention: Mention
    said: str
    shown: str
    asked: Asked
    place: str
    sure: bool


def compare_facts(folder: Path, reading: Reading) -> Compared:
    """Every figure of the report that the facts of the snapshot know. BadSnapshot, LookupError as `facts_of`."""
    facts = facts_of(folder)
    if not any(facts.region in each.text for each in reading.paragraphs):
        return Compared()
    found = extract(reading)
    held: list[Relation] = []
    failed: dict[tuple[str, str, str, object], list[tuple[_Stated, Fact]]] = {}
    for stated in (*_claims(found, facts), *_cells(found, facts)):
        options = facts.of(stated.place, stated.asked.measure, stated.asked.states)
        agreeing = next(
            (fact for fact in options if not apart(stated.mention.interval, (fact.value, fact.value))), None
        )
        if agreeing is not None:
            if stated.asked.clear or digits(stated.mention.quantity) >= _TELLING:
                held.append(_held(stated, agreeing))
        elif options and stated.asked.clear and len({fact.value for fact in options}) == 1:
            key = (stated.place, stated.asked.measure, options[0].state, stated.mention.quantity.base)
            failed.setdefault(key, []).append((stated, options[0]))
    return Compared(tuple(held), tuple(map(_finding, failed.values())))


def _claims(found: Extract, facts: Facts) -> Iterator[_Stated]:
    for claim in found.claims:
        place = _place(found, claim, facts) if _comparable(claim, facts) else None
        asked = None if place is None else of_claim(claim, place)
        if place is not None and asked is not None:
            sure = claim.year == facts.year and claim.bound in {Bound.SENTENCE, Bound.PARAGRAPH}
            yield _Stated(claim.where, claim.mention, claim.text, quoted(found, claim), asked, place, sure)


def _comparable(claim: Claim, facts: Facts) -> bool:
    """A plain number of the year, of the whole county."""
    mention = claim.mention
    if claim.in_table or mention.per or mention.ranged or claim.depth or claim.narrowed:
        return False
    others = {"全国", "全省", "全市", "全州", "全盟", "全自治区"} & claim.scopes
    return not others and claim.year in {None, facts.year}


def _place(found: Extract, claim: Claim, facts: Facts) -> str | None:
    """The community that the clause names, empty for the county; None when it names several."""
    sentence = found.sentences[claim.sentence]
    start = sentence.start_of_clause(claim.at)
    inside = names(found.sources[claim.paragraph].folded.text[start : claim.at], facts.places)
    if len(inside) > 1:
        counts = claim.thing == "小区"
        return "" if counts else None
    return inside[0] if inside else ""


def _cells(found: Extract, facts: Facts) -> Iterator[_Stated]:
    for grid in found.grids:
        if not grid.trusted:
            continue
        whole = _whole(grid, facts)
        for row in grid.body:
            for cell in row:
                place = "" if is_total(cell) and whole else cell.stub if cell.stub in facts.places else None
                if cell.quantity is None or cell.per or place is None or is_part(cell) or is_subtotal(cell):
                    continue
                told = years(cell.head) | years(grid.title)
                asked = of_cell(cell) if not told or told == {facts.year} else None
                if asked is not None:
                    shown = named(found, cell)
                    yield _Stated(cell.where, cell.mention, cell.said, shown, asked, place, bool(told))


def _whole(grid: Grid, facts: Facts) -> bool:
    """Whether the table lists all communities, so that its total is the county's."""
    stubs = {cell.stub for row in grid.body for cell in row}
    return len(facts.places) > 1 and stubs.issuperset(facts.places)


def _held(stated: _Stated, fact: Fact) -> Relation:
    issued = amount(fact.value, stated.mention.quantity.unit)
    return Relation(
        Result.HELD,
        stated.where,
        (),
        Computation(stated.said, issued, (issued,)),
        code=FIGURE_DIFFERS,
        formula=f"报告{stated.said}，快照里{fact.title}{issued}",
    )


def _finding(group: Sequence[tuple[_Stated, Fact]]) -> Finding:
    stated, fact = next(((each, of) for each, of in group if each.sure), group[0])
    issued = amount(fact.value, stated.mention.quantity.unit)
    gap = amount(abs(fact.value - stated.mention.quantity.base), stated.mention.quantity.unit)
    message = (
        f"{stated.shown}，快照里{fact.title}是{issued}，相差{gap}，不一致，请核。"
        f"若说的不是同一个范围、同一个时点，请写明；否则请按原始资料改正报告，或补登台账。"
    )
    severity = Severity.ERROR if stated.sure and stated.asked.explicit else Severity.WARNING
    places = tuple(each.where for each, _ in group if each is not stated)
    computation = Computation(issued, stated.said, (stated.said, issued))
    return Finding(FIGURE_DIFFERS, severity, message, stated.where, computation=computation, related=places)
