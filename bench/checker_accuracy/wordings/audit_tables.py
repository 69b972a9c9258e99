"""审计公告的表格：资金收支、工程核减、问题分类。"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from checker_accuracy.desk import Desk, Grid

FAULTS = ("违规使用资金", "滞留专项资金", "多计工程价款", "损失浪费")


@dataclass(frozen=True)
class Work:
    """A building work: what the builder billed and what the audit let stand."""

    name: str
    sent: int
    kept: int


def works(desk: Desk) -> list[Work]:
    """The same on every call for one county."""
    chance = Random(desk.county.paid)
    names = chance.sample(("滨河路改造", "污水处理厂扩建", "县一中教学楼", "人民医院门诊楼", "东街管网", "敬老院"), 4)
    sent = [chance.randint(30_000, 900_000) for _ in names]
    return [
        Work(name, each, each - each * chance.randint(2, 14) // 100) for name, each in zip(names, sent, strict=True)
    ]


def amounts(desk: Desk) -> tuple[int, int, int]:
    """Left from before, given in the year, paid in the year."""
    rows = rows_by_town(desk)
    left, given, paid = (sum(each[kind] for each in rows) for kind in (1, 2, 3))
    return left, given, paid


def rows_by_town(desk: Desk) -> list[tuple[str, int, int, int]]:
    chance = Random(desk.county.paid + 1)
    rows = []
    for town in desk.county.towns:
        left, given = chance.randint(500, 30_000), chance.randint(20_000, 200_000)
        rows.append((town, left, given, (left + given) * chance.randint(70, 95) // 100))
    return rows


def mended(desk: Desk) -> list[tuple[int, int, int]]:
    """For each kind of fault: how many, how many mended, the money."""
    chance = Random(desk.county.paid + 2)
    return [
        (number, number * 3 // 4, chance.randint(1000, 90_000)) for number in (chance.randint(3, 19) for _ in FAULTS)
    ]


def flow(desk: Desk) -> list[str | Grid]:
    """Rows that balance: left + given − paid = left over; total last."""
    grid: Grid = [["乡镇", "上年结转", "本年拨入", "本年支出", "年末结余"]]
    rows = rows_by_town(desk)
    for name, left, given, paid in (*rows, ("合计", *amounts(desk))):
        grid.append([name, *(desk.money(each, bare=True) for each in (left, given, paid, left + given - paid))])
    return ["各乡镇民生资金收支表", "单位：万元", grid]


def cut(desk: Desk) -> list[str | Grid]:
    """Sent, kept, cut and its rate; total first."""
    found = works(desk)
    whole = Work("合计", sum(each.sent for each in found), sum(each.kept for each in found))
    grid: Grid = [["工程名称", "送审金额（万元）", "审定金额（万元）", "核减金额（万元）", "核减率（%）"]]
    for each in (whole, *found):
        amounts_ = (desk.money(value, bare=True) for value in (each.sent, each.kept, each.sent - each.kept))
        grid.append([each.name, *amounts_, desk.rate(each.sent - each.kept, each.sent, bare=True)])
    return ["工程结算审计核减情况表", grid]


def faults(desk: Desk) -> list[str | Grid]:
    """Kinds of fault with how many of each, mended and not."""
    grid: Grid = [["问题类型", "个数", "其中：已整改", "未整改", "涉及金额（万元）"]]
    rows = list(zip(FAULTS, mended(desk), strict=True))
    whole = tuple(sum(each[kind] for _, each in rows) for kind in range(3))
    for name, (number, done, money) in (*rows, ("总计", whole)):
        counts = (desk.count(each, "个", bare=True) for each in (number, done, number - done))
        grid.append([name, *counts, desk.money(money, bare=True)])
    return ["审计发现问题分类汇总表", grid]
