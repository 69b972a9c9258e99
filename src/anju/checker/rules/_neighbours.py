"""规则共用：一段话里前后挨着的数，两个数之间写了什么，并列的数是哪几个。"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import wraps
from typing import TypeVar
from weakref import ref

from anju.checker.extract import Extract
from anju.checker.extract.claim import Claim
from anju.checker.extract.mention import Qualifier
from anju.checker.relation import Relation, Result
from anju.checker.rules._tiers import Interval
from anju.kernel.finding import Computation, Severity

T = TypeVar("T")
_BESIDE = re.compile("[、,]|[、,]?(?:和|及|与|以及)")
_PLAIN = frozenset({Qualifier.NONE, Qualifier.ABOUT})


@dataclass(frozen=True, slots=True)
class Told:
    """A claim with the words `lead` between the number before it, or the beginning of its sentence, and itself."""

    claim: Claim
    lead: str


@dataclass(frozen=True, slots=True)
class Run:
    """Numbers of one kind that stand side by side (1267.86、2570.97万元), with what leads to the first of them."""

    claims: tuple[Claim, ...]
    lead: str

    @property
    def last(self) -> Claim:
        return self.claims[-1]


def remembered(function: Callable[[Extract], Iterator[T]]) -> Callable[[Extract], Sequence[T]]:
    """What the function made of the last extract is kept: many rules ask the same of one report."""
    last: list[tuple[ref[Extract], Sequence[T]]] = []

    @wraps(function)
    def call(extract: Extract) -> Sequence[T]:
        if last and last[0][0]() is extract:
            return last[0][1]
        found = tuple(function(extract))
        last[:] = [(ref(extract), found)]
        return found

    return call


@remembered
def paragraphs(extract: Extract) -> Iterator[list[Told]]:
    """The numbers of each paragraph of prose, in order, each with its lead."""
    here: list[Told] = []
    for claim in extract.claims:
        if claim.in_table:
            continue
        if here and here[-1].claim.paragraph != claim.paragraph:
            yield here
            here = []
        here.append(Told(claim, lead(extract, here[-1].claim if here else None, claim)))
    if here:
        yield here


def containing(extract: Extract, *words: str) -> Iterator[list[Told]]:
    """Of these the paragraphs in whose plain text one of the words stands."""
    for told in paragraphs(extract):
        text = extract.sources[told[0].claim.paragraph].folded.text
        if any(word in text for word in words):
            yield told


def lead(extract: Extract, before: Claim | None, claim: Claim) -> str:
    """The plain words before a claim, back to the claim before it or to the beginning of its sentence."""
    start = extract.sentences[claim.sentence].start
    if before is not None:
        start = max(start, before.mention.end)
    return extract.sources[claim.paragraph].folded.text[start : claim.at]


def behind(extract: Extract, claim: Claim, most: int = 16) -> str:
    """The plain words behind a claim, to the end of its sentence."""
    text, end = extract.sources[claim.paragraph].folded.text, extract.sentences[claim.sentence].end
    return text[claim.mention.end : min(end, claim.mention.end + most)]


def runs(told: Sequence[Told]) -> list[Run]:
    """The numbers put together that stand side by side."""
    found: list[Run] = []
    for each in told:
        last = found[-1] if found else None
        if last is not None and last.last.family == each.claim.family and _BESIDE.fullmatch(each.lead):
            found[-1] = Run((*last.claims, each.claim), last.lead)
        else:
            found.append(Run((each.claim,), each.lead))
    return found


def valued(claim: Claim) -> bool:
    """Whether it says one value: no range, no bound, nothing counted by something else."""
    mention = claim.mention
    return mention.qualifier in _PLAIN and not mention.ranged and not mention.per


def ends(claim: Claim) -> tuple[Fraction, Fraction]:
    """The interval of a claim that has a value."""
    low, high = claim.interval
    return (claim.base if low is None else low), (claim.base if high is None else high)


def cut_off(claim: Claim) -> Interval:
    """What may have been printed so, rounded or cut off behind the last place."""
    low, high = claim.interval
    quantity = claim.mention.quantity
    step = Fraction(quantity.step) * quantity.unit.factor
    if claim.base < 0:
        return (None if low is None else min(low, claim.base - step)), high
    return low, (None if high is None else max(high, claim.base + step))


@dataclass(frozen=True, slots=True)
class Equation:
    """A stated number, those that it should follow from, what follows, and all of it written out."""

    stated: Claim
    operands: Sequence[Claim]
    computed: str
    formula: str

    def held(self, *, bound: bool = False) -> Relation:
        """`bound`: it is an inequality."""
        return replace(self._relation(Result.HELD), bound=bound)

    def unclear(self) -> Relation:
        return self._relation(Result.NOT_ASSESSABLE)

    def failed(self, message: str, severity: Severity = Severity.WARNING) -> Relation:
        return self._relation(Result.FAILED, message, severity)

    def _relation(self, result: Result, message: str = "", severity: Severity = Severity.WARNING) -> Relation:
        claims = (self.stated, *self.operands)
        return Relation(
            result,
            self.stated.where,
            tuple(each.where for each in self.operands),
            Computation(self.stated.text, self.computed, tuple(each.text for each in self.operands)),
            severity,
            message,
            tuple(each.mention.quantity for each in claims),
            formula=self.formula,
        )
