"""部门决算说明：收支、与预算和上年比、“三公”经费、采购。"""

from __future__ import annotations

from collections.abc import Sequence

from checker_accuracy.county import Account
from checker_accuracy.desk import Desk, Grid
from checker_accuracy.wordings import accounts_tables as tables
from checker_accuracy.wordings.accounts_tables import trips


def report(desk: Desk) -> list[str | Grid]:
    chance = desk.chance
    parts: list[str | Grid] = [f"#{desk.county.name}{desk.year}年度财政决算说明", "#一、收入支出总体情况"]
    parts += [chance.choice((_totals, _totals_again))(desk), chance.choice((_income, _income_shares))(desk)]
    parts += chance.choice((tables.income, tables.income_total_first))(desk)
    parts += ["#二、支出情况说明", chance.choice((_spending, _spending_long))(desk)]
    parts += [*chance.sample([_one(desk), _welfare(desk), _increase(desk)], 2), *tables.spending(desk)]
    parts += ["#三、其他重要事项", *chance.choice((_travel, _travel_numbered))(desk), _basic(desk)]
    parts += chance.choice((tables.travel, tables.basic_and_project))(desk)
    return [*parts, *chance.sample([_bought(desk), _guests(desk), _cars(desk)], 2)]


def _sum(accounts: Sequence[Account], name: str = "now") -> int:
    return sum(getattr(each, name) for each in accounts)


def _balance(desk: Desk) -> str:
    left = _sum(desk.county.income) - _sum(desk.county.spending)
    return (
        f"收支相抵，结余{desk.money(left)}" if left >= 0 else f"支出大于收入{desk.money(-left)}，动用以前年度结余弥补"
    )


def _totals(desk: Desk) -> str:
    income, spending = desk.county.income, desk.county.spending
    return (
        f"{desk.year}年本年收入合计{desk.money(_sum(income))}，"
        f"比{desk.year - 1}年的{desk.money(_sum(income, 'before'))}"
        f"{desk.change(_sum(income), _sum(income, 'before'))}；"
        f"本年支出合计{desk.money(_sum(spending))}，{_balance(desk)}。"
    )


def _totals_again(desk: Desk) -> str:
    income, spending = desk.county.income, desk.county.spending
    now, before = _sum(income), _sum(income, "before")
    return (
        f"本年度收入{desk.money(now)}，与上年度相比{desk.more(now, before)}，{desk.change(now, before)}；"
        f"支出{desk.money(_sum(spending))}，与上年度相比{desk.more(_sum(spending), _sum(spending, 'before'))}，"
        f"{desk.change(_sum(spending), _sum(spending, 'before'))}。"
    )


def _income(desk: Desk) -> str:
    items = [f"{each.name}{desk.money(each.now)}" for each in desk.county.income]
    return f"收入决算总额{desk.money(_sum(desk.county.income))}，包括：{desk.parts(items, '；')}。"


def _income_shares(desk: Desk) -> str:
    total = _sum(desk.county.income)
    items = [f"{each.name}{desk.money(each.now)}，占{desk.rate(each.now, total, 1)}" for each in desk.county.income]
    return f"本年收入合计{desk.money(total)}，其中：{desk.parts(items, '；')}。"


def _spending(desk: Desk) -> str:
    total, budget = _sum(desk.county.spending), _sum(desk.county.spending, "budget")
    items = [f"{each.name}{desk.money(each.now)}" for each in desk.county.spending]
    return (
        f"一般公共预算支出决算{desk.money(total)}，为调整预算{desk.money(budget)}的{desk.rate(total, budget, 1)}。"
        f"按功能科目分：{desk.parts(items, '、')}。"
    )


def _spending_long(desk: Desk) -> str:
    spending = desk.county.spending
    items = [
        f"{each.name}年初预算{desk.money(each.budget)}，支出决算{desk.money(each.now)}，"
        f"完成年初预算的{desk.rate(each.now, each.budget)}"
        for each in spending
    ]
    numbered = [f"{number}.{item}" for number, item in enumerate(items, 1)]
    return f"本年支出合计{desk.money(_sum(spending))}，具体情况如下。{desk.pen.listed(numbered, '；', fixed=True)}。"


def _one(desk: Desk) -> str:
    each = desk.county.spending[0]
    return (
        f"{each.name}{desk.year}年为{desk.money(each.now)}，{desk.year - 1}年为{desk.money(each.before)}，"
        f"同比{desk.change(each.now, each.before, places=1)}，主要受项目安排影响。"
    )


def _welfare(desk: Desk) -> str:
    some = desk.county.spending[1:4]
    total = _sum(desk.county.spending)
    names = "、".join(each.name.removesuffix("支出") for each in some)
    items = [desk.money(each.now) for each in some]
    return (
        f"{names}三项支出分别为{'、'.join(items)}，合计{desk.money(_sum(some))}，"
        f"占全部支出的{desk.rate(_sum(some), total)}。"
    )


def _increase(desk: Desk) -> str:
    each = desk.county.spending[-1]
    grown = each.now >= each.before
    return (
        f"{each.name}由上年的{desk.money(each.before)}{'增加' if grown else '减少'}到{desk.money(each.now)}，"
        f"{'增加额' if grown else '减少额'}{desk.money(abs(each.now - each.before))}。"
    )


def _travel(desk: Desk) -> list[str]:
    budget, outlay = (sum(each[kind] for each in trips(desk).values()) for kind in (0, 1))
    items = [f"{name}支出{desk.money(spent)}" for name, (_, spent) in trips(desk).items()]
    return [
        f"“三公”经费财政拨款支出预算{desk.money(budget)}，"
        f"支出决算{desk.money(outlay)}，完成预算的{desk.rate(outlay, budget)}，"
        f"比预算节省{desk.money(budget - outlay)}。其中：{desk.parts(items)}。"
    ]


def _travel_numbered(desk: Desk) -> list[str]:
    outlay = sum(spent for _, spent in trips(desk).values())
    lines = [f"全年“三公”经费支出共计{desk.money(outlay)}："]
    for number, (name, (budget, spent)) in enumerate(trips(desk).items(), 1):
        share = desk.rate(spent, outlay)
        lines.append(
            f"（{number}）{name}预算{desk.money(budget)}，实际支出{desk.money(spent)}，占“三公”经费的{share}。"
        )
    return lines


def basic(desk: Desk) -> tuple[int, int, int]:
    """Outlay for staff, for running the office and for projects; they add up to all spending."""
    total = _sum(desk.county.spending)
    staff, office = total * 43 // 100, total * 12 // 100
    return staff, office, total - staff - office


def _basic(desk: Desk) -> str:
    staff, office, projects = basic(desk)
    return (
        f"基本支出{desk.money(staff + office)}，其中人员经费{desk.money(staff)}、公用经费{desk.money(office)}；"
        f"项目支出{desk.money(projects)}。两项合计{desk.money(staff + office + projects)}。"
    )


def _bought(desk: Desk) -> str:
    goods, works, services = (desk.chance.randint(1000, 90000) for _ in range(3))
    total = goods + works + services
    small = total * 71 // 100
    items = [f"{name}支出{desk.money(each)}" for name, each in (("货物", goods), ("工程", works), ("服务", services))]
    return (
        f"政府采购支出总额{desk.money(total)}，其中：政府采购{desk.parts(items, '、')}。"
        f"授予中小企业合同金额{desk.money(small)}，占政府采购支出总额的{desk.rate(small, total)}。"
    )


def _guests(desk: Desk) -> str:
    home, foreign = desk.chance.randint(20, 90), desk.chance.randint(2, 9)
    people, other = home * 6 + 3, foreign * 4 + 1
    return (
        f"国内公务接待{desk.count(home, '批次')}、{desk.count(people, '人次')}，外事接待{desk.count(foreign, '批次')}、"
        f"{desk.count(other, '人次')}，共接待{desk.count(home + foreign, '批次')}、"
        f"{desk.count(people + other, '人次')}。"
    )


def _cars(desk: Desk) -> str:
    vital, law, other = (desk.chance.randint(1, 14) for _ in range(3))
    return (
        f"年末共有车辆{desk.count(vital + law + other, '辆')}，其中机要通信用车{desk.count(vital, '辆')}、"
        f"执法执勤用车{desk.count(law, '辆')}、其他用车{desk.count(other, '辆')}。"
    )
