"""表内比率不符：表里的完成率、执行率、占比，不等于同一行两个数相除。

The two columns whose quotient the rate is are found by trying: the pair that gives the rate, rounded or cut off, in
most rows is the table's own, and a row where it does not is at odds; the share of a column's total is tried too. In a
table too short for that only a pair that the heads name (全年执行数 over 全年预算数) can be at odds. An error when at
least three rows hold and the odd ones are few, else a warning. Wrong when a row's rate has a base of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import permutations

from anju.checker.extract import Extract
from anju.checker.extract.tables import Cell
from anju.checker.extract.tables.units import rate
from anju.checker.relation import Relation
from anju.checker.rules._figures import Figures
from anju.checker.rules._fits import Fit, Line, as_printed, fits, lines_of, of_line, operands
from anju.checker.rules._formulas import Formula, no_quotient, quotient
from anju.checker.rules._tables import base, named
from anju.kernel.finding import Severity
from anju.kernel.unit import Dimension

AUDIT_POINTS = ("C05",)
WHY = "表里的比率直接进评分，两个数就在同一行，谁都能除一遍；别的行都对、只有一行不对，多半是抄错或忘了改。"
WRONG = """
| 地区 | 计划开工（个） | 已开工（个） | 开工率 |
| 城东街道 | 150 | 143 | 95.33% |
| 城西街道 | 71 | 44 | 61.97% |
| 城南街道 | 87 | 71 | 81.61% |
| 城北街道 | 146 | 58 | 93.73% |
"""
RIGHT = """
| 地区 | 计划开工（个） | 已开工（个） | 开工率 |
| 城东街道 | 150 | 143 | 95.33% |
| 城西街道 | 71 | 44 | 61.97% |
| 城南街道 | 87 | 71 | 81.61% |
| 城北街道 | 146 | 58 | 39.73% |
"""
MISTAKEN = "这一行的比率用的是别的基数，例如调整后的预算、扣除停工项目后的任务数。"
SETTLE = "按两个数重新除一遍；确用别的基数的，在表下注明。"

_RATIO = Formula(quotient, no_quotient)
_NOT_HERE = re.compile("下浮|核减|节约|增长|增幅|同比|增减|降幅|下降|上升|满意|变动|环比|评价|合格|指标|目标")
_NAMED = (
    (re.compile("执行率|支出率|支付率|支出进度|执行进度"), re.compile("执行|支出|支付"), re.compile("预算|到位|下达")),
    (re.compile("得分率"), re.compile("得分$"), re.compile("分值|权重|满分")),
    (re.compile("到位率"), re.compile("到位"), re.compile("计划|应到|预算|下达|总投资|任务")),
    (re.compile("开工率"), re.compile("开工"), re.compile("计划|任务|目标")),
    (re.compile("[完竣]工率|完成率|投资完成"), re.compile("[完竣]工|完成|实际"), re.compile("计划|任务|目标|总投资")),
)


def check(extract: Extract) -> Iterator[Relation]:
    for figures in map(Figures, extract.grids):
        grid = figures.grid
        for number in sorted(grid.columns) if grid.trusted else ():
            head = grid.columns[number][0][1].head
            if rate(head) and not _NOT_HERE.search(head):
                yield from _column(extract, figures, number, head)


def _column(extract: Extract, figures: Figures, number: int, head: str) -> Iterator[Relation]:
    shares = [(each, each) for each in operands(figures)] if "占" in head or "比" in head else []
    found = [
        fit
        for fit in (
            _best(figures, number, _amounts(figures, number, head)),
            _best(figures, number, shares) if shares else None,
        )
        if fit
    ]
    fit = max(found, key=lambda each: each.hits - each.misses, default=None)
    if fit is not None and (_settled(fit) or fit.holding >= max(4, 4 * fit.misses)):
        sure = fit.hits > 2 and fit.hits >= 3 * fit.misses
        for line in fit.lines:
            yield _made(extract, line, Severity.ERROR if sure else Severity.WARNING)
        return
    yield from _short(extract, figures, number, head)


def _amounts(figures: Figures, number: int, head: str) -> list[tuple[int, int]]:
    """All pairs of columns; points only for the rate of points, since the score of a rate follows from the rate."""
    marks = {n for n in operands(figures) if _points(figures.grid.columns[n][0][1])}
    chosen = [n for n in operands(figures) if "得分率" in head or n not in marks]
    return [pair for pair in permutations(chosen, 2) if number not in pair]


def _points(cell: Cell) -> bool:
    return cell.quantity is not None and cell.quantity.unit.dimension is Dimension.POINTS


def _settled(fit: Fit) -> bool:
    return fit.hits > 1 and fit.hits >= 2 * fit.misses


def _best(figures: Figures, number: int, pairs: list[tuple[int, int]]) -> Fit | None:
    return next(fits(figures, number, [_RATIO], pairs), None)


def _short(extract: Extract, figures: Figures, number: int, head: str) -> Iterator[Relation]:
    """A table of a row or two: any pair may give the rate; only the pair that the heads name can be at odds."""
    rows = [row for row in figures.grid.body if any(cell.place.column == number and cell.quantity for cell in row)]
    if len(rows) > 2:
        return
    told = set()
    for fit in fits(figures, number, [_RATIO], _amounts(figures, number, head)):
        for line in fit.lines:
            if line.holds and line.telling and line.stated.paragraph not in told:
                told.add(line.stated.paragraph)
                yield _made(extract, line, Severity.WARNING)
    pairs = _pairs(figures, head)
    for line in next((fit.lines for fit in _all(figures, number, pairs)), ()) if len(pairs) == 1 else ():
        if not line.holds and line.stated.paragraph not in told and base(line.one):
            yield _made(extract, line, Severity.WARNING)


def _pairs(figures: Figures, head: str) -> list[tuple[int, int]]:
    heads = {number: figures.grid.columns[number][0][1].head for number in operands(figures)}
    for words, above, below in _NAMED:
        if words.search(head):
            return [
                (one, other)
                for one, text in heads.items()
                for other, whole in heads.items()
                if one != other and above.search(text) and below.search(whole) and not above.search(whole)
            ]
    return []


def _all(figures: Figures, number: int, pairs: list[tuple[int, int]]) -> Iterator[Fit]:
    for pair in pairs:
        yield Fit(_RATIO, lines_of(figures, number, pair, _RATIO))


def _made(extract: Extract, line: Line, severity: Severity) -> Relation:
    stated, one, other = line.stated, line.one, line.other
    computed = as_printed(base(one) / base(other), stated) if base(other) else ""
    message = (
        f"{named(extract, stated)}，同一行{one.said}除以{other.said}是{computed}，不一致，请核。"
        f"若这一行的比率另有基数，请在表下注明；否则请更正其中一处。"
        if not line.holds
        else ""
    )
    return of_line(line, computed, f"{one.said}÷{other.said}", severity, message)
