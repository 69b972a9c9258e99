"""按县里自己的绩效目标计分：达到得满分，没达到按实际与目标之比，定性的按完成档次。"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from anju.facts.occasion import Occasion
from anju.facts.tables.goals import TABLE as GOALS
from anju.measures._measure import Supply
from anju.policy.scheme import SCALE, Part, points_text
from anju.scoring.county import County
from anju.scoring.rules._goals import BANDS, IN_WORDS, Goal, attained, shared_out, told
from anju.scoring.rules._sums import option
from anju.scoring.scored import Scored, known, missing, portion

OPTIONS = ("group",)
MEASURED = False
ONE = 1000
"""What is assumed where any value will do: one of the goal's unit."""


def uses(part: Part) -> tuple[str, ...]:
    """`group` names the goals' group of the form: 产出, 效益 or 满意度."""
    option(part, "group")
    return ()


def check(part: Part, occasion: Occasion) -> None:
    words = occasion.words("goal_kinds")
    if not words.codes("group", option(part, "group")):
        groups = dict.fromkeys(term.text("group") for term in words.terms.values())
        raise part.options["group"].fail(f"没有名为“{option(part, 'group')}”的一组指标；有：{'、'.join(groups)}")


def says(part: Part, _: Mapping[str, str]) -> str:
    """The rule in words, for whoever reads the scoring table."""
    return f"{option(part, 'group')}类目标按各自分值分摊{points_text(part.points)}分"


def score(part: Part, county: County) -> Scored:
    goals = _goals(part, county)
    if not goals:
        return missing(part.points, f"没有{option(part, 'group')}类绩效目标")
    shares = shared_out(part.points, [goal["weight"] for goal in goals])
    if shares is None:
        return missing(part.points, f"{option(part, 'group')}类绩效目标有的没有写分值，或分值为负，无从分摊")
    low = high = 0
    lines: list[str] = []
    found = [attained(goal, county) for goal in goals]
    for goal, points, each in zip(goals, shares, found, strict=True):
        low, high = low + portion(points, each.low), high + portion(points, each.high)
        lines.append(
            f"{goal['title']}（{points_text(points)}分）：{each.says}，得{points_text(portion(points, each.low))}分"
        )
    if not any(each.known for each in found):
        return missing(part.points, "；".join(lines))
    return known(low, high, tuple(lines))


def supplies(part: Part, county: County) -> list[Supply]:
    """What the group's goals do not say, each at the best value that what they do say admits."""
    goals, kinds = _goals(part, county), _kinds(part, county)
    weights = [goal["weight"] for goal in goals]
    if goals and shared_out(part.points, weights) and all(attained(goal, county).known for goal in goals):
        return []
    group = option(part, "group")
    best = {
        "relation": lambda asked: _relation(asked.row, county),
        "target_milli": lambda asked: _target(asked.row, county),
        "actual_milli": lambda asked: _actual(asked.row, county),
        "attained": lambda asked: _word(asked.row, county),
        "weight": lambda _: _weight(part.points, weights),
    }
    says = f"补登{group}类绩效目标：指标性质、指标值、实际完成值和分值；定性的写完成档次"
    return [Supply(GOALS, says, best, {"kind": kinds}, {"kind": kinds[0], "title": f"补登的{group}指标"})]


def _goals(part: Part, county: County) -> list[Goal]:
    return [goal for goal in county.goals if goal["kind"] in _kinds(part, county)]


def _kinds(part: Part, county: County) -> tuple[str, ...]:
    return county.occasion.words("goal_kinds").codes("group", option(part, "group"))


def _relation(goal: Mapping[str, Any], county: County) -> str:
    """The one that target and actual, where both are there, do meet; in words where there is but a word."""
    if _is_in_words(goal):
        return IN_WORDS
    target, actual = goal["target_milli"], told(goal, county)
    return "≤" if target is not None and actual is not None and actual < target else "≥"


def _target(goal: Mapping[str, Any], county: County) -> int | None:
    actual = told(goal, county)
    return None if _is_in_words(goal) else ONE if actual is None else actual


def _actual(goal: Mapping[str, Any], county: County) -> int | None:
    """The target itself; nothing where a measure tells what was attained."""
    if _is_in_words(goal) or told(goal, county) is not None:
        return None
    target = goal["target_milli"]
    return ONE if target is None else target


def _word(goal: Mapping[str, Any], county: County) -> str | None:
    best = next(iter(county.occasion.parameter(BANDS).value.items()))
    return best.mapping()["grade"].text() if _is_in_words(goal) else None


def _is_in_words(goal: Mapping[str, Any]) -> bool:
    numbers = goal["target_milli"], goal["actual_milli"]
    relation = IN_WORDS if goal["attained"] is not None and numbers == (None, None) else None
    return (goal["relation"] or relation) == IN_WORDS


def _weight(points: int, weights: list[int | None]) -> int | None:
    """What the weights of the others leave, in equal shares; none where no goal has one."""
    given = [weight for weight in weights if weight is not None]
    if not given:
        return None
    return max((points - sum(given)) // max(len(weights) - len(given), 1), SCALE)
