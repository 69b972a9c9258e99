"""审计结果公告：资金收支、抽查的工程、发现的问题、整改。"""

from __future__ import annotations

from checker_accuracy.desk import Desk, Grid
from checker_accuracy.wordings import audit_tables as tables
from checker_accuracy.wordings.audit_tables import FAULTS, Work, amounts, mended, works


def report(desk: Desk) -> list[str | Grid]:
    chance = desk.chance
    parts: list[str | Grid] = [
        f"#{desk.county.name}{desk.year}年度民生资金管理使用情况审计结果公告",
        "#一、基本情况",
        chance.choice((_flow, _flow_again))(desk),
        chance.choice((_visited, _visited_again))(desk),
        *tables.flow(desk),
        "#二、审计发现的主要问题",
        chance.choice((_faults, _faults_numbered))(desk),
        *chance.sample([_late(desk), _idle(desk), _beyond(desk), _twice(desk)], 3),
        *chance.choice((tables.cut, tables.faults))(desk),
        "#三、工程结算审计情况",
        chance.choice((_cut, _cut_each))(desk),
        "#四、整改情况",
        chance.choice((_mended, _mended_again))(desk),
        _returned(desk),
    ]
    return parts


def _flow(desk: Desk) -> str:
    left, given, paid = amounts(desk)
    return (
        f"审计结果表明，{desk.year}年初滚存结余{desk.money(left)}，当年收到各级财政拨入{desk.money(given)}，"
        f"可用资金共{desk.money(left + given)}；当年支付{desk.money(paid)}，"
        f"年末滚存结余{desk.money(left + given - paid)}。"
    )


def _flow_again(desk: Desk) -> str:
    left, given, paid = amounts(desk)
    return (
        f"截至{desk.year}年底，可供使用的资金为{desk.money(left + given)}（"
        f"上年结转{desk.money(left)}，本年拨入{desk.money(given)}），"
        f"实际使用{desk.money(paid)}，资金使用率{desk.rate(paid, left + given)}，"
        f"尚有{desk.money(left + given - paid)}未使用。"
    )


def _visited(desk: Desk) -> str:
    towns = desk.county.towns[:4]
    return (
        f"本次审计延伸检查了{desk.names(towns)}{desk.count(len(towns), '个')}乡镇，"
        f"走访农户{desk.count(desk.county.answered, '户')}。"
    )


def _visited_again(desk: Desk) -> str:
    towns, homes = desk.county.towns[:5], [desk.chance.randint(12, 60) for _ in range(5)]
    items = [f"{town}{desk.count(number, '户')}" for town, number in zip(towns, homes, strict=False)]
    return f"审计组入户核实{desk.count(sum(homes[: len(towns)]), '户')}，分别是{desk.parts(items, '、', '户')}。"


def _faults(desk: Desk) -> str:
    found = list(zip(FAULTS, mended(desk), strict=True))
    total = sum(money for _, (_, _, money) in found)
    items = [f"{name}{desk.money(money)}" for name, (_, _, money) in found]
    return f"审计共查出问题金额{desk.money(total)}，其中{desk.parts(items, '，')}。"


def _faults_numbered(desk: Desk) -> str:
    found = list(zip(FAULTS, mended(desk), strict=True))
    items = [
        f"{sign}{name}{desk.count(number, '个')}，金额{desk.money(money)}"
        for sign, (name, (number, _, money)) in zip("①②③④", found, strict=True)
    ]
    number, money = (sum(each[kind] for _, each in found) for kind in (0, 2))
    return (
        f"经归纳，{desk.pen.listed(items, '；', fixed=True)}；"
        f"以上四类问题共{desk.count(number, '个')}，涉及资金{desk.money(money)}。"
    )


def _late(desk: Desk) -> str:
    towns = desk.county.towns[:3]
    held = [desk.chance.randint(1000, 60000) for _ in towns]
    items = [f"{town}{desk.money(each)}" for town, each in zip(towns, held, strict=True)]
    return (
        f"{desk.some(towns)}{desk.count(len(towns), '个')}乡镇未在规定时限内将补助发放到户，"
        f"共滞留{desk.money(sum(held))}（{desk.parts(items, '、')}）。"
    )


def _idle(desk: Desk) -> str:
    left, given, _ = amounts(desk)
    idle = given // 9
    return (
        f"县财政局收到的{desk.money(left + given)}中，有{desk.money(idle)}超过两年未安排使用，"
        f"占{desk.rate(idle, left + given)}，折合{desk.money(idle, '元')}。"
    )


def _beyond(desk: Desk) -> str:
    homes, each = desk.chance.randint(11, 70), desk.chance.randint(8, 60) * 10
    return (
        f"违规向不符合条件的{desk.count(homes, '户')}发放补贴，每户{desk.money(each, '元')}，"
        f"共计{desk.money(homes * each)}。"
    )


def _twice(desk: Desk) -> str:
    shares = [desk.chance.randint(2, 40) for _ in range(2)]
    return (
        f"抽查补贴对象{desk.count(400, '人')}，重复享受的{desk.count(shares[0], '人')}、"
        f"已死亡未停发的{desk.count(shares[1], '人')}，"
        f"合计{desk.count(sum(shares), '人')}，占抽查人数的{desk.rate(sum(shares), 400)}。"
    )


def _cut(desk: Desk) -> str:
    sent, kept = (sum(getattr(each, name) for each in works(desk)) for name in ("sent", "kept"))
    names = desk.names([each.name for each in works(desk)])
    return (
        f"对{names}{desk.count(len(works(desk)), '项')}工程竣工决算进行审计，送审金额{desk.money(sent)}，"
        f"审定金额{desk.money(kept)}，核减{desk.money(sent - kept)}，核减率{desk.rate(sent - kept, sent)}。"
    )


def _cut_each(desk: Desk) -> str:
    each: Work = works(desk)[0]
    return (
        f"{each.name}工程报送结算价{desk.money(each.sent)}，经审核确认{desk.money(each.kept)}，"
        f"多报{desk.money(each.sent - each.kept)}，为报送价的{desk.rate(each.sent - each.kept, each.sent)}。"
    )


def _mended(desk: Desk) -> str:
    found, done = (sum(each[kind] for each in mended(desk)) for kind in (0, 1))
    return (
        f"审计指出的{desk.count(found, '个')}问题中，"
        f"已整改到位{desk.count(done, '个')}，正在整改{desk.count(found - done, '个')}，"
        f"整改完成率{desk.rate(done, found)}。"
    )


def _mended_again(desk: Desk) -> str:
    found, done = (sum(each[kind] for each in mended(desk)) for kind in (0, 1))
    return (
        f"截至公告日，{desk.count(done, '个')}问题完成整改，"
        f"占全部{desk.count(found, '个')}问题的{desk.rate(done, found, 1)}，"
        f"还有{desk.count(found - done, '个')}问题需要持续推进。"
    )


def _returned(desk: Desk) -> str:
    shares = [desk.chance.randint(900, 50000) for _ in range(3)]
    ways = ("上缴国库", "归还原渠道资金", "调整账目")
    items = [f"{way}{desk.money(each)}" for way, each in zip(ways, shares, strict=True)]
    return f"各单位通过{desk.parts(items, '、')}等方式整改问题金额{desk.money(sum(shares))}。"
