"""核查共用：各份文件说的数，与事实表、与彼此对照。"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from anju.facts.checks._answers import ACTUAL, PLANNED, Answer, answers
from anju.facts.checks._once import once
from anju.facts.checks._rows import of_year
from anju.facts.occasion import Occasion
from anju.facts.store import FactStore
from anju.facts.tables.statements import TABLE as STATEMENTS
from anju.kernel.numeral import NotANumber
from anju.kernel.period import NotADate, read_date
from anju.kernel.quantity import OtherDimension, Quantity
from anju.kernel.unit import Dimension, UnknownUnit, decimal_text, unit
from anju.policy.dated import Term


@dataclass(frozen=True)
class Saying:
    """One statement that could be read; `quantity` is None where the subject is no number."""

    row: dict[str, Any]
    subject: Term
    quantity: Quantity | None

    @property
    def document(self) -> str:
        return source(self.row["document"])

    @property
    def place(self) -> str:
        """磴住建联发〔2024〕2号“三（二）”部分: where the words stand."""
        place = f"“{self.row['place']}”部分" if self.row["place"] else ""
        return f"{self.document or '文件'}{place}"

    @property
    def wanted(self) -> str | None:
        """Which of the facts it speaks of."""
        scope = self.row["scope"] or ""
        if "计划" in scope:
            return PLANNED
        return ACTUAL if any(word in scope for word in ("实际", "完成", "完工")) else None

    @property
    def of_county(self) -> bool:
        """Whether it speaks of the county as a whole."""
        scope = self.row["scope"] or ""
        return self.wanted is not None or not scope or any(word in scope for word in ("全县", "合计", "总"))


@dataclass(frozen=True)
class Difference:
    """A saying that another one contradicts: who, what it comes to, and whether both stand in one document."""

    saying: Saying
    against: str
    base: Fraction
    inside: bool


def source(document: str | None) -> str:
    """The document of a row without the place in it: 磴住建联发〔2024〕2号 三（二） → 磴住建联发〔2024〕2号."""
    return (document or "").split(maxsplit=1)[0] if (document or "").strip() else ""


def sayings(store: FactStore, occasion: Occasion, *subjects: str) -> list[Saying]:
    """The plan year's statements in order of id; with `subjects`, only of those."""
    rows = of_year(STATEMENTS, occasion)
    rows = rows.filter(rows.subject.isin(subjects)) if subjects else rows
    terms = occasion.words("statement_subjects").terms
    found = [Saying(row, terms[row["subject"]], _quantity(row, terms[row["subject"]])) for row in store.rows(rows)]
    return sorted((each for each in found if _speaks_of(each, occasion.year)), key=lambda each: each.row["id"])


def _speaks_of(saying: Saying, year: int) -> bool:
    """A period that names another year is another question; one that names none is this year's."""
    try:
        period = read_date(saying.row["period"] or "")
    except NotADate:
        return True
    return period.first.year <= year <= period.last.year


def _quantity(row: dict[str, Any], subject: Term) -> Quantity | None:
    """NULL for what is no number of the subject's kind; the reader of workbooks tells the officer, not this."""
    if not subject.flag("number") or row["value"] is None:
        return None
    prefer = Dimension.POINTS if subject.text("unit") == "分" else None
    default = unit(subject.text("unit"), prefer)
    try:
        own = unit(row["unit"], default.dimension) if row["unit"] else default
        return Quantity.parse(row["value"], own) if own.dimension is default.dimension else None
    except (NotANumber, UnknownUnit, OtherDimension):
        return None


@once
def differences(store: FactStore, occasion: Occasion) -> tuple[Difference, ...]:
    """Every saying that is contradicted, once: by the facts, or where they are silent by what was said first."""
    return tuple(_differences(store, occasion))


def _differences(store: FactStore, occasion: Occasion) -> Iterator[Difference]:
    every = [each for each in sayings(store, occasion) if each.quantity is not None]
    known: dict[tuple[str, str | None], list[Answer]] = {}
    for saying in every:
        asked = (saying.subject.code, saying.wanted)
        if saying.of_county and asked not in known:
            known[asked] = list(answers(store, occasion, saying.subject, saying.wanted))
        found = _against_facts(store, occasion, saying, every, known[asked]) if saying.of_county else None
        if found is None:
            found = _against_first(saying, every)
        if isinstance(found, Difference):
            yield found


def _against_facts(
    store: FactStore, occasion: Occasion, saying: Saying, every: Sequence[Saying], found: Sequence[Answer]
) -> Difference | bool | None:
    """True when the facts agree, None when they do not speak."""
    if not found:
        return None
    if any(_admits(saying, each.base) for each in found):
        return True
    first = found[0]
    others = [each for each in every if _same(saying, each) and each.document == saying.document]
    sources = {source(document) for document in first.documents(store, occasion)}
    inside = saying.document in sources or any(_admits(each, first.base) for each in others)
    return Difference(saying, first.where, first.base, inside)


def _against_first(saying: Saying, every: Sequence[Saying]) -> Difference | None:
    """The first saying of the same document, or else of any other."""
    same = [each for each in every if _same(saying, each)]
    inside = [each for each in same if each.document == saying.document]
    first = (inside if inside[0] is not saying else same)[0]
    if first is saying or first.quantity is None or _admits(saying, first.quantity.base):
        return None
    return Difference(saying, first.place, first.quantity.base, first.document == saying.document)


def _same(one: Saying, other: Saying) -> bool:
    about = (one.wanted, one.of_county or one.row["scope"])
    return one.subject.code == other.subject.code and about == (other.wanted, other.of_county or other.row["scope"])


def _admits(saying: Saying, base: Fraction) -> bool:
    return saying.quantity is not None and saying.quantity.admits(base)


def shown(base: Fraction, subject: Term) -> str:
    """A base amount in the subject's unit: 7个, 8.44万㎡."""
    symbol = subject.text("unit")
    measured = unit(symbol, Dimension.POINTS if symbol == "分" else None)
    digits = decimal_text(base, measured.factor, 2) if base.denominator != 1 else decimal_text(base, measured.factor)
    return f"{digits}{symbol}"
