"""改造小区一览表：每个小区计划与实际的楼栋、户数、面积，到哪一步，投资、到位、支付多少；末行是全县。"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from anju.facts._table import WHOLE_COUNTY
from anju.figures.book import Book
from anju.kernel.assurance import RowAssurance
from anju.kernel.outcome import Value
from anju.reports.annexes._cells import UNREPORTED, cell, head, number, said, told
from anju.reports.document import Block, Cell, Grid

TITLE = "改造小区一览表"
LANDSCAPE = True
WIDTHS = (6, 13, 8, 8, 8, 8, 10, 10, 10, 11, 11, 11, 7)
HEADS = (
    *(head(text, rows=2) for text in ("序号", "小区")),
    *(head(text, 2) for text in ("楼栋数（栋）", "户数（户）", "建筑面积（㎡）")),
    *(head(text, rows=2) for text in ("当前阶段", "投资（万元）", "到位（万元）", "支付（万元）", "备注")),
)
TASKS = ("buildings", "households", "area")
COLUMNS = {"buildings": "buildings_{}", "households": "households_{}", "area": "area_{}_dm2"}
MONEY = ("investment", "in_place", "paid")
TOTALS = ("costs.investment.amount", "funds.raised.in_place", "funds.execution_rate.paid")
MADE_UP_ROWS = "标有示例的行系为演示而编，不作依据；合计行取文件载明的全县数。"
WHOLE = "全县数与逐小区数都有的，合计行取更可靠的一种，因此可能不等于各行相加。"
NOT_SPLIT = "没有分到小区的资金另列一行，计入合计。"

Row = tuple[Cell, ...]


def blocks(book: Book) -> tuple[Block, ...]:
    """Empty where the plan names no community."""
    plan = [row for row in book.rows("renovations") if row["community"] != WHOLE_COUNTY]
    if not plan:
        return ()
    below: Row = tuple(head(word) for _ in TASKS for word in ("计划", "实际"))
    rows = [_community(book, count, row) for count, row in enumerate(plan, 1)]
    rest = [_unsplit(book)] if _is_unsplit(book) else []
    return (Grid(WIDTHS, (HEADS, below, *rows, *rest, _total(book)), heads=2, note=_note(book)),)


def _is_unsplit(book: Book) -> bool:
    return any(isinstance(book.figure(f"community..{what}"), Value) for what in MONEY)


def _unsplit(book: Book) -> Row:
    """Money that no community is named for, so that the rows add up to the total."""
    found = [book.figure(f"community..{what}") for what in MONEY]
    amounts = (number(book, each.value.id, "万元") if isinstance(each, Value) else cell() for each in found)
    empty = (cell() for _ in range(2 * len(TASKS) + 1))
    return (cell(), cell("没有分到小区"), *empty, *amounts, cell())


def _note(book: Book) -> str:
    """What a reader must know who adds the rows up."""
    rows = book.rows("renovations")
    made_up = any(row["assurance"] == RowAssurance.ILLUSTRATIVE.value for row in rows)
    whole = any(row["community"] == WHOLE_COUNTY for row in rows)
    said = (MADE_UP_ROWS if made_up else WHOLE if whole else "", NOT_SPLIT if _is_unsplit(book) else "")
    return f"注：{''.join(said)}" if any(said) else ""


def _community(book: Book, count: int, row: Mapping[str, Any]) -> Row:
    local, made_up = row["community"], row["assurance"] == RowAssurance.ILLUSTRATIVE.value
    tasks = [f"cell.renovations.{local}.{COLUMNS[task].format(end)}" for task in TASKS for end in ("planned", "actual")]
    money = [f"community.{local}.{what}" for what in MONEY]
    return (
        cell(str(count), align="center"),
        _name(book, local),
        *(number(book, id, _unit(id), marked=not made_up) for id in tasks),
        said(row["stage"], "center"),
        *(number(book, id, "万元", marked=not made_up) for id in money),
        cell("示例" if made_up else "", align="center"),
    )


def _name(book: Book, local: str) -> Cell:
    """The name as a figure, so that a removed name is noticed; the local id of one that nobody named."""
    known = any(row["community"] == local for row in book.rows("communities"))
    found = book.figure(f"cell.communities.{local}.name") if known else None
    return cell(*told(found)) if isinstance(found, Value) else cell(f"{local}（名称未填报）")


def _unit(id: str) -> str:
    return "㎡" if "area" in id else ""


def _total(book: Book) -> Row:
    tasks = [f"quantities.{task}.{end}" for task in TASKS for end in ("planned", "actual")]
    found = book.figure("quantities.communities.planned")
    count = ("计划", *told(found, "个", bare=False)) if isinstance(found, Value) else (UNREPORTED,)
    return (
        cell("合计", align="center"),
        cell(*count, align="center"),
        *(number(book, id, _unit(id)) for id in tasks),
        cell(align="center"),
        *(number(book, id, "万元") for id in TOTALS),
        cell(align="center"),
    )
