"""手续：居民表决、审批、检查、验收、移交。"""

from __future__ import annotations

from datetime import date, timedelta

from anju.examples.fictional._county import Cohort, Place, Row, Rows, fingerprint

HANDED = {
    "水": "供水公司",
    "电": "供电公司",
    "热": "供热公司",
    "排水": "排水单位",
    "通信": "通信运营商",
    "充电": "运营单位",
}
EXEMPT = {"规划意见": (1, 28), "消防意见": (1, 29), "环评登记": (1, 30)}
GRANTED = {
    "联合审查意见": (1, 10),
    "立项批复": (1, 17),
    "概算批复": (1, 20),
    "统筹施工方案批准": (2, 24),
    "施工许可": (4, 4),
    "质量安全监督登记": (4, 6),
    "开工令": (4, 10),
    "工程变更批准": (7, 12),
}
INSPECTIONS = {"质量监督抽查": "县质监站", "安全监督检查": "县质监站", "居民监督": "居民代表监督小组"}


def rows(year: Cohort) -> Rows:
    places = year.places
    return {
        "consents": [row for place in places for row in _votes(year, place)],
        "approvals": [*_county_approvals(year), *(row for place in places for row in _approvals(year, place))],
        "inspections": [row for place in places for row in _inspections(year, place)],
        "acceptances": [_acceptance(year, place) for place in places],
        "handovers": [row for place in places for row in _handovers(year, place)],
    }


def _votes(year: Cohort, place: Place) -> list[Row]:
    """Heads and exclusive area are both counted; nine in ten take part, nineteen in twenty of them agree."""
    matters = ["改造意愿征集", "改造方案", "选聘物业", *(["加装电梯"] if place.with_lifts else [])]
    rows = []
    for n, matter in enumerate(matters, 1):
        heads, area = place.households * 9 // 10, place.area_dm2 * 91 // 100
        counts = {"owners_total": place.households, "owners_took_part": heads, "owners_agreed": heads * 19 // 20}
        areas = {
            "area_total_dm2": place.area_dm2,
            "area_took_part_dm2": area,
            "area_agreed_dm2": area * 19 // 20,
        }
        row = {"id": f"BJ{year.mark}-{place.number + 1:02d}-{n}", "community": place.local, "matter": matter}
        text = {"plan_hash": fingerprint(f"{place.local} {matter}文本")}
        days = {"notice_on": year.day(12, 1, -1), "decided_on": year.day(12, 20, -1) + timedelta(days=n)}
        rows.append({**row, **text, **days, **counts, **areas})
    return rows


def _county_approvals(year: Cohort) -> list[Row]:
    if not year.places:
        return []
    return [{**_approval("年度计划批复", "全县", year.day(11, 28, -1)), "id": f"SP{year.mark}-00-1"}]


def _approvals(year: Cohort, place: Place) -> list[Row]:
    granted = [(kind, year.day(*day), False) for kind, day in GRANTED.items()]
    exempt = [(kind, year.day(*day), True) for kind, day in EXEMPT.items()]
    filed = [("竣工备案", place.accepted + timedelta(days=8), False)]
    return [
        {
            **_approval(kind, place.local, day, exempted),
            "id": f"SP{year.mark}-{place.number + 1:02d}-{n:02d}",
            "community": place.local,
        }
        for n, (kind, day, exempted) in enumerate([*granted, *exempt, *filed], 1)
    ]


def _approval(kind: str, about: str, day: date, exempt: bool = False) -> Row:
    number = f"清住建审〔{day.year}〕{day.timetuple().tm_yday}号（{about}）"
    return {"kind": kind, "number": number, "granted": not exempt, "exempt": exempt, "approved_on": day}


def _inspections(year: Cohort, place: Place) -> list[Row]:
    return [
        {
            "id": f"JC{year.mark}-{place.number + 1:02d}-{n}",
            "community": place.local,
            "kind": kind,
            "inspected_on": place.started + timedelta(days=35 * n),
            "inspector": inspector,
            "defects": (place.number + n) % 3,
            "mended": (place.number + n) % 3,
            "upheld": False,
        }
        for n, (kind, inspector) in enumerate(INSPECTIONS.items(), 1)
    ]


def _acceptance(year: Cohort, place: Place) -> Row:
    return {
        "id": f"YS{year.mark}-{place.number + 1:02d}",
        "community": place.local,
        "accepted_on": place.accepted,
        "passed": True,
        "first_time": True,
        "parties": 5,
        "resident_signed": True,
        "filed_on": place.accepted + timedelta(days=8),
    }


def _handovers(year: Cohort, place: Place) -> list[Row]:
    return [
        {
            "id": f"YJ{year.mark}-{place.number + 1:02d}-{n}",
            "community": place.local,
            "asset": asset,
            "receiver": receiver,
            "handed": True,
            "handed_on": place.accepted + timedelta(days=14),
            "act": f"清移字〔{year.year}〕{place.number * 10 + n}号",
        }
        for n, (asset, receiver) in enumerate(HANDED.items(), 1)
    ]
