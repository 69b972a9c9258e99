"""储备库和改造任务：小区、改造内容、问题清单。"""

from __future__ import annotations

from datetime import timedelta

from anju.examples.fictional._county import Cohort, Place, Row, Rows

DOSSIER = ("basic", "wish", "plan", "progress", "pictures")
PROBLEMS = {
    "排水管线老化": "排水管网改造",
    "道路破损": "道路整修",
    "路灯缺失": "照明改造",
    "停车难": "停车位增设",
    "飞线充电": "电动自行车充电",
    "消防通道占用": "消防通道打通",
}


def rows(year: Cohort) -> Rows:
    return {
        "communities": [_community(year, place) for place in year.places],
        "renovations": [_renovation(year, place) for place in year.places],
        "work_items": [row for place in year.places for row in _works(place)],
        "problems": [row for place in year.places for row in _problems(year, place)],
    }


def _community(year: Cohort, place: Place) -> Row:
    return {
        "community": place.local,
        "name": place.name,
        "street": f"城关街道第{place.number % 5 + 1}社区",
        "address": f"清河县人民路{place.number * 12 + 8}号",
        "built_year": 1983 + place.number * 3 % 17,
        "built_proof": f"竣工验收证明{place.local}",
        "land": "国有",
        "buildings": place.buildings,
        "households": place.households,
        "area_dm2": place.area_dm2,
        "in_library": True,
        "entered_on": year.day(6, 15, -1),
        "rank": place.number + 1 if year.retained else None,
        **{f"dossier_{part}": True for part in DOSSIER},
    }


def _renovation(year: Cohort, place: Place) -> Row:
    return {
        "community": place.local,
        "stage": "长效管理",
        "from_library": True,
        "area_package": place.group,
        "buildings_planned": place.buildings,
        "households_planned": place.households,
        "area_planned_dm2": place.area_dm2,
        "buildings_actual": place.buildings,
        "households_actual": place.renovated,
        "area_actual_dm2": place.area_dm2,
        "reused_dm2": 6_000 + place.number % 5 * 2_000,
        "listed_on": year.day(11, 30, -1),
        "start_planned_on": year.day(4, 20),
        "finish_planned_on": year.day(10, 31),
        "started_on": place.started,
        "finished_on": place.finished,
    }


def _quantities(place: Place) -> dict[str, tuple[int, int, int]]:
    """Work → quantity, before, after, in whole units (metres for the works counted in km)."""
    b, h, green = place.buildings, place.households, place.households * 3
    found = {
        "供水管网改造": (b * 85, b * 85, 0),
        "排水管网改造": (b * 110, b * 110, 0),
        "供热管网改造": (b * 75, b * 75, 0),
        "强弱电线缆规整": (b * 60, b * 60, 0),
        "窨井盖更换": (b * 6, 0, b * 6),
        "道路整修": (h * 6, 0, h * 6),
        "消防通道打通": (2, 0, 2),
        "拆除违法建设": (b * 18, b * 18, 0),
        "恢复绿化": (green, h, h + green),
        "照明改造": (b * 5, b, b * 6),
        "停车位增设": (h // 5, h // 8, h // 8 + h // 5),
        "电动自行车充电": (h // 4, 0, h // 4),
        "汽车充电桩": (4, 0, 4),
        "无障碍设施": (b, 0, b),
        "节能改造": (h * 42, 0, h * 42),
        "健身器材": (3, 1, 4),
        "休闲场地维修": (h * 2, h * 2, h * 2),
    }
    lifts = {"加装电梯": (2, 0, 2)} if place.with_lifts else {}
    return {**found, **lifts, "养老服务设施" if place.number % 2 else "便利店": (1, 0, 1)}


def _works(place: Place) -> list[Row]:
    """Metres of a work counted in km are its thousandths already; every other count is taken thousandfold."""
    in_km = ("供水管网改造", "排水管网改造", "供热管网改造", "强弱电线缆规整")
    rows = []
    for work, amounts in _quantities(place).items():
        done, before, after = (n if work in in_km else n * 1000 for n in amounts)
        row = {"work": work, "planned_milli": done, "done_milli": done, "accepted_milli": done}
        rows.append({"community": place.local, **row, "before_milli": before, "after_milli": after})
    return rows


def _problems(year: Cohort, place: Place) -> list[Row]:
    answers = PROBLEMS | ({"上下楼不便": "加装电梯"} if place.with_lifts else {})
    return [
        {
            "id": f"WT{year.mark}-{place.number + 1:02d}-{n}",
            "community": place.local,
            "kind": kind,
            "description": f"{place.name}{kind}",
            "found_by": "社区居民代表",
            "found_on": year.day(5, 20, -1) + timedelta(days=n),
            "work": work,
            "solved": True,
            "solved_on": place.finished,
        }
        for n, (kind, work) in enumerate(answers.items(), 1)
    ]
