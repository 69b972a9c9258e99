"""一条规则的结果：已证实多少、最多多少、为什么，算式一步一行。"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from anju.kernel.outcome import Missing, NotApplicable, Value
from anju.kernel.unit import half_up
from anju.policy.scheme import points_text

Outcome = Value[Any] | NotApplicable | Missing


@dataclass(frozen=True)
class Scored:
    """Points in 1/10000. `low` is proved by the facts alone (evidence is looked at later), `high` still possible."""

    low: int
    high: int
    outcome: Outcome
    working: tuple[str, ...] = ()


def missing(points: int, what: str) -> Scored:
    return Scored(0, points, Missing(what), (f"{what}：0分，补齐后最多{points_text(points)}分",))


def not_applicable(why: str) -> Scored:
    return Scored(0, 0, NotApplicable(why), (f"不适用：{why}",))


def known(low: int, high: int, working: tuple[str, ...]) -> Scored:
    return Scored(low, high, Value(low), working)


def portion(points: int, share: Fraction) -> int:
    """Points × share, halves away from zero."""
    return half_up(points * share.numerator, share.denominator)


def percent(share: Fraction, places: int = 2) -> str:
    """A share as a percentage, without trailing zeros: 1/3 → 33.33%, 1/2 → 50%."""
    scaled = half_up(share.numerator * 100 * 10**places, share.denominator)
    whole, rest = divmod(scaled, 10**places)
    return f"{whole}.{rest:0{places}d}".rstrip("0").rstrip(".") + "%" if places else f"{whole}%"


def still_open(low: int, high: int) -> str:
    """How a line of working ends where something has not been reported."""
    return f"，未填报的补齐后最多{points_text(high)}分" if low < high else ""


@dataclass(frozen=True)
class Ratio:
    """Numerator over denominator of one county, as an interval when rows are unknown (`high` None: open)."""

    low: Fraction
    high: Fraction | None
    whole: int
