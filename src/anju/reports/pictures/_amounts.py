"""资金图里的一笔笔：从哪里来、到哪一步、往哪里去，知道的有数，不知道的写明未填报。"""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

from anju.figures.book import Book
from anju.figures.figure import Figure
from anju.figures.kinds.source import UNNAMED
from anju.kernel.outcome import Missing, Outcome, Value

CHANNELS = (
    "local_contribution.upper",
    "local_contribution.local",
    *(f"channels.{each}" for each in ("bond", "utility", "resident", "social", "other")),
)
"""Measures of what came in by which channel: what there is to tell when the total is not known."""


@dataclass(frozen=True)
class Amount:
    """Something that money does. `rest`: not reported as such, but what the other amounts leave over; `note` says what
    would tell."""

    title: str
    found: Outcome[Figure]
    rest: bool = False
    note: str = ""

    @property
    def fen(self) -> Fraction | None:
        return self.found.value.value if isinstance(self.found, Value) else None


def stage(book: Book, name: str, title: str) -> Amount:
    return Amount(title, book.figure(f"funds.balance.{name}"))


def sources(book: Book, received: Amount) -> list[Amount]:
    """By source as the total's rows name it; without a total, the channels that are known and the rest that is not."""
    if received.fen is not None:
        words = book.assessment.occasion.words("source_levels").terms
        found = [(code, book.figure(f"source.received.{code}")) for code in (*words, UNNAMED)]
        return [
            Amount(words[code].title if code in words else "未写明来源", figure)
            for code, figure in found
            if isinstance(figure, Value)
        ]
    known = [
        Amount(_short(figure.value), figure)
        for id in CHANNELS
        if isinstance(figure := book.figure(f"funds.{id}"), Value)
    ]
    return [*known, Amount("其余来源", Missing("到位资金未填报"))] if known else []


def _short(figure: Figure) -> str:
    return figure.title.removeprefix("到位").removesuffix("到位资金")


def kept_back(book: Book, received: Amount, passed_on: Amount) -> Amount | None:
    """In place and not passed on; None where that is nothing, or not known."""
    return _over(book, "未拨付", received, [passed_on])


def ends(book: Book, passed_on: Amount) -> list[Amount]:
    """Where what was passed on went: paid, carried over, taken back, and what nobody told."""
    paid = stage(book, "paid", "支付")
    others = [stage(book, "carried_over", "结转下年"), stage(book, "recovered", "财政收回")]
    told = [each for each in (paid, *others) if each.fen]
    lacking = [each.title for each in (paid, *others) if each.fen is None]
    left = _over(book, "去向未说明", passed_on, told)
    if left is not None:
        note = f"{'、'.join(lacking)}未填报" if lacking else ""
        return [*told, replace(left, note=note)]
    return told if told or paid.fen is not None else [paid]


def excess(book: Book, title: str, above: list[Amount], below: Amount) -> Amount | None:
    """By how much the amounts on the left exceed the one on the right; None where they do not, or nobody knows."""
    if below.fen is None or not above or any(each.fen is None for each in above):
        return None
    if sum(each.fen or 0 for each in above) <= below.fen:
        return None
    return Amount(title, book.figure(" - ".join([" + ".join(map(_id, above)), _id(below)])), rest=True)


def _over(book: Book, title: str, whole: Amount, parts: list[Amount]) -> Amount | None:
    if whole.fen is None or any(each.fen is None for each in parts):
        return None
    if whole.fen <= sum(each.fen or 0 for each in parts):
        return None
    id = " - ".join(map(_id, (whole, *parts)))
    return Amount(title, book.figure(id), rest=True)


def _id(amount: Amount) -> str:
    assert isinstance(amount.found, Value)
    return amount.found.value.id
