"""一个绩效目标：实际完成了多少，与指标值差多少，编号是 目标编号.actual 或 gap。"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from anju.facts.checking import row_of
from anju.facts.fact_row import FactRow
from anju.facts.store import TABLES
from anju.figures._worst import worst
from anju.figures.figure import Figure
from anju.kernel.assurance import RowAssurance
from anju.kernel.outcome import Missing, NotApplicable, Outcome, Value
from anju.measures.catalogue import measure
from anju.scoring.rules._goals import IN_WORDS, told

if TYPE_CHECKING:
    from anju.figures.book import Book

WORDS = {"actual": "实际完成值", "gap": "偏差"}


def ids(book: Book) -> Iterator[str]:
    for goal in book.rows("goals"):
        yield from (f"{goal['id']}.{word}" for word in WORDS)


def figure(book: Book, rest: str) -> Outcome[Figure]:
    """`<id>.actual`: as the goal says or else its measure; `<id>.gap`: that less the target. KeyError without goal."""
    key, _, word = rest.rpartition(".")
    title = WORDS[word]
    goal = next((each for each in book.rows("goals") if each["id"] == key), None)
    if goal is None:
        raise KeyError(rest)
    if goal["relation"] == IN_WORDS:
        return NotApplicable("定性目标没有数值")
    actual, target = told(goal, book.assessment.evaluation.county), goal["target_milli"]
    if actual is None:
        return Missing(f"“{goal['title']}”的实际完成值未填报")
    if word == "gap" and target is None:
        return Missing(f"“{goal['title']}”的指标值未填报")
    value = actual - target if word == "gap" else actual
    rows, id = _behind(book, goal, actual), f"goal.{rest}"
    source = goal["measure"] if goal["actual_milli"] is None else f"cell.goals.{key}.actual_milli"
    working = "实际完成值－指标值" if word == "gap" else title
    assurance, unit = worst(*(row.assurance for row in rows)), goal["unit"] or ""
    name = f"{goal['title']}·{title}"
    return Value(Figure(id, name, Fraction(value), "thousandth", source, working, rows, assurance, unit))


def _behind(book: Book, goal: dict[str, Any], actual: int) -> tuple[FactRow, ...]:
    """The goal's own row, and those its measure counted where that is what was asked."""
    stated = goal["actual_milli"] is not None
    key, assurance = row_of(TABLES["goals"], goal).key or "", RowAssurance(goal["assurance"])
    own = FactRow("goals", key, actual if stated else None, assurance, goal["document"])
    if stated:
        return (own,)
    asked = measure(goal["measure"])
    sums = asked.ratio if goal["unit"] == "%" and asked.ratio else (asked.headline or "",)
    rows = (row for name in sums for row in book.assessment.behind.get((goal["measure"], name), ()))
    return (own, *dict.fromkeys(rows))
