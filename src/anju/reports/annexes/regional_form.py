"""区域（项目）绩效自评表：财政部门对转移支付的自评，钱投了多少、管得怎样、目标完成没有。"""

from __future__ import annotations

from collections.abc import Iterator

from anju.figures.book import Book
from anju.kernel.assurance import PolicyAssurance
from anju.kernel.outcome import Missing, Value
from anju.policy.dated import Term
from anju.reports.annexes._cells import UNREPORTED, UNVERIFIED, cell, head, said, told
from anju.reports.annexes._goals import actual, in_order, levels, overall, reason, title
from anju.reports.annexes._money_rows import money
from anju.reports.annexes._places import office, project_units
from anju.reports.annexes._problems import audit_says, problems
from anju.reports.document import Block, Cell, Grid, Printed, Runs

TITLE = "区域（项目）绩效自评表"
LANDSCAPE = False
WIDTHS = (9, 10, 13, 18, 17, 17, 16)
HEAD, POINTS = "forms/transfer_payment", "fund_management_points"
MONEY = (
    ("年度资金总额", "funds.raised.in_place", "funds.execution_rate.paid"),
    ("其中：中央财政资金", "funds.by_channel.received_upper", "funds.by_channel.paid_upper"),
    ("地方资金", "funds.by_channel.received_local", "funds.by_channel.paid_local"),
    ("其他资金", "funds.by_channel.received_other", "funds.by_channel.paid_other"),
)
NOTE = (
    "注：全年预算数按到位资金填列，全年执行数按支付给收款人的资金填列；拨付到项目单位的不算执行。"
    "金额各自四舍五入，相加可能差末位。"
)
UNSPLIT = "中央财政资金含文件没有分级次的上级资金。"
UNSURE = f"{UNVERIFIED}默认值·待核：名称和主管部门凭记忆填写，请与下达文件核对。"

Row = tuple[Cell, ...]


def blocks(book: Book) -> tuple[Block, ...]:
    rows = [*_head(book), *_money(book), *_management(book), *_overall(book), *_indicators(book), _remarks(book)]
    year = book.assessment.occasion.year
    return (Grid(WIDTHS, tuple(rows), heads=0, unit_line=f"（{year}年度）", note=_note(book)),)


def _note(book: Book) -> str:
    sources = [row["source"] for row in book.rows("fund_moves") if row["kind"] == "到位"]
    return NOTE + (UNSPLIT if "上级未细分" in sources else "") + (UNSURE if _unsure(book) else "")


def _unsure(book: Book) -> bool:
    assurance = book.assessment.occasion.parameter(HEAD).citation.assurance
    return assurance in (PolicyAssurance.RECALLED, PolicyAssurance.DEFAULT)


def _head(book: Book) -> Iterator[Row]:
    entry = book.assessment.occasion.parameter(HEAD).value.mapping()
    mark = UNVERIFIED if _unsure(book) else ""
    yield head("转移支付（项目）名称", 2), cell(entry["name"].text() + mark, align="center", columns=5)
    yield head("中央主管部门", 2), cell(entry["central"].text() + mark, align="center", columns=5)
    yield head("地方主管部门", 2), said(office(book), "center", columns=5)
    yield head("资金使用单位", 2), said(project_units(book), "center", columns=5)


def _money(book: Book) -> Iterator[Row]:
    columns = (head("全年预算数（A）"), head("全年执行数（B）"), head("预算执行率（B/A，%）"))
    yield head("资金投入情况（万元）", 2, len(MONEY) + 1), head("", 2), *columns
    for name, budget, spent in MONEY:
        yield said(name, columns=2), *money(book, budget, spent)


def _management(book: Book) -> Iterator[Row]:
    points = list(book.assessment.occasion.words(POINTS).terms.values())
    label = head("资金管理情况", 2, len(points) + 1)
    yield label, head("方面"), head("情况说明", 2), head("存在问题和改进措施", 2)
    for point in points:
        known, says = _says(book, point)
        yield said(point.title), cell(*says, columns=2), cell(problems(book, point, known), columns=2)


def _says(book: Book, point: Term) -> tuple[list[bool], Runs]:
    """What the facts tell of the point, and of each thing asked whether they tell it."""
    runs: list[str | Printed] = []
    known = []
    for id in point.entry["figures"].texts():
        found = book.figure(id)
        known.append(isinstance(found, Value))
        says = (found.value.title, *told(found, bare=False)) if isinstance(found, Value) else (_lack(found),)
        if says[0] not in runs:  # a rate lacks what its parts lack
            runs += ["；", *says] if runs else says
    for kind in point.entry["institutions"].texts():
        found = book.figure(f"institutions.present.{kind}")
        known.append(isinstance(found, Value))
        word = ("有" if found.value.value else "没有") if isinstance(found, Value) else UNREPORTED
        runs.append(f"{'；' if runs else ''}{kind}：{word}")
    return known, (*runs, "。")


def _lack(found: object) -> str:
    """What is missing, in the words of the measure: 已支付未填报."""
    return found.what if isinstance(found, Missing) else "不适用"


def _overall(book: Book) -> Iterator[Row]:
    wanted, came = overall(book)
    yield head("总体目标完成情况", 2, 2), head("总体目标", 2), head("全年实际完成情况", 3)
    yield cell(*wanted, columns=2), cell(*came, columns=3)


def _indicators(book: Book) -> Iterator[Row]:
    goals = in_order(book)
    names = ("一级指标", "二级指标", "三级指标", "指标值", "全年实际完成值", "未完成原因和改进措施")
    yield head("绩效指标", 1, max(len(goals), 1) + 1), *(head(name) for name in names)
    for begun, goal in levels(book, goals):
        wanted = _with_unit(book, f"cell.goals.{goal['id']}.target_milli")
        is_in_words = goal["relation"] == "定性"
        target = cell("定性") if is_in_words else cell(goal["relation"] or "", *wanted)
        done = actual(book, goal) if is_in_words else cell(*_with_unit(book, f"goal.{goal['id']}.actual"))
        yield *begun, cell(*title(goal)), target, done, cell(reason(book, goal))
    if not goals:
        yield (said(None, "center", columns=6),)  # a form is handed in whole, its empty part included


def _with_unit(book: Book, id: str) -> Runs:
    return told(book.figure(id), bare=False)


def _remarks(book: Book) -> Row:
    """Problems that central inspection, audit and supervision found must stand here."""
    return head("说明", 2), cell(*audit_says(book), columns=5)
