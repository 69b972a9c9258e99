"""附表共用：绩效目标排在哪一级之下，目标怎么写，完成了没有。"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any

from anju.figures.book import Book
from anju.figures.figure import Figure
from anju.kernel.outcome import Outcome, Value
from anju.policy.dated import Term
from anju.reports.annexes._cells import OPEN, UNREPORTED, cell, told
from anju.reports.document import Cell, Run, Runs
from anju.scoring.rules._goals import IN_WORDS, attained

Goal = Mapping[str, Any]
Row = tuple[Cell, ...]
MET, EVEN = "已达到目标", "无偏差"
UNKNOWN = f"{UNREPORTED}，无从比较"


def in_order(book: Book) -> list[Goal]:
    """By kind as the forms have them, then by id."""
    kinds = list(_kinds(book))
    return sorted(book.rows("goals"), key=lambda goal: (kinds.index(goal["kind"]), goal["id"]))


def levels(book: Book, goals: list[Goal]) -> Iterator[tuple[Row, Goal]]:
    """Each goal with the merged cells of its first and second level that begin in its row."""
    kinds = _kinds(book)
    groups = [kinds[goal["kind"]].text("group") for goal in goals]
    codes = [goal["kind"] for goal in goals]
    for place, goal in enumerate(goals):
        begun: Row = ()
        if place == 0 or groups[place] != groups[place - 1]:
            begun += (cell(f"{groups[place]}指标", align="center", rows=groups.count(groups[place])),)
        if place == 0 or codes[place] != codes[place - 1]:
            begun += (cell(kinds[goal["kind"]].title, align="center", rows=codes.count(codes[place])),)
        yield begun, goal


def target(book: Book, goal: Goal) -> Cell:
    """The target's number; a goal in words has none."""
    if goal["relation"] == IN_WORDS:
        return cell("定性", align="center")
    return cell(*told(book.figure(f"cell.goals.{goal['id']}.target_milli")), align="right")


def actual(book: Book, goal: Goal) -> Cell:
    """What was attained: the number, or for a goal in words its word."""
    if goal["relation"] == IN_WORDS:
        return cell(goal["attained"] or UNREPORTED, align="center")
    return cell(*told(book.figure(f"goal.{goal['id']}.actual")), align="right")


def gap(book: Book, goal: Goal) -> Cell:
    if goal["relation"] == IN_WORDS:
        return cell("不适用", align="center")
    return cell(*told(book.figure(f"goal.{goal['id']}.gap")), align="right")


def reason(book: Book, goal: Goal) -> str:
    """The officer's own words; else whether any are wanted."""
    if goal["reason"]:
        return str(goal["reason"])
    found = attained(dict(goal), book.assessment.evaluation.county)
    if not found.known:
        return UNKNOWN
    if found.low < 1:
        return OPEN
    return f"{OPEN}（超出指标值较多，应当说明）" if _far_above(book, goal) else MET


def _far_above(book: Book, goal: Goal) -> bool:
    limit = book.assessment.occasion.parameter("overshoot/limit")
    above, below = book.figure(f"goal.{goal['id']}.actual"), goal["target_milli"]
    if not isinstance(above, Value) or not below or goal["relation"] != "≥":
        return False
    share = (above.value.value or Fraction(0)) / int(below)
    return share > limit.fraction() if limit.flag("strict") else share >= limit.fraction()


def overall(book: Book) -> tuple[Runs, Runs]:
    """The goals in words, and what came of them: each one's word, and how many communities were finished."""
    goals = [goal for goal in in_order(book) if goal["relation"] == IN_WORDS]
    if not goals:
        return _in_numbers(book)
    came = "；".join(f"{goal['title']}：{goal['attained'] or UNREPORTED}" for goal in goals)
    planned, finished = (book.figure(f"progress.finished.{name}") for name in ("planned", "finished"))
    done: Runs = ("。计划改造小区", *_counted(planned), "，已完工", *_counted(finished), "。")
    return ("；".join(str(goal["title"]) for goal in goals),), (came, *done)


def _in_numbers(book: Book) -> tuple[Runs, Runs]:
    """Where no goal is in words, the quantities stand for the whole."""
    goals = [goal for goal in in_order(book) if goal["kind"] == next(iter(_kinds(book)))]
    if not goals:
        return (UNREPORTED,), (UNREPORTED,)
    sides = []
    for end in ("cell.goals.{}.target_milli", "goal.{}.actual"):
        runs: list[Run] = []
        for goal in goals:
            found = told(book.figure(end.format(goal["id"])), bare=False)
            runs += ["；" if runs else "", str(goal["title"]), *found]
        sides.append((*runs, "。"))
    return sides[0], sides[1]


def _kinds(book: Book) -> Mapping[str, Term]:
    return book.assessment.occasion.words("goal_kinds").terms


def _counted(found: Outcome[Figure]) -> Runs:
    return (*told(found), "个") if isinstance(found, Value) else told(found)


def title(goal: Goal) -> Runs:
    return (goal["title"] or UNREPORTED,)
