"""绩效目标共用：一个目标完成了几成，分值怎么分摊。"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from anju.kernel.unit import half_up
from anju.measures.catalogue import MODULES, title
from anju.scoring.county import County
from anju.scoring.goal_actual import actual as actual_of
from anju.scoring.printed import thousandths
from anju.scoring.scored import percent

Goal = dict[str, Any]
IN_WORDS = "定性"
BANDS = "goals/qualitative_bands"


@dataclass(frozen=True)
class Attained:
    """Least and most share of a goal's points, with the arithmetic in words. `known` is False when a fact lacks."""

    low: Fraction
    high: Fraction
    says: str
    known: bool = True


def lacks(what: str) -> Attained:
    return Attained(Fraction(0), Fraction(1), what, known=False)


def attained(goal: Goal, county: County) -> Attained:
    """Met → all; not met → actual over target, or the inverse where less is better; in words → its band."""
    relations = county.occasion.words("goal_relations").terms
    if goal["relation"] not in relations:
        return lacks(f"没有写指标性质（{'、'.join(relations)}）")
    direction = relations[goal["relation"]].text("direction")
    if direction == "judged":
        return _in_words(goal, county)
    target, actual = goal["target_milli"], told(goal, county)
    if target is None:
        return lacks("没有指标值")
    if actual is None:
        return lacks(_untold(goal))
    unit = goal["unit"] or ""
    said = f"目标{goal['relation']}{thousandths(target)}{unit}，实际{thousandths(actual)}{unit}"
    share = share_of(direction, actual, target)
    return Attained(share, share, said if share == 1 else f"{said}，按{percent(share)}计")


def told(goal: Mapping[str, Any], county: County) -> int | None:
    """What was attained in thousandths of the goal's unit, as the goal itself says or else its measure."""
    stated: int | None = goal["actual_milli"]
    return actual_of(goal["measure"], goal["unit"], county) if stated is None else stated


def _untold(goal: Goal) -> str:
    if not goal["measure"]:
        return "实际完成值未填报"
    if goal["measure"] not in MODULES:
        return f"没有名为“{goal['measure']}”的口径，实际完成值也未填报"
    name = title(goal["measure"])
    if not goal["unit"]:
        return f"没有写度量单位，不知道与口径“{name}”的哪个数比，实际完成值也未填报"
    return f"口径“{name}”算不出，或与目标的单位“{goal['unit']}”不同类，实际完成值也未填报"


def share_of(direction: str, actual: int, target: int) -> Fraction:
    """`direction` as in vocabulary goal_relations: up, down or equal."""
    if {"up": actual >= target, "down": actual <= target, "equal": actual == target}[direction]:
        return Fraction(1)
    below, above = sorted((actual, target))
    return Fraction(max(below, 0), above) if above > 0 else Fraction(0)


def _in_words(goal: Goal, county: County) -> Attained:
    """A qualitative goal earns what its word of attainment stands for: an interval, never a made-up point in it."""
    words = []
    for band in county.occasion.parameter(BANDS).value.items():
        entry = band.mapping()
        words.append(entry["grade"].text())
        if words[-1] == goal["attained"]:
            low, high = entry["from"].fraction() / 100, entry["to"].fraction() / 100
            return Attained(low, high, f"定性，{words[-1]}，按{percent(low, 0)}至{percent(high, 0)}计")
    said = f"写的是“{goal['attained']}”，不是" if goal["attained"] else "没有写完成档次："
    return lacks(f"定性目标，{said}{'、'.join(words)}之一")


def shared_out(points: int, weights: list[int | None]) -> list[int] | None:
    """The points by the goals' own weights (equal when none has any), to the last 1/10000.

    None when only some have one, or one is below nothing: then nobody knows what each is worth.
    """
    given = [weight for weight in weights if weight is not None]
    if given and (len(given) < len(weights) or min(given) < 0):
        return None
    if not any(given):
        given = [1] * len(weights)
    total, shares, taken = sum(given), [], 0
    for running in range(1, len(given) + 1):
        upto = half_up(points * sum(given[:running]), total)
        shares.append(upto - taken)
        taken = upto
    return shares
