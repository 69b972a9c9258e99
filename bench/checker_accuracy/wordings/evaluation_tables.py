"""绩效自评的表格：按来源、按小区、按指标。"""

from __future__ import annotations

from itertools import groupby

from checker_accuracy.county import SOURCES
from checker_accuracy.desk import Cell, Desk, Grid


def by_source(desk: Desk) -> list[str | Grid]:
    """Total last, unit line above, a rate column."""
    funds = desk.county.funds
    paid = _spread(desk.county.paid, funds)
    grid: Grid = [["资金来源", "预算安排", "实际支出", "结余", "执行率（%）"]]
    for name, given, spent in zip((*SOURCES, "合计"), (*funds, sum(funds)), (*paid, sum(paid)), strict=True):
        grid.append([name, *(_bare(desk, each) for each in (given, spent, given - spent)), _rate(desk, spent, given)])
    return ["单位：万元", grid]


def by_source_total_first(desk: Desk) -> list[str | Grid]:
    """Total first, then 其中, the unit in the head."""
    funds = desk.county.funds
    paid = _spread(desk.county.paid, funds)
    rows = [("年度资金总额", sum(funds), sum(paid))]
    rows += [(f"其中：{SOURCES[0]}", funds[0], paid[0]), *zip(SOURCES[1:], funds[1:], paid[1:], strict=True)]
    grid: Grid = [["项目", "全年预算数（万元）", "全年执行数（万元）", "执行率"]]
    for name, given, spent in rows:
        grid.append([name, _bare(desk, given), _bare(desk, spent), desk.rate(spent, given)])
    return ["表：项目资金预算执行情况", grid]


def by_estate(desk: Desk) -> list[str | Grid]:
    """Numbered rows, the unit in the head, total last."""
    estates = desk.county.estates
    grid: Grid = [["序号", "小区名称", "楼栋数（栋）", "户数（户）", "改造面积（万平方米）", "概算投资（万元）"]]
    for number, each in enumerate(estates, 1):
        cells = (desk.count(each.buildings, "栋", bare=True), desk.count(each.households, "户", bare=True))
        grid.append([str(number), each.name, *cells, desk.area(each.area, bare=True), _bare(desk, each.planned)])
    sums = [sum(getattr(each, name) for each in estates) for name in ("buildings", "households", "area", "planned")]
    counts = (desk.count(sums[0], "栋", bare=True), desk.count(sums[1], "户", bare=True))
    grid.append([("合计", 2, 1), None, *counts, desk.area(sums[2], bare=True), _bare(desk, sums[3])])
    return ["改造小区明细表", grid]


def by_estate_and_town(desk: Desk) -> list[str | Grid]:
    """Rows under their town, a subtotal each, the towns merged downwards, the whole last."""
    estates = sorted(desk.county.estates, key=lambda each: each.town)
    grid: Grid = [["乡镇", "小区", "户数", "概算投资", "结算金额"]]
    for town, group in groupby(estates, key=lambda each: each.town):
        rows = list(group)
        for place, each in enumerate(rows):
            first: Cell = (town, 1, len(rows) + 1) if place == 0 else None
            grid.append([first, each.name, *_three(desk, each.households, each.planned, each.spent)])
        grid.append([None, "小计", *_three(desk, *(_sum(rows, name) for name in ("households", "planned", "spent")))])
    whole = (_sum(estates, name) for name in ("households", "planned", "spent"))
    grid.append([("总计", 2, 1), None, *_three(desk, *whole)])
    return ["单位：户、万元", grid]


def indicators(desk: Desk) -> list[str | Grid]:
    """Weights and scores, merged first column, total last."""
    grid: Grid = [["一级指标", "二级指标", "年度指标值", "实际完成值", "分值", "得分"]]
    for group, some in groupby(desk.county.indicators, key=lambda each: each.group):
        rows = list(some)
        for place, each in enumerate(rows):
            first: Cell = (group, 1, len(rows)) if place == 0 else None
            points = (desk.score(each.weight * 100, bare=True), desk.score(each.score, bare=True))
            grid.append([first, each.name, each.target, each.actual, *points])
    weight, score = (
        sum(weights) for weights in zip(*((x.weight, x.score) for x in desk.county.indicators), strict=True)
    )
    grid.append([("总分", 4, 1), None, None, None, desk.score(weight * 100, bare=True), desk.score(score, bare=True)])
    return ["项目支出绩效自评表", grid]


def _sum(rows: list, name: str) -> int:  # type: ignore[type-arg]
    return sum(getattr(each, name) for each in rows)


def _three(desk: Desk, households: int, planned: int, spent: int) -> tuple[str, str, str]:
    return desk.count(households, "户", bare=True), _bare(desk, planned), _bare(desk, spent)


def _bare(desk: Desk, amount: int) -> str:
    return desk.money(amount, bare=True)


def _rate(desk: Desk, part: int, whole: int) -> str:
    return desk.rate(part, whole, bare=True)


def _spread(total: int, shares: tuple[int, ...]) -> list[int]:
    """The total in proportion to the shares, exactly."""
    found = [total * each // sum(shares) for each in shares]
    return [total - sum(found[1:]), *found[1:]]
