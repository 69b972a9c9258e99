"""决算说明的表格：收入、支出、“三公”经费、基本和项目支出。"""

from __future__ import annotations

from collections.abc import Sequence

from checker_accuracy.county import Account
from checker_accuracy.desk import Cell, Desk, Grid


def income(desk: Desk) -> list[str | Grid]:
    """Total last, growth against the year before."""
    accounts = desk.county.income
    grid: Grid = [["项目", f"{desk.year}年决算数", f"{desk.year - 1}年决算数", "增减额", "增减（%）"]]
    for each in (*accounts, whole("收入合计", accounts)):
        grid.append([each.name, *_against(desk, each)])
    return ["（金额单位：万元）", grid]


def income_total_first(desk: Desk) -> list[str | Grid]:
    """Total first, the parts below it indented."""
    accounts = desk.county.income
    grid: Grid = [["科目", "预算数（万元）", "决算数（万元）", "决算数为预算数的%"]]
    grid.append(_line(desk, whole("一、收入总额", accounts)))
    grid += [_line(desk, each, "　　") for each in accounts]
    return ["收入决算表", grid]


def spending(desk: Desk) -> list[str | Grid]:
    """Two lines of heads: this year's budget and outlay under one, the year before beside them."""
    accounts = desk.county.spending
    grid: Grid = [
        [("支出科目", 1, 2), ("本年", 3, 1), None, None, ("上年决算", 1, 2)],
        [None, "预算", "决算", "差额", None],
    ]
    for each in (*accounts, whole("合　　计", accounts)):
        amounts = (each.budget, each.now, each.budget - each.now, each.before)
        grid.append([each.name, *(desk.money(amount, bare=True) for amount in amounts)])
    return ["一般公共预算支出决算表　　单位：万元", grid]


def trips(desk: Desk) -> dict[str, tuple[int, int]]:
    """Budget and outlay of the three kinds; the same on every call for one desk."""
    base = desk.county.paid
    return {
        "因公出国（境）费": (base % 900 + 500, base % 900 + 321),
        "公务用车购置及运行维护费": (base % 3000 + 2400, base % 3000 + 1985),
        "公务接待费": (base % 700 + 650, base % 700 + 402),
    }


def travel(desk: Desk) -> list[str | Grid]:
    """One row each for budget and outlay: the total stands in the first column of figures."""
    rows = trips(desk)
    grid: Grid = [["", "合计", *rows]]
    for name, kind in (("预算数", 0), ("决算数", 1)):
        amounts = [each[kind] for each in rows.values()]
        grid.append([name, *(desk.money(each, bare=True) for each in (sum(amounts), *amounts))])
    return ["“三公”经费支出表（单位：万元）", grid]


def basic_and_project(desk: Desk) -> list[str | Grid]:
    """Each row adds up across, each column down."""
    accounts = desk.county.spending
    grid: Grid = [["科目名称", "本年支出合计", "基本支出", "项目支出"]]
    split = [(each.name, each.now * 55 // 100, each.now - each.now * 55 // 100) for each in accounts]
    split.append(("合计", sum(each[1] for each in split), sum(each[2] for each in split)))
    for name, fixed, projects in split:
        grid.append([name, *(desk.money(each, bare=True) for each in (fixed + projects, fixed, projects))])
    return ["支出决算表", "金额单位：万元", grid]


def whole(name: str, accounts: Sequence[Account]) -> Account:
    """All lines of the accounts as one."""
    sums = (sum(getattr(each, kind) for each in accounts) for kind in ("budget", "now", "before"))
    return Account(name, *sums)


def _against(desk: Desk, each: Account) -> list[Cell]:
    change = each.now - each.before
    sign = "" if change >= 0 else "-"
    amount, rate = desk.money(abs(change), bare=True), desk.rate(abs(change), each.before, bare=True)
    return [desk.money(each.now, bare=True), desk.money(each.before, bare=True), f"{sign}{amount}", f"{sign}{rate}"]


def _line(desk: Desk, each: Account, indent: str = "") -> list[Cell]:
    amounts = (desk.money(each.budget, bare=True), desk.money(each.now, bare=True))
    return [f"{indent}{each.name}", *amounts, desk.rate(each.now, each.budget, 1, bare=True)]
