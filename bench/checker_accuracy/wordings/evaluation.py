"""老旧小区改造的绩效自评：概况、资金、产出、满意度、得分。"""

from __future__ import annotations

from collections import defaultdict

from checker_accuracy.county import SOURCES
from checker_accuracy.desk import Desk, Grid
from checker_accuracy.wordings import evaluation_tables as tables


def report(desk: Desk) -> list[str | Grid]:
    chance, county = desk.chance, desk.county
    parts: list[str | Grid] = [
        f"#{county.name}{desk.year}年度城镇老旧小区改造项目支出绩效自评报告",
        "#一、项目基本情况",
    ]
    parts.append(chance.choice((_scope, _scope_again))(desk))
    parts.append(chance.choice((_sources, _sources_told))(desk))
    parts += ["#二、资金使用情况", chance.choice((_paid, _paid_again))(desk), _saved(desk)]
    parts += chance.choice((tables.by_source, tables.by_source_total_first))(desk)
    parts += ["#三、产出情况", *chance.sample([_by_half(desk), _by_town(desk), _mean(desk), _kinds(desk)], 3)]
    parts += chance.choice((tables.by_estate, tables.by_estate_and_town))(desk)
    parts += ["#四、满意度和自评得分", chance.choice((_survey, _survey_split))(desk), _graded(desk)]
    parts += tables.indicators(desk)
    return [*parts, _closing(desk)]


def _all(desk: Desk) -> tuple[int, int, int, int]:
    """Buildings, households, area and planned investment of all estates."""
    estates = desk.county.estates
    return (
        sum(each.buildings for each in estates),
        sum(each.households for each in estates),
        sum(each.area for each in estates),
        sum(each.planned for each in estates),
    )


def _scope(desk: Desk) -> str:
    buildings, households, area, planned = _all(desk)
    names = desk.names([each.name for each in desk.county.estates])
    return (
        f"经县政府常务会议审定，{desk.year}年列入改造计划的老旧小区共{desk.count(len(desk.county.estates), '个')}，"
        f"即{names}，涉及住宅楼{desk.count(buildings, '栋')}、居民{desk.count(households, '户')}，"
        f"改造面积{desk.area(area)}，概算总投资{desk.money(planned)}。"
    )


def _scope_again(desk: Desk) -> str:
    buildings, households, area, planned = _all(desk)
    names = desk.some([each.name.removesuffix("小区") for each in desk.county.estates])
    return (
        f"项目建设内容为对{names}{desk.count(len(desk.county.estates), '个')}小区实施综合改造，"
        f"惠及群众{desk.count(households, '户')}，总建筑面积{desk.area(area)}（合{desk.area(area, '平方米')}），"
        f"楼房{desk.count(buildings, '幢')}，计划投资{desk.money(planned)}。"
    )


def _sources(desk: Desk) -> str:
    items = [f"{name}{desk.money(each)}" for name, each in zip(SOURCES, desk.county.funds, strict=True)]
    return f"项目资金由四级财政共同承担，合计{desk.money(sum(desk.county.funds))}，其中：{desk.parts(items)}。"


def _sources_told(desk: Desk) -> str:
    total = sum(desk.county.funds)
    items = [
        f"{name}{desk.money(each)}，占{desk.rate(each, total)}"
        for name, each in zip(SOURCES, desk.county.funds, strict=True)
    ]
    return f"从资金构成看，{desk.parts(items, '；')}。以上四项共{desk.money(total)}，已全部落实到位。"


def _paid(desk: Desk) -> str:
    total, paid = sum(desk.county.funds), desk.county.paid
    return (
        f"截至{desk.year}年12月31日，到位资金{desk.money(total)}，已支出{desk.money(paid)}，"
        f"预算执行率{desk.rate(paid, total)}，结转下年{desk.money(total - paid)}。"
    )


def _paid_again(desk: Desk) -> str:
    total, paid = sum(desk.county.funds), desk.county.paid
    return (
        f"全年下达资金{desk.money(total)}。按照工程进度拨付施工单位等{desk.money(paid)}，"
        f"拨付率为{desk.rate(paid, total)}，剩余{desk.money(total - paid)}为质量保证金，待缺陷责任期满后支付。"
    )


def _saved(desk: Desk) -> str:
    first = desk.county.estates[0]
    return (
        f"以{first.name}为例，概算{desk.money(first.planned)}，竣工结算{desk.money(first.spent)}，"
        f"结算比概算少{desk.money(first.planned - first.spent)}，"
        f"下浮{desk.rate(first.planned - first.spent, first.planned)}。"
    )


def _by_half(desk: Desk) -> str:
    estates = desk.county.estates
    early, late = estates[: len(estates) // 2], estates[len(estates) // 2 :]
    homes = [sum(each.households for each in some) for some in (early, late)]
    return (
        f"从完工时间看，上半年完工{desk.count(len(early), '个')}小区、{desk.count(homes[0], '户')}，"
        f"下半年完工{desk.count(len(late), '个')}小区、{desk.count(homes[1], '户')}，"
        f"全年完工{desk.count(len(estates), '个')}小区、{desk.count(sum(homes), '户')}。"
    )


def _by_town(desk: Desk) -> str:
    homes: dict[str, int] = defaultdict(int)
    for each in desk.county.estates:
        homes[each.town] += each.households
    items = [f"{town}{desk.count(number, '户')}" for town, number in homes.items()]
    total = sum(homes.values())
    return (
        f"按属地划分，受益居民分布在{desk.count(len(homes), '个')}乡镇："
        f"{desk.parts(items, '、', '户')}，总计{desk.count(total, '户')}。"
    )


def _mean(desk: Desk) -> str:
    _, households, area, planned = _all(desk)
    return (
        f"按概算总投资{desk.money(planned)}、受益居民{desk.count(households, '户')}计算，"
        f"户均投入{desk.money(round(planned / households))}；"
        f"每户平均改造面积约{desk.count(round(area * 100 / households), '平方米')}。"
    )


def _kinds(desk: Desk) -> str:
    lamps, bays, racks = (desk.chance.randint(20, 300) for _ in range(3))
    return (
        f"配套建设方面，安装路灯{desk.count(lamps, '盏')}，施划停车位{desk.count(bays, '个')}，"
        f"设置充电端口{desk.count(racks, '个')}；"
        f"停车位由改造前的{desk.count(bays // 3, '个')}增加到{desk.count(bays // 3 + bays, '个')}。"
    )


def _survey(desk: Desk) -> str:
    county = desk.county
    return (
        f"评价组随机发放调查问卷{desk.count(county.asked, '份')}，收回有效问卷{desk.count(county.answered, '份')}，"
        f"有效回收率{desk.rate(county.answered, county.asked)}。对改造表示满意的{desk.count(county.content, '份')}，"
        f"满意度为{desk.rate(county.content, county.answered)}。"
    )


def _survey_split(desk: Desk) -> str:
    county = desk.county
    very = county.content * 2 // 3
    items = [
        f"非常满意{desk.count(very, '人')}",
        f"满意{desk.count(county.content - very, '人')}",
        f"不满意{desk.count(county.answered - county.content, '人')}",
    ]
    return (
        f"入户访问居民{desk.count(county.answered, '人')}，其中{desk.parts(items, '、', '人')}；"
        f"前两类合计占受访人数的{desk.rate(county.content, county.answered, 1)}。"
    )


def _graded(desk: Desk) -> str:
    groups: dict[str, int] = defaultdict(int)
    weights: dict[str, int] = defaultdict(int)
    for each in desk.county.indicators:
        groups[each.group] += each.score
        weights[each.group] += each.weight * 100
    items = [f"{name}得{desk.score(value)}（满分{desk.score(weights[name])}）" for name, value in groups.items()]
    return f"对照指标体系逐项打分，{desk.parts(items, '，', '分')}，自评总分{desk.score(sum(groups.values()))}。"


def _closing(desk: Desk) -> str:
    buildings, households, _, planned = _all(desk)
    return (
        f"综上，{desk.year}年全县{desk.count(len(desk.county.estates), '个')}老旧小区、"
        f"{desk.count(buildings, '栋')}住宅楼"
        f"改造任务已经完成，{desk.count(households, '户')}居民受益，投资规模{desk.money(planned, '亿元', 4)}。"
    )
