"""项目支出绩效自评表：项目单位的自评，预算执行十分，产出、效益、满意度按自己的目标计分。"""

from __future__ import annotations

from collections.abc import Iterator

from anju.figures.book import Book
from anju.reports.annexes._cells import UNVERIFIED, cell, head, number, said, told
from anju.reports.annexes._goals import actual, in_order, levels, overall, reason, target, title
from anju.reports.annexes._money_rows import WAN, ends
from anju.reports.annexes._places import office, project_units
from anju.reports.document import Block, Cell, Grid

TITLE = "项目支出绩效自评表"
LANDSCAPE = True
WIDTHS = (11, 14, 19, 8, 12, 8, 12, 7, 10, 7, 8, 9)
MONEY = (
    ("年度资金总额", "funds.execution_rate.allocated", "funds.execution_rate.paid"),
    ("其中：当年财政拨款", *(f"funds.by_channel.{k}_upper + funds.by_channel.{k}_local" for k in ("released", "paid"))),
    ("上年结转资金", None, None),
    ("其他资金", "funds.by_channel.released_other", "funds.by_channel.paid_other"),
)
NOTE = (
    "注：全年预算数按财政拨付到项目单位的资金填列，全年执行数按支付给收款人的资金填列。"
    "得分写一个数的，已经确定；写两个数的，前一个是已证实的，后一个是补齐数据和佐证后的最多得分。"
    "执行率不足百分之百的，应当写明原因。金额各自四舍五入，相加可能差末位。"
)
UNSURE = f"{UNVERIFIED}默认值·待核：各部分分值依在用的自评表，办法原文未见。"

Row = tuple[Cell, ...]


def blocks(book: Book) -> tuple[Block, ...]:
    rows = [*_head(book), *_money(book), *_overall(book), *_indicators(book), _total(book)]
    year = book.assessment.occasion.year
    return (Grid(WIDTHS, tuple(rows), heads=0, unit_line=f"（{year}年度）", note=NOTE + UNSURE),)


def _head(book: Book) -> Iterator[Row]:
    county, year = book.assessment.snapshot.head.region_name, book.assessment.occasion.year
    yield head("项目名称", 2), cell(f"{year}年{county}城镇老旧小区改造项目", align="center", columns=10)
    units = said(project_units(book), "center", columns=5)
    yield head("主管部门", 2), said(office(book), "center", columns=3), head("实施单位", 2), units


def _money(book: Book) -> Iterator[Row]:
    names = (("年初预算数", 2), ("全年预算数", 2), ("全年执行数", 2), ("分值", 1), ("执行率（%）", 1), ("得分", 1))
    yield head("项目资金（万元）", 2, len(MONEY) + 1), head(""), *(head(name, span) for name, span in names)
    for place, (name, budget, spent) in enumerate(MONEY):
        amounts = (_amount(book, budget), _amount(book, spent))
        scored = _executed(book) if place == 0 else tuple(cell("—", align="center") for _ in range(3))
        yield said(name), said(None, "center", columns=2), *amounts, *scored


def _amount(book: Book, id: str | None) -> Cell:
    found = number(book, id, WAN) if id else said(None, "center")
    return Cell(found.runs, columns=2, align=found.align)


def _executed(book: Book) -> Row:
    points = told(book.figure("self_evaluation.EX1.points"))
    rate = number(book, "funds.execution_rate", "%")
    return cell(*points, UNVERIFIED, align="center"), rate, cell(*ends(book, "self_evaluation.EX1"), align="center")


def _overall(book: Book) -> Iterator[Row]:
    wanted, came = overall(book)
    yield head("年度总体目标", 2, 2), head("预期目标", 5), head("实际完成情况", 5)
    yield cell(*wanted, columns=5), cell(*came, columns=5)


def _indicators(book: Book) -> Iterator[Row]:
    names = ("一级指标", "二级指标", "三级指标", "指标性质", "年度指标值", "度量单位", "实际完成值", "分值", "得分")
    yield *(head(name) for name in names), head("偏差原因分析及改进措施", 3)
    goals = in_order(book)
    for begun, goal in levels(book, goals):
        yield (
            *begun,
            cell(*title(goal)),
            said(goal["relation"], "center"),
            target(book, goal),
            said(goal["unit"] or ("不适用" if goal["relation"] == "定性" else None), "center"),
            actual(book, goal),
            number(book, f"self_evaluation.goal.{goal['id']}.points"),
            cell(*ends(book, f"self_evaluation.goal.{goal['id']}"), align="center"),
            cell(reason(book, goal), columns=3),
        )
    if not goals:
        yield (said(None, "center", columns=len(WIDTHS)),)


def _total(book: Book) -> Row:
    low = cell(*ends(book, "self_evaluation.total"), align="center")
    return cell("总分", align="center", columns=7), number(book, "self_evaluation.total.points"), low, cell(columns=3)
