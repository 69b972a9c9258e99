"""一个随意造的县：一小套数据，句子和表格都从这里取数，所以处处相符。

Money is kept in hundreds of yuan (0.01 万元), area in hundreds of square metres (0.01 万平方米), both whole numbers.
"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

TOWNS = (
    "城关镇 东河镇 柳林镇 石桥镇 新民镇 双庙镇 白水镇 红旗镇 南湖镇 "
    "临江镇 青山乡 大坪乡 沙河乡 古城镇 永安镇 金山镇 马营乡 龙泉镇"
)
ESTATES = "幸福 和平 光明 建设 朝阳 新华 团结 育才 金穗 康乐 河畔 文化 粮库 纺织 机修 农机 税务 电厂 翠园 锦绣"
COUNTIES = "安泽 平川 永宁 清远 宁东 怀溪 临泉 长岭 东阿 南漳 西丰 北流 兴隆 富源 景泰 华亭"
SOURCES = ("中央财政资金", "省级财政资金", "市级财政资金", "县级配套资金")


@dataclass(frozen=True)
class Estate:
    name: str
    town: str
    buildings: int
    households: int
    area: int
    planned: int
    """Planned investment."""
    spent: int


@dataclass(frozen=True)
class Account:
    """One line of the final accounts."""

    name: str
    budget: int
    now: int
    before: int


@dataclass(frozen=True)
class Task:
    """One matter of the year, by town: planned and done."""

    name: str
    unit: str
    towns: tuple[str, ...]
    planned: tuple[int, ...]
    done: tuple[int, ...]
    money: tuple[int, ...]


@dataclass(frozen=True)
class Indicator:
    group: str
    name: str
    target: str
    actual: str
    weight: int
    score: int
    """In hundredths of a point."""


@dataclass(frozen=True)
class County:
    name: str
    year: int
    towns: tuple[str, ...]
    estates: tuple[Estate, ...]
    funds: tuple[int, ...]
    """By source, in the order of SOURCES."""
    paid: int
    income: tuple[Account, ...]
    spending: tuple[Account, ...]
    tasks: tuple[Task, ...]
    indicators: tuple[Indicator, ...]
    asked: int
    answered: int
    content: int
    """Questionnaires sent, valid ones that came back, and those that say content or very content."""


def draw(chance: Random) -> County:
    """A county by chance."""
    towns = tuple(chance.sample(TOWNS.split(), chance.randint(5, 9)))
    estates = tuple(_estate(chance, name, towns) for name in chance.sample(ESTATES.split(), chance.randint(4, 9)))
    planned = sum(each.planned for each in estates)
    shares = [planned * part // 100 for part in (45, 22, 11)]
    funds = (*shares, planned - sum(shares))
    answered = chance.randint(150, 480)
    return County(
        f"{chance.choice(COUNTIES.split())}县",
        chance.randint(2019, 2024),
        towns,
        estates,
        funds,
        sum(each.spent for each in estates),
        tuple(_account(chance, name, 40_00, 90_000_00) for name in _INCOME),
        tuple(_account(chance, name, 60_00, 40_000_00) for name in chance.sample(_SPENDING, chance.randint(5, 8))),
        tuple(_task(chance, each, towns) for each in chance.sample(_TASKS, 4)),
        _indicators(chance),
        answered + chance.randint(3, 60),
        answered,
        answered - chance.randint(4, 30),
    )


def _estate(chance: Random, name: str, towns: tuple[str, ...]) -> Estate:
    buildings = chance.randint(2, 19)
    households = buildings * chance.randint(20, 45) + chance.randint(0, 9)
    area = households * chance.randint(80, 115) // 100 + chance.randint(1, 9)
    planned = households * chance.randint(180, 320) + chance.randint(1, 99)
    return Estate(f"{name}小区", chance.choice(towns), buildings, households, area, planned, planned * 93 // 100 - 17)


_INCOME = ("税收收入", "非税收入", "上级补助收入", "调入资金")
_SPENDING = (
    *("一般公共服务支出", "公共安全支出", "教育支出", "科学技术支出", "社会保障和就业支出", "卫生健康支出"),
    *("节能环保支出", "城乡社区支出", "农林水支出", "交通运输支出", "住房保障支出"),
)


def _account(chance: Random, name: str, least: int, most: int) -> Account:
    now = chance.randint(least, most)
    before = now * chance.randint(70, 130) // 100 + chance.randint(1, 99)
    budget = now * chance.randint(100, 118) // 100 + chance.randint(1, 99)
    return Account(name, budget, now, before)


_TASKS = (
    ("农村危房改造", "户", 12, 160),
    ("户用厕所改造", "户", 60, 900),
    ("农村公路硬化", "公里", 4, 40),
    ("村级文化广场建设", "个", 2, 18),
    ("困难老年人居家适老化改造", "户", 15, 120),
    ("公办幼儿园新增学位", "个", 40, 420),
    ("失业人员再就业培训", "人次", 50, 700),
    ("保障性租赁住房筹集", "套", 30, 480),
)


def _task(chance: Random, matter: tuple[str, str, int, int], towns: tuple[str, ...]) -> Task:
    name, unit, least, most = matter
    planned = tuple(chance.randint(least, most) for _ in towns)
    done = tuple(max(1, each * chance.randint(70, 100) // 100) for each in planned)
    return Task(name, unit, towns, planned, done, tuple(each * chance.randint(90, 240) + 7 for each in done))


def _indicators(chance: Random) -> tuple[Indicator, ...]:
    """Weights add up to 100."""
    return tuple(
        Indicator(
            group, name, target, actual, weight, weight * 100 if chance.random() < 0.5 else weight * 100 - taken * 25
        )
        for group, name, target, actual, weight in _INDICATORS
        for taken in [chance.randint(1, 6)]
    )


_INDICATORS = (
    ("项目决策", "立项依据充分性", "充分", "充分", 8),
    ("项目决策", "绩效目标合理性", "合理", "较合理", 7),
    ("项目过程", "资金到位及时性", "及时", "及时", 10),
    ("项目过程", "制度执行有效性", "有效", "有效", 15),
    ("项目产出", "任务完成情况", "全部完成", "按期完成", 20),
    ("项目产出", "工程质量达标情况", "达标", "达标", 15),
    ("项目效益", "居住条件改善程度", "明显", "明显", 15),
    ("项目效益", "受益群众认可程度", "认可", "认可", 10),
)
