"""绩效目标偏差情况表：目标多少、实际多少、差多少、为什么；原因由经办人写，没写的留空待填。"""

from __future__ import annotations

from collections.abc import Iterator

from anju.figures.book import Book
from anju.kernel.outcome import Value
from anju.reports.annexes._cells import OPEN, cell, head, number, said
from anju.reports.annexes._goals import EVEN, UNKNOWN, Row, actual, gap, in_order, reason, target, title
from anju.reports.document import Block, Grid

TITLE = "绩效目标偏差情况表"
LANDSCAPE = True
HEADS = ("类别", "指标", "指标性质", "目标", "实际", "偏差", "度量单位", "偏差原因和改进措施")
WIDTHS = (11, 27, 8, 12, 12, 11, 8, 26)
TASKS = (
    ("改造小区数", "quantities.communities", "个"),
    ("改造楼栋数", "quantities.buildings", "栋"),
    ("改造户数", "quantities.households", "户"),
    ("改造建筑面积", "quantities.area", "万㎡"),
)
STEPS = (("开工小区数", "progress.started.started"), ("完工小区数", "progress.finished.finished"))
NOTE = "注：偏差为实际减目标。未填报的不按零计，也不比较。"


def blocks(book: Book) -> tuple[Block, ...]:
    """Tasks are always compared, the county's own goals where it has any."""
    rows = [tuple(head(text) for text in HEADS), *_tasks(book), *_goals(book)]
    return (Grid(WIDTHS, tuple(rows), note=NOTE),)


def _tasks(book: Book) -> Iterator[Row]:
    """The volumes of the plan, then how many of its communities were started and finished."""
    asked = [(name, f"{code}.planned", f"{code}.actual", unit) for name, code, unit in TASKS]
    asked += [(name, f"{code.rpartition('.')[0]}.planned", code, "个") for name, code in STEPS]
    for place, (name, planned, done, unit) in enumerate(asked):
        first = (cell("年度任务", align="center", rows=len(asked)),) if place == 0 else ()
        between = f"{done} - {planned}"
        numbers = (number(book, id, unit) for id in (planned, done, between))
        yield (*first, cell(name), cell("=", align="center"), *numbers, said(unit, "center"), cell(_why(book, between)))


def _why(book: Book, between: str) -> str:
    found = book.figure(between)
    if not isinstance(found, Value):
        return UNKNOWN
    return OPEN if found.value.value else EVEN


def _goals(book: Book) -> Iterator[Row]:
    goals = in_order(book)
    for place, goal in enumerate(goals):
        first = (cell("绩效目标", align="center", rows=len(goals)),) if place == 0 else ()
        yield (
            *first,
            cell(*title(goal)),
            said(goal["relation"], "center"),
            target(book, goal),
            actual(book, goal),
            gap(book, goal),
            said(goal["unit"] or ("不适用" if goal["relation"] == "定性" else None), "center"),
            cell(reason(book, goal)),
        )
