"""民生实事进度通报，带几句政府工作报告：件数、各乡镇的计划和完成、资金、增长。"""

from __future__ import annotations

from checker_accuracy.county import Task
from checker_accuracy.desk import Desk, Grid
from checker_accuracy.wordings import progress_tables as tables


def report(desk: Desk) -> list[str | Grid]:
    chance = desk.chance
    first, second, third, last = desk.county.tasks
    parts: list[str | Grid] = [
        f"#关于{desk.county.name}{desk.year}年民生实事办理情况的通报",
        chance.choice((_matters, _matters_again))(desk),
        "#一、总体进展",
        chance.choice((_output, _branches))(desk),
        chance.choice((_jobs, _roads))(desk),
        "#二、分项进展",
        f"（一）{first.name}。{chance.choice((_task, _task_left))(desk, first)}",
        f"（二）{second.name}。{chance.choice((_task_towns, _task_done_towns))(desk, second)}",
        f"（三）{third.name}。{chance.choice((_task_money, _task_months))(desk, third)}",
        f"（四）{last.name}。{_task(desk, last)}",
        *chance.choice((tables.by_town, tables.by_town_total_first))(desk, first),
        "#三、乡镇排名",
        chance.choice((_ranked, _ranked_last))(desk, first),
        *chance.choice((tables.money_by_task, tables.by_side, tables.by_task))(desk),
    ]
    return [*parts, _outlay(desk)]


def _done(task: Task) -> tuple[int, int]:
    return sum(task.planned), sum(task.done)


def _matters(desk: Desk) -> str:
    tasks = desk.county.tasks
    return f"年初，县人代会票决确定{desk.some([each.name for each in tasks])}{desk.count(len(tasks), '件')}民生实事。"


def _matters_again(desk: Desk) -> str:
    tasks = desk.county.tasks
    return (
        f"今年县政府承诺办好{desk.count(len(tasks), '项')}实事，"
        f"分别为：{desk.names([each.name for each in tasks], '；')}。"
    )


def _output(desk: Desk) -> str:
    whole = desk.chance.randint(3_000_000, 9_000_000) * 10
    before = whole * 94 // 100
    return (
        f"全年地区生产总值{desk.money(whole, '亿元')}，比上年的{desk.money(before, '亿元')}"
        f"{desk.change(whole, before, places=1)}；"
        f"全县辖{desk.names(desk.county.towns)}{desk.count(len(desk.county.towns), '个')}乡镇。"
    )


def _branches(desk: Desk) -> str:
    branches = [desk.chance.randint(300_000, 3_000_000) * 10 for _ in range(3)]
    branches = [each // 10_000 * 10_000 for each in branches]
    whole = sum(branches)
    items = [
        f"第{name}产业增加值{desk.money(each, '亿元')}，占比{desk.rate(each, whole, 1)}"
        for name, each in zip("一二三", branches, strict=True)
    ]
    return f"初步核算，实现生产总值{desk.money(whole, '亿元')}，其中{desk.parts(items, '；', '亿元')}。"


def _jobs(desk: Desk) -> str:
    target = desk.chance.randint(12, 60) * 100
    found = target + desk.chance.randint(30, 400)
    return (
        f"城镇新增就业{desk.count(found, '人')}，"
        f"超额完成{desk.count(target, '人')}的年度目标，完成率{desk.rate(found, target)}，"
        f"超出目标{desk.count(found - target, '人')}。"
    )


def _roads(desk: Desk) -> str:
    fresh, mended = (desk.chance.randint(11, 180) for _ in range(2))
    homes, people = desk.chance.randint(1200, 5000), desk.chance.randint(12_000, 60_000)
    return (
        f"新建农村公路{desk.count(fresh, '公里')}，改建{desk.count(mended, '公里')}，"
        f"新改建里程达到{desk.count(fresh + mended, '公里')}，"
        f"方便了{desk.count(homes, '户')}、{desk.count(people, '人')}出行。"
    )


def _task(desk: Desk, task: Task) -> str:
    planned, done = _done(task)
    return (
        f"年度任务{desk.count(planned, task.unit)}，截至12月底已完成{desk.count(done, task.unit)}，"
        f"完成年度任务的{desk.rate(done, planned)}。"
    )


def _task_left(desk: Desk, task: Task) -> str:
    planned, done = _done(task)
    return (
        f"全县计划实施{desk.count(planned, task.unit)}，"
        f"目前完成{desk.count(done, task.unit)}，完成率为{desk.rate(done, planned)}，"
        f"剩余{desk.count(planned - done, task.unit)}将于明年一季度前完成。"
    )


def _task_towns(desk: Desk, task: Task) -> str:
    items = [f"{town}{desk.count(each, task.unit)}" for town, each in zip(task.towns, task.planned, strict=True)]
    planned, done = _done(task)
    return (
        f"下达计划{desk.count(planned, task.unit)}（{desk.parts(items, '、', task.unit)}），"
        f"实际完成{desk.count(done, task.unit)}，占计划的{desk.rate(done, planned, 1)}。"
    )


def _task_done_towns(desk: Desk, task: Task) -> str:
    items = [f"{town}完成{desk.count(each, task.unit)}" for town, each in zip(task.towns, task.done, strict=True)]
    planned, done = _done(task)
    return (
        f"{desk.parts(items, '，', task.unit)}，全县累计完成{desk.count(done, task.unit)}，"
        f"比{desk.count(planned, task.unit)}的计划数少{desk.count(planned - done, task.unit)}。"
    )


def _task_money(desk: Desk, task: Task) -> str:
    spent = sum(task.money)
    upper = spent * 6 // 10
    return (
        f"共投入{desk.money(spent)}，其中争取上级资金{desk.money(upper)}，县级自筹{desk.money(spent - upper)}，"
        f"自筹部分占{desk.rate(spent - upper, spent, 1)}。"
    )


def _task_months(desk: Desk, task: Task) -> str:
    _, done = _done(task)
    june = done * 4 // 10
    return (
        f"上半年完成{desk.count(june, task.unit)}，下半年完成{desk.count(done - june, task.unit)}，"
        f"全年共计{desk.count(done, task.unit)}，下半年比上半年多{desk.count(done - june - june, task.unit)}。"
    )


def _ranked(desk: Desk, task: Task) -> str:
    rows = tables.ranked(task)
    best = "、".join(f"{town}（{desk.rate(done, planned)}）" for town, planned, done in rows[:3])
    return f"{task.name}完成率居前三位的依次是{best}。"


def _ranked_last(desk: Desk, task: Task) -> str:
    rows = tables.ranked(task)
    town, planned, done = rows[-1]
    return (
        f"{task.name}进度最慢的是{town}，计划{desk.count(planned, task.unit)}，只完成{desk.count(done, task.unit)}，"
        f"完成率{desk.rate(done, planned)}。"
    )


def _outlay(desk: Desk) -> str:
    tasks = desk.county.tasks
    total = sum(sum(each.money) for each in tasks)
    items = [f"{each.name}{desk.money(sum(each.money))}" for each in tasks]
    return f"全年民生实事共完成投资{desk.money(total)}（{desk.money(total, '亿元')}），其中{desk.parts(items, '、')}。"
