"""合计、目标和说法：全年加起来多少，绩效目标完成到哪，自评报告印了哪些数。"""

from __future__ import annotations

from dataclasses import dataclass

from anju.examples.fictional._county import Cohort, Row, Rows
from anju.examples.fictional.aftercare import satisfied, valid
from anju.examples.fictional.contracts import fees, retention
from anju.examples.fictional.moves import shares
from anju.kernel.area import wan_square_metres
from anju.kernel.money import wan
from anju.kernel.unit import decimal_text, half_up
from anju.policy.loader import Policy

LOCAL = ("自治区(省)", "市", "县")
POINT = 10_000
Goal = tuple[str, str, str, int, int | None, str, int, str | None]
"""Kind, title, relation, target and actual in thousandths, unit, points, measure."""


@dataclass(frozen=True)
class Total:
    """What the year's places add up to: counts, dm², 分."""

    communities: int
    buildings: int
    households: int
    renovated: int
    area_dm2: int
    invested_fen: int
    central_fen: int
    local_fen: int
    residents_fen: int
    paid_fen: int
    valid: int
    satisfied: int


def rows(year: Cohort, policy: Policy) -> Rows:
    """For a year that has communities."""
    total = totals(year)
    return {
        "goals": _goals(year, total),
        "statements": _statements(year, total),
        "judgements": _judgements(year, policy),
    }


def totals(year: Cohort) -> Total:
    places, given = year.places, [shares(place) for place in year.places]
    fee = sum(each.amount_fen for each in fees(year))
    invested = sum(p.settled_fen for p in places) + fee
    return Total(
        communities=len(places),
        buildings=sum(p.buildings for p in places),
        households=sum(p.households for p in places),
        renovated=sum(p.renovated for p in places),
        area_dm2=sum(p.area_dm2 for p in places),
        invested_fen=invested,
        central_fen=sum(each["中央"] for each in given),
        local_fen=sum(each[source] for each in given for source in LOCAL) + fee,
        residents_fen=sum(each["居民"] for each in given),
        paid_fen=invested - (sum(retention(p) for p in places) if year.retained else 0),
        valid=sum(valid(p) for p in places),
        satisfied=sum(satisfied(p) for p in places),
    )


def _goals(year: Cohort, total: Total) -> list[Row]:
    names = ("kind", "title", "relation", "target_milli", "actual_milli", "unit", "weight", "measure")
    goals = [*_outputs(total), *_effects(total)]
    return [{"id": f"MB{year.mark}-{n:02d}", **dict(zip(names, goal, strict=True))} for n, goal in enumerate(goals, 1)]


def _outputs(total: Total) -> list[Goal]:
    """Fifty points. Where no actual is given, the measure says it."""
    cost = half_up(total.invested_fen, total.households * 1000)
    return [
        *_volumes(total),
        ("数量", "改造老化管线", "≥", total.buildings * 270, None, "km", 5 * POINT, "effects.aged_pipes"),
        ("数量", "整修道路", "≥", total.households * 6_000, None, "㎡", 5 * POINT, "effects.roads"),
        ("质量", "一次验收合格率", "=", 100_000, None, "%", 10 * POINT, "quality.first_time_acceptance"),
        ("时效", "按期完工率", "=", 100_000, None, "%", 5 * POINT, "progress.finished"),
        ("成本", "户均改造投资", "≤", 3_000, cost, "万元/户", 5 * POINT, None),
    ]


def _volumes(total: Total) -> list[Goal]:
    """The four quantities of the programme."""
    communities, buildings = total.communities * 1000, total.buildings * 1000
    households, area = total.households * 1000, total.area_dm2 * 10
    return [
        ("数量", "改造小区数", "=", communities, communities, "个", 5 * POINT, "quantities.communities"),
        ("数量", "改造楼栋数", "=", buildings, buildings, "栋", 5 * POINT, "quantities.buildings"),
        ("数量", "改造户数", "≥", households, total.renovated * 1000, "户", 5 * POINT, "quantities.households"),
        ("数量", "改造建筑面积", "≥", area, area, "㎡", 5 * POINT, "quantities.area"),
    ]


def _effects(total: Total) -> list[Goal]:
    """Thirty points for effects, ten for satisfaction."""
    households = total.households * 1000
    residents = half_up(total.residents_fen * 100_000, total.invested_fen)
    return [
        ("经济效益", "居民出资占比", "≥", 4_000, residents, "%", 5 * POINT, None),
        ("社会效益", "受益居民户数", "≥", households, None, "户", 5 * POINT, "effects.households"),
        ("社会效益", "急难愁盼问题解决率", "≥", 95_000, None, "%", 5 * POINT, "problems.solved"),
        ("生态效益", "恢复绿化面积", "≥", households * 3, None, "㎡", 5 * POINT, "effects.green"),
        ("可持续影响", "物业服务覆盖率", "=", 100_000, None, "%", 10 * POINT, "governance.property_service"),
        ("满意度", "居民满意度", "≥", 90_000, None, "%", 10 * POINT, "survey.satisfaction"),
    ]


def _statements(year: Cohort, total: Total) -> list[Row]:
    """What the county's own report prints, each figure at its place and to the printed decimals."""
    satisfaction = decimal_text(half_up(total.satisfied * 10_000, total.valid), 100, 2)
    said = [
        ("小区数", str(total.communities), "个", "计划", "一、基本情况"),
        ("楼栋数", str(total.buildings), "栋", "计划", "一、基本情况"),
        ("户数", str(total.households), "户", "计划", "一、基本情况"),
        ("改造面积", wan_square_metres(total.area_dm2), "万㎡", "计划", "一、基本情况"),
        ("总投资", wan(total.invested_fen), "万元", "全县", "一、基本情况"),
        ("上级到位资金", wan(total.central_fen), "万元", "全县", "二、资金情况"),
        ("地方配套资金", wan(total.local_fen), "万元", "全县", "二、资金情况"),
        ("到位资金", wan(total.invested_fen), "万元", "全县", "二、资金情况"),
        ("拨付资金", wan(total.invested_fen), "万元", "全县", "二、资金情况"),
        ("支付资金", wan(total.paid_fen), "万元", "全县", "二、资金情况"),
        ("完工小区数", str(total.communities), "个", "实际", "三、产出情况"),
        ("满意率", satisfaction, "%", "全县", "三、满意度"),
        ("样本数", str(total.valid), "份", "全县", "三、满意度"),
    ]
    names = ("subject", "value", "unit", "scope", "place")
    return [
        {"id": f"SF{year.mark}-{n:02d}", "period": f"{year.year}年", **dict(zip(names, each, strict=True))}
        for n, each in enumerate(said, 1)
    ]


def _judgements(year: Cohort, policy: Policy) -> list[Row]:
    """Every point that a shipped table leaves to judgement, judged by a named (invented) person."""
    parts = [part for scheme in policy.schemes.values() for item in scheme.items.values() for part in item.parts]
    judged = sorted({part.options["as"].text() for part in parts if part.rule == "judged" and "as" in part.options})
    verdict = {"share": 9_500, "reason": "材料齐全，个别附件格式不一", "by": "（虚构）评审组长"}
    return [{"item": item, **verdict, "judged_on": year.day(1, 26, 1)} for item in judged]
