"""按县里自己的绩效目标计分：达到得满分，没达到按实际与目标之比，定性的按完成档次。"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from anju.kernel.unit import half_up
from anju.measures.catalogue import MODULES, measure
from anju.policy.scheme import Part, points_text
from anju.scoring.county import County
from anju.scoring.printed import thousandths
from anju.scoring.scored import Scored, known, missing, percent, portion

OPTIONS = ("group",)
Share = tuple[Fraction, Fraction, str] | str
"""Least and most share of a goal's points with the arithmetic in words; or what is missing."""


def uses(part: Part) -> tuple[str, ...]:
    """`group` names the goals' group of the form: 产出, 效益 or 满意度."""
    if "group" not in part.options:
        raise part.entry.fail("按目标计分的规则须写 group（产出、效益或满意度）")
    return ()


def says(part: Part, _: Mapping[str, str]) -> str:
    """The rule in words, for whoever reads the scoring table."""
    return f"{part.options['group'].text()}类目标按各自分值分摊{points_text(part.points)}分"


def score(part: Part, county: County) -> Scored:
    group = part.options["group"].text()
    kinds = county.occasion.words("goal_kinds").codes("group", group)
    goals = [goal for goal in county.goals if goal["kind"] in kinds]
    if not goals:
        return missing(part.points, f"没有{group}类绩效目标")
    low = high = 0
    lines: list[str] = []
    for goal, points in zip(goals, _shared_out(part.points, goals), strict=True):
        share = _attained(goal, county)
        if isinstance(share, str):
            high += points
            lines.append(f"{goal['title']}（{points_text(points)}分）：{share}，0分")
        else:
            low, high = low + portion(points, share[0]), high + portion(points, share[1])
            gained = points_text(portion(points, share[0]))
            lines.append(f"{goal['title']}（{points_text(points)}分）：{share[2]}，得{gained}分")
    if low == 0 and high == part.points:
        return missing(part.points, "；".join(lines))
    return known(low, high, tuple(lines))


def _shared_out(points: int, goals: list[dict[str, Any]]) -> list[int]:
    """The part's points by the goals' own weights (equal when none has any), to the last 1/10000."""
    weights = [goal["weight"] or 0 for goal in goals]
    if not any(weights):
        weights = [1] * len(goals)
    total, given, taken = sum(weights), [], 0
    for running in range(1, len(weights) + 1):
        upto = half_up(points * sum(weights[:running]), total)
        given.append(upto - taken)
        taken = upto
    return given


def _attained(goal: dict[str, Any], county: County) -> Share:
    if goal["relation"] is None:
        return "没有写指标性质（≥、=、≤或定性）"
    if goal["relation"] == "定性":
        return _in_words(goal, county)
    if goal["target_milli"] is None:
        return "没有指标值"
    actual = goal["actual_milli"] if goal["actual_milli"] is not None else _measured(goal["measure"], county)
    if actual is None:
        return "实际完成值未填报"
    target, unit = goal["target_milli"], goal["unit"] or ""
    said = f"目标{goal['relation']}{thousandths(target)}{unit}，实际{thousandths(actual)}{unit}"
    share = _share(goal["relation"], actual, target)
    return share, share, said if share == 1 else f"{said}，按{percent(share)}计"


def _share(relation: str, actual: int, target: int) -> Fraction:
    """Met → 1; not met → actual/target, or the inverse where less is better."""
    met = {"≥": actual >= target, "≤": actual <= target, "=": actual == target}[relation]
    if met:
        return Fraction(1)
    below, above = sorted((actual, target))
    return Fraction(max(below, 0), above) if above > 0 else Fraction(0)


def _in_words(goal: dict[str, Any], county: County) -> Share:
    """A qualitative goal earns what its word of attainment stands for: an interval, never a made-up point in it."""
    for band in county.occasion.parameter("goals/qualitative_bands").value.items():
        entry = band.mapping()
        if entry["grade"].text() == goal["attained"]:
            low, high = entry["from"].fraction() / 100, entry["to"].fraction() / 100
            return low, high, f"定性，{goal['attained']}，按{percent(low, 0)}至{percent(high, 0)}计"
    return "定性目标，没有可衡量的指标值，也没有写完成档次"


def _measured(code: str | None, county: County) -> int | None:
    """The measure's value in thousandths of the goal's unit: a percentage for a ratio, else its headline sum."""
    if not code or code not in MODULES:
        return None
    found, values = measure(code), county.values.get(code, {})
    if found.ratio:
        done, whole = (values[name].exact if name in values else None for name in found.ratio)
        return half_up(done * 100_000, whole) if done is not None and whole else None
    if found.headline is None or found.headline not in values:
        return None
    exact = values[found.headline].exact
    if exact is None or county.declared[code][found.headline].unit == "thousandth":
        return exact
    return exact * 1000
