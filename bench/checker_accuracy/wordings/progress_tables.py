"""民生实事的表格：一件事各乡镇，几件事各乡镇，分片小计，按月。"""

from __future__ import annotations

from fractions import Fraction

from checker_accuracy.county import Task
from checker_accuracy.desk import Cell, Desk, Grid


def ranked(task: Task) -> list[tuple[str, int, int]]:
    """Town, planned, done; the best rate first."""
    rows = list(zip(task.towns, task.planned, task.done, strict=True))
    return sorted(rows, key=lambda row: Fraction(row[2], row[1]), reverse=True)


def by_town(desk: Desk, task: Task) -> list[str | Grid]:
    """Numbered, total last with no number, the rate in percent."""
    grid: Grid = [["序号", "乡镇", f"计划数（{task.unit}）", f"完成数（{task.unit}）", "完成率"]]
    for number, (town, planned, done) in enumerate(ranked(task), 1):
        grid.append([str(number), town, *_progress(desk, task, planned, done)])
    grid.append(["", "全县", *_progress(desk, task, sum(task.planned), sum(task.done))])
    return [f"附表1：{task.name}进度表", grid]


def by_town_total_first(desk: Desk, task: Task) -> list[str | Grid]:
    """The county first, then its towns, and what is left to do."""
    rows = [("全县合计", sum(task.planned), sum(task.done)), *zip(task.towns, task.planned, task.done, strict=True)]
    grid: Grid = [["地区", "年度目标", "已完成", "未完成", "完成比例（%）"]]
    for town, planned, done in rows:
        counts = [desk.count(each, task.unit, bare=True) for each in (planned, done, planned - done)]
        grid.append([town, *counts, desk.rate(done, planned, 1, bare=True)])
    return [f"{task.name}完成情况（单位：{task.unit}）", grid]


def money_by_task(desk: Desk) -> list[str | Grid]:
    """Towns down, matters across; each row and each column adds up."""
    tasks = desk.county.tasks
    grid: Grid = [["乡镇", *(each.name for each in tasks), "合计"]]
    for row, town in enumerate(desk.county.towns):
        grid.append([town, *_row(desk, [each.money[row] for each in tasks])])
    grid.append(["合计", *_row(desk, [sum(each.money) for each in tasks])])
    return ["各乡镇民生实事投资完成表", "（单位：万元）", grid]


def by_side(desk: Desk) -> list[str | Grid]:
    """Two parts of the county with a subtotal above the towns of each, the whole last."""
    task, half = desk.county.tasks[0], len(desk.county.towns) // 2
    grid: Grid = [["片区", "乡镇", "目标任务", "完成任务", "投资（万元）"]]
    for name, some in (("东片", slice(None, half)), ("西片", slice(half, None))):
        rows = list(zip(task.towns[some], task.planned[some], task.done[some], task.money[some], strict=True))
        grid.append([(name, 1, len(rows) + 1), "小计", *_three(desk, task, *_sums(rows))])
        grid += [[None, town, *_three(desk, task, *numbers)] for town, *numbers in rows]
    whole = _sums(list(zip(task.towns, task.planned, task.done, task.money, strict=True)))
    grid.append([("全县总计", 2, 1), None, *_three(desk, task, *whole)])
    return [f"分片区{task.name}汇总（{task.unit}）", grid]


def by_task(desk: Desk) -> list[str | Grid]:
    """One matter a row with its own unit, the money added up below."""
    grid: Grid = [["序号", "实事名称", "计量单位", "计划", "完成", "完成率（%）", "完成投资（万元）"]]
    for number, task in enumerate(desk.county.tasks, 1):
        planned, done = sum(task.planned), sum(task.done)
        rate, money = desk.rate(done, planned, bare=True), desk.money(sum(task.money), bare=True)
        counts = [desk.count(each, task.unit, bare=True) for each in (planned, done)]
        grid.append([str(number), task.name, task.unit, *counts, rate, money])
    total = desk.money(sum(sum(each.money) for each in desk.county.tasks), bare=True)
    grid.append([("合计", 3, 1), None, None, "—", "—", "—", total])
    return ["附件：民生实事完成情况一览表", grid]


def _progress(desk: Desk, task: Task, planned: int, done: int) -> list[Cell]:
    counts = [desk.count(each, task.unit, bare=True) for each in (planned, done)]
    return [*counts, desk.rate(done, planned)]


def _row(desk: Desk, amounts: list[int]) -> list[Cell]:
    return [*(desk.money(each, bare=True) for each in amounts), desk.money(sum(amounts), bare=True)]


def _sums(rows: list[tuple[str, int, int, int]]) -> tuple[int, int, int]:
    planned, done, money = (sum(each[kind] for each in rows) for kind in (1, 2, 3))
    return planned, done, money


def _three(desk: Desk, task: Task, planned: int, done: int, money: int) -> tuple[Cell, Cell, Cell]:
    counts = [desk.count(each, task.unit, bare=True) for each in (planned, done)]
    return counts[0], counts[1], desk.money(money, bare=True)
