"""得分：总分、一组、一项或一个评分点的分值、已证实和最多。"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import TYPE_CHECKING

from anju.figures._worst import worst
from anju.figures.figure import Figure
from anju.kernel.outcome import NotApplicable, Outcome, Value
from anju.scoring.evaluation import Evaluation, ItemScore, PartScore

if TYPE_CHECKING:
    from anju.figures.book import Book

ENDS = {"points": "分值", "confirmed": "已证实", "at_most": "最多"}


def ids(book: Book) -> Iterator[str]:
    """total, group.<GROUP>, <ITEM>, <ITEM>.<n>, each with .points, .confirmed, .at_most."""
    found = book.assessment.evaluation
    for subject in ("total", *(f"group.{code}" for code in found.scheme.groups), *_items(found)):
        yield from (f"{subject}.{end}" for end in ENDS)


def figure(book: Book, rest: str) -> Outcome[Figure]:
    """KeyError for a subject or an end that the scheme has not."""
    subject, _, end = rest.rpartition(".")
    word, found = ENDS[end], book.assessment.evaluation
    title, parts, points = _subject(found, subject)
    outside = [part.outcome for part in parts if isinstance(part.outcome, NotApplicable)]
    if end != "points" and parts and len(outside) == len(parts) and found.scheme.not_applicable != "full":
        return NotApplicable("；".join(dict.fromkeys(each.why for each in outside)))
    value = {"points": points, "confirmed": found.confirmed, "at_most": found.at_most}[end]
    if end != "points" and subject != "total":
        value = sum(getattr(part, end) for part in parts)
    sums = [(part.part.measure or "", name) for part in parts for name in part.sums]
    behind = (row for key in dict.fromkeys(sums) for row in book.assessment.behind.get(key, ()))
    rows = () if end == "points" else tuple(dict.fromkeys(behind))
    assurance = worst(*(value.assurance for part in parts for _, value in part.sums.values())) if rows else None
    working = "" if end == "points" else "；".join(line for part in parts for line in part.working)
    made = f"score.{rest}"
    return Value(Figure(made, f"{title}{word}", Fraction(value), "points", made, working, rows, assurance))


def _items(found: Evaluation) -> Iterator[str]:
    for each in found.items:
        yield each.item.code
        yield from (f"{each.item.code}.{number}" for number in range(1, len(each.parts) + 1))


def _subject(found: Evaluation, subject: str) -> tuple[str, tuple[PartScore, ...], int]:
    """Title, scoring points and full points of what is asked for."""
    if subject == "total":
        return "总分", _parts(found.items), found.scheme.total
    items = {each.item.code: each for each in found.items}
    head, _, tail = subject.partition(".")
    if head == "group" and tail:
        group = found.scheme.groups[tail]
        return group.title, _parts(each for each in found.items if each.item.group == tail), group.points
    item = items[head]
    if not tail:
        return item.item.title, item.parts, item.item.points
    if not tail.isdecimal() or not 1 <= int(tail) <= len(item.parts):
        raise KeyError(subject)
    part = item.parts[int(tail) - 1]
    return part.title, (part,), part.part.points


def _parts(items: Iterable[ItemScore]) -> tuple[PartScore, ...]:
    return tuple(part for item in items for part in item.parts)
