"""A joint report of two made-up offices that holds everything a document can hold."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from anju.facts.fact_row import FactRow
from anju.figures.figure import Figure
from anju.kernel.assurance import RowAssurance
from anju.reports.document import Annex, Cell, Document, Drawing, Grid, Head, Paragraph, Printed, Run, Style
from anju.reports.picture import Band, Box, Ink, Label, Line, Picture

HEAD = Head(
    issuers=("青石县住房和城乡建设局", "青石县财政局"),
    number="青住建联发〔2024〕2号",
    signers=("周明", "欧阳建国"),
    addressee="青河市住房和城乡建设局、青河市财政局",
    dated_on=date(2024, 1, 30),
    copied_to="财政部某某监管局，青石县人民政府办公室",
)
TITLE = "2023年青石县城镇保障性安居工程老旧小区改造项目绩效评价报告"
LONG = "改造过程中坚持先民生后提升先地下后地上先功能后景观的次序统筹安排各个小区的施工时间并及时公开进度听取居民意见"


def figure(id: str, value: int, stored: str, title: str, *, sample: bool = False, shown: str = "") -> Figure:
    assurance = RowAssurance.ILLUSTRATIVE if sample else RowAssurance.STATED
    row = FactRow("renovations", "C1", value, assurance, "计划")
    return Figure(id, title, Fraction(value), stored, id, "", (row,), assurance, shown)


def printed(number: Figure, symbol: str = "", *, bare: bool = False) -> Printed:
    return Printed(number, number.printed(symbol, bare=bare), symbol or number.shown)


HOUSEHOLDS = figure("quantities.households.planned", 812, "count", "计划改造户数", shown="户")
MONEY = figure("funds.in_place.in_place", 203_323_00, "fen", "到位资金")
RATE = figure("funds.execution_rate", 9_650, "share", "预算执行率")


def paragraph(*runs: Run, style: Style = Style.BODY, origin: str = "") -> Paragraph:
    return Paragraph(runs, style, origin)


def indicators(groups: int = 9) -> Grid:
    """一级 over six rows, 二级 over three; over two pages."""
    head = tuple(Cell((name,), head=True) for name in ("一级指标", "二级指标", "三级指标", "目标", "完成"))
    rows = [head]
    for number in range(groups * 6):
        first = [Cell((f"指标{number // 6 + 1}",), rows=6)] if number % 6 == 0 else []
        second = [Cell((f"质量与时效{number // 3 + 1}",), rows=3)] if number % 3 == 0 else []
        done = figure(f"score.I{number}.points", 80_000 + number * 100, "points", f"指标{number}得分")
        rest = [Cell((f"第{number + 1}个小区的道路和管线",), align="start"), Cell((printed(HOUSEHOLDS),))]
        rows.append((*first, *second, *rest, Cell((printed(done, bare=True),), align="end")))
    rows.append((Cell(("合计",), columns=4), Cell((printed(RATE),), align="end")))
    return Grid(
        (14, 18, 36, 16, 16), tuple(rows), title="绩效指标完成情况", unit_line="单位：户、分", note="注：分值为示例。"
    )


def form() -> Grid:
    """A wide form: heads over two rows with spans both ways."""
    top = (Cell(("项目",), rows=2, head=True), Cell(("资金（万元）",), columns=4, head=True))
    names = ("年初预算", "全年预算", "全年执行", "执行率", "分值", "得分", "未完成原因")
    low = tuple(Cell((name,), head=True) for name in names[:4])
    more = tuple(Cell((name,), rows=2, head=True) for name in names[4:])
    rows = [(*top, *more), low]
    for number in range(12):
        cells = [Cell((f"第{number + 1}项",), align="start")]
        cells += [Cell((printed(MONEY, "万元", bare=True),), align="end") for _ in range(3)]
        rows.append((*cells, Cell((printed(RATE),)), Cell(("10",)), Cell(), Cell(("工期顺延",), align="start")))
    return Grid((16, 11, 11, 11, 9, 7, 7, 28), tuple(rows), heads=2, unit_line="单位：万元")


def drawing() -> Drawing:
    shapes = (
        Label(2, 8, "按组得分", size=4.2),
        *(Box(40, 12 + 12 * n, 30, 7, ink) for n, ink in enumerate((Ink.PROVED, Ink.POSSIBLE, Ink.LOST, Ink.PLAN))),
        *(Label(38, 17 + 12 * n, f"第{n + 1}组 8.5 分", "end") for n in range(4)),
        Line(40, 10, 40, 60),
        Band(75, 12, 20, 120, 30, 12, Ink.SOURCE),
        Band(75, 40, 8, 120, 44, 14, Ink.POSSIBLE),
        Box(120, 30, 4, 30, Ink.USE),
        Label(126, 40, "工程款", ink=Ink.QUIET),
    )
    return Drawing(Picture("score_by_group", 150, 64, shapes), "各组得分", "横条表示各组得分，实心为已证实。")


def document(*, head: Head = HEAD, sample: bool = False, annexes: Sequence[Annex] | None = None) -> Document:
    homes = figure("quantities.households.planned", 812, "count", "计划改造户数", sample=sample, shown="户")
    told = ("2023年计划改造", printed(homes), "，到位资金", printed(MONEY), "，执行率", printed(RATE), "。")
    blocks = (
        paragraph("根据《某某工作方案》要求，现将我县“老旧小区”改造项目绩效评价情况报告如下："),
        paragraph("一、基本情况", style=Style.LEVEL1),
        paragraph("（一）项目概况", style=Style.LEVEL2),
        paragraph(*told, origin="overview/plan"),
        *(paragraph(LONG * 3 + "。", origin="narrative") for _ in range(3)),
        paragraph("（二）完成情况", style=Style.LEVEL2),
        paragraph("1.任务量", style=Style.LEVEL3),
        indicators(),
        paragraph("二、得分情况", style=Style.LEVEL1),
        paragraph(LONG * 2 + "。"),
        drawing(),
        paragraph("以上报告，请审阅。"),
    )
    if annexes is None:
        annexes = (
            Annex("2023年绩效目标表", (indicators(2), indicators(1))),
            Annex("区域（项目）绩效自评表", (form(),), landscape=True),
            Annex("佐证材料目录", (paragraph(LONG + "。"),)),
        )
    return Document(
        "performance_evaluation-0123456789ab", "performance_evaluation", head, TITLE, blocks, tuple(annexes)
    )
