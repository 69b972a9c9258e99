"""文件说法对照表：文件里写的每一个数，与事实表的数对照，一致还是不一致。"""

from __future__ import annotations

from collections.abc import Iterator

from anju.facts.checks._sayings import Saying, sayings
from anju.facts.store import open_store
from anju.figures.book import Book
from anju.figures.figure import Figure
from anju.kernel.outcome import Outcome, Value
from anju.reports.annexes._cells import MADE_UP, UNREPORTED, cell, head, printed, said, told
from anju.reports.document import Block, Cell, Grid, Runs

TITLE = "文件说法对照表"
LANDSCAPE = True
HEADS = ("序号", "说的是什么", "文件所写", "所在文件", "位置", "事实", "是否一致")
WIDTHS = (7, 17, 23, 24, 12, 23, 12)
NOTE = "注：文件所写照录原文；事实由事实表算出。文件的小数位数之内算一致。"

# Subject → the figures that answer what is planned and what is done; money and rates have one answer.
_TASKS = {"楼栋数": "buildings", "户数": "households", "改造面积": "area"}
ANSWERS = {
    "小区数": ("quantities.communities.planned", "quantities.communities.actual"),
    "小区名称": ("names.communities", "names.communities"),
    **{subject: (f"quantities.{task}.planned", f"quantities.{task}.actual") for subject, task in _TASKS.items()},
    "开工小区数": ("progress.started.started",) * 2,
    "完工小区数": ("progress.finished.finished",) * 2,
    "总投资": ("costs.investment.amount",) * 2,
    "上级到位资金": ("funds.by_channel.received_upper",) * 2,
    "地方配套资金": ("funds.by_channel.received_local",) * 2,
    "到位资金": ("funds.raised.in_place",) * 2,
    "下达资金": ("funds.in_place.promised",) * 2,
    "拨付资金": ("funds.execution_rate.allocated",) * 2,
    "支付资金": ("funds.execution_rate.paid",) * 2,
    "结转资金": ("funds.balance.carried_over",) * 2,
    "预算执行率": ("funds.execution_rate",) * 2,
    "开工率": ("progress.started",) * 2,
    "完工率": ("progress.finished",) * 2,
    "满意率": ("survey.satisfaction",) * 2,
    "样本数": ("survey.satisfaction.valid",) * 2,
}


def blocks(book: Book) -> tuple[Block, ...]:
    """Empty where no document's words were recorded that a figure could answer."""
    rows = list(_rows(book))
    return (Grid(WIDTHS, (tuple(head(text) for text in HEADS), *rows), note=NOTE),) if rows else ()


def _rows(book: Book) -> Iterator[tuple[Cell, ...]]:
    occasion = book.assessment.occasion
    with open_store(book.assessment.snapshot.tables) as store:
        found = sayings(store, occasion, *ANSWERS)
    for count, saying in enumerate((each for each in found if each.row["value"] and each.of_county), 1):
        answer = book.figure(ANSWERS[saying.subject.code][saying.wanted == "actual"])
        yield (
            cell(str(count), align="center"),
            said(saying.subject.title),
            cell(*told(book.figure(f"cell.statements.{saying.row['id']}.value")), saying.row["unit"] or ""),
            said(saying.document, "center"),
            said(saying.row["place"], "center"),
            cell(*_answer(answer, saying.subject.text("unit"))),
            cell(_verdict(saying, answer.value if isinstance(answer, Value) else None), align="center"),
        )


def _answer(answer: Outcome[Figure], unit: str) -> Runs:
    """In the subject's own unit; a list of names has none."""
    if not isinstance(answer, Value) or answer.value.value is None:
        return told(answer)
    return (printed(answer.value, unit, bare=False, grouped=False), *((MADE_UP,) if answer.value.illustrative else ()))


def _verdict(saying: Saying, answer: Figure | None) -> str:
    if answer is None:
        return f"事实{UNREPORTED}"
    if answer.value is None:
        return "一致" if _names(saying.row["value"]) == _names(answer.text) else "不一致"
    if saying.quantity is None:
        return "读不出数"
    return "一致" if saying.quantity.admits(answer.value) else "不一致"


def _names(text: str) -> set[str]:
    return {name.strip() for name in text.replace("，", "、").replace("和", "、").split("、")}
