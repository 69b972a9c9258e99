"""项目支出绩效自评表的分：按通用自评表另打一遍的总分、各项和各个目标的分值、已证实和最多。"""

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
from anju.scoring.evaluation import Evaluation, PartScore
from anju.scoring.rules._goals import attained, shared_out
from anju.scoring.score import score
from anju.scoring.scored import portion

if TYPE_CHECKING:
    from anju.figures.book import Book

SCHEME = "national/self_evaluation"
ENDS = {"points": "分值", "confirmed": "已证实", "at_most": "最多"}
Ends = dict[str, int]


def ids(book: Book) -> Iterator[str]:
    """total, <ITEM>, goal.<id>, each with .points, .confirmed, .at_most."""
    items = book.assessment.occasion.policy.scheme(SCHEME).items
    subjects = ("total", *items, *(f"goal.{goal['id']}" for goal in book.rows("goals")))
    yield from (f"{subject}.{end}" for subject in subjects for end in ENDS)


def figure(book: Book, rest: str) -> Outcome[Figure]:
    """KeyError for a subject or an end that the form has not."""
    if rest not in ids(book):
        raise KeyError(rest)
    subject, _, end = rest.rpartition(".")
    found = evaluated(book)
    if subject.startswith("goal."):
        return _goal(book, found, subject.removeprefix("goal."), end)
    if subject == "total":
        parts, title = [part for item in found.items for part in item.parts], "自评总分"
        value = {"points": found.scheme.total, "confirmed": found.confirmed, "at_most": found.at_most}[end]
    else:
        item = next(each for each in found.items if each.item.code == subject)
        parts, title = list(item.parts), item.item.title
        value = item.item.points if end == "points" else getattr(item, end)
        if end != "points" and isinstance(item.outcome, NotApplicable):
            return item.outcome
    return Value(_made(book, rest, title, value, parts))


def evaluated(book: Book) -> Evaluation:
    """Scored anew by the form's own table, over what the assessment has already counted."""
    return score(book.assessment.evaluation.county, book.assessment.occasion.policy.scheme(SCHEME))


def _made(book: Book, rest: str, title: str, value: int, parts: list[PartScore]) -> Figure:
    end, id = rest.rpartition(".")[2], f"self_evaluation.{rest}"
    keys = [(part.part.measure or "", name) for part in parts for name in part.sums]
    counted = (row for key in dict.fromkeys(keys) for row in book.assessment.behind.get(key, ()))
    goals = [goal for goal in book.assessment.evaluation.county.goals if any(p.part.rule == "goals" for p in parts)]
    rows = () if end == "points" else (*dict.fromkeys(counted), *(_row(goal) for goal in goals))
    working = "" if end == "points" else "；".join(line for part in parts for line in part.working)
    assurance = worst(*(row.assurance for row in rows))
    return Figure(id, f"{title}{ENDS[end]}", Fraction(value), "points", id, working, rows, assurance)


def _goal(book: Book, found: Evaluation, key: str, end: str) -> Outcome[Figure]:
    """A goal's share of its group's points, before and after evidence; shares add up to the group's score."""
    for part in (part for item in found.items for part in item.parts if part.part.rule == "goals"):
        group = part.part.options["group"].text()
        kinds = book.assessment.occasion.words("goal_kinds").codes("group", group)
        goals = [goal for goal in found.county.goals if goal["kind"] in kinds]
        place = next((n for n, goal in enumerate(goals) if goal["id"] == key), None)
        if place is not None:
            shares = shared_out(part.part.points, [goal["weight"] for goal in goals])
            if shares is None:
                return Missing(f"{group}类绩效目标有的没有写分值，无从分摊")
            value = _ends(part, goals, shares, found)[place][end]
            goal, id = goals[place], f"self_evaluation.goal.{key}.{end}"
            rows = (_row(goal),)
            title = f"{goal['title']}{ENDS[end]}"
            return Value(Figure(id, title, Fraction(value), "points", id, "", rows, rows[0].assurance))
    return Missing("示例的绩效目标不计分")


def _ends(part: PartScore, goals: list[dict[str, Any]], shares: list[int], found: Evaluation) -> list[Ends]:
    """Running totals are rounded, not the goals one by one, so that the last ends on the part's own score."""
    ends, low, high, taken = [], 0, 0, (0, 0)
    for goal, points in zip(goals, shares, strict=True):
        each = attained(goal, found.county)
        low, high = low + portion(points, each.low), high + portion(points, each.high)
        upto = portion(low, part.cap.share), portion(high, part.cap.share) if found.late else high
        ends.append({"points": points, "confirmed": upto[0] - taken[0], "at_most": upto[1] - taken[1]})
        taken = upto
    return ends


def _row(goal: dict[str, Any]) -> FactRow:
    key, assurance = row_of(TABLES["goals"], goal).key or "", RowAssurance(goal["assurance"])
    return FactRow("goals", key, None, assurance, goal["document"])
