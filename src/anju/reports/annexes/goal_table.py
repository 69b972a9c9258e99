"""绩效目标表：本年度的每一项绩效目标，是哪一类，指标值多少，各占多少分，实际值从哪里取。"""

from __future__ import annotations

from anju.figures.book import Book
from anju.measures.catalogue import MODULES
from anju.measures.catalogue import title as title_of
from anju.reports.annexes._cells import cell, head, number, said
from anju.reports.annexes._goals import Goal, Row, in_order, levels, target, title
from anju.reports.document import Block, Grid

TITLE = "绩效目标表"
LANDSCAPE = True
HEADS = ("一级指标", "二级指标", "三级指标", "指标性质", "年度指标值", "度量单位", "分值", "实际值取自")
WIDTHS = (11, 15, 34, 9, 12, 10, 8, 16)


def blocks(book: Book) -> tuple[Block, ...]:
    """Empty where the county set no goals."""
    goals = in_order(book)
    if not goals:
        return ()
    rows = [(*begun, *_goal(book, goal)) for begun, goal in levels(book, goals)]
    return (Grid(WIDTHS, (tuple(head(text) for text in HEADS), *rows)),)


def _goal(book: Book, goal: Goal) -> Row:
    return (
        cell(*title(goal)),
        said(goal["relation"], "center"),
        target(book, goal),
        said(goal["unit"] or ("不适用" if goal["relation"] == "定性" else None), "center"),
        number(book, f"cell.goals.{goal['id']}.weight"),
        said(_source(goal["measure"]), "center"),
    )


def _source(measure: str | None) -> str:
    """The measure's title; where none is named, the county fills in what was attained."""
    return title_of(measure) if measure and measure in MODULES else "本县填报"
