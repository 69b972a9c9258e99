"""一次评价的结果：逐项的分、总分区间、等级和底线；只是数据，怎么印由别处管。"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from anju.kernel.finding import Finding
from anju.kernel.outcome import Missing, NotApplicable
from anju.measures._measure import Sum
from anju.measures._resolve import SumValue
from anju.policy.scheme import Item, Part, Scheme, points_text
from anju.scoring.county import County
from anju.scoring.evidence import Cap
from anju.scoring.scored import Outcome


@dataclass(frozen=True)
class PartScore:
    """One scoring point after evidence. Points in 1/10000; `sums` are those the rule looked at."""

    part: Part
    title: str
    confirmed: int
    at_most: int
    outcome: Outcome
    working: tuple[str, ...]
    sums: dict[str, tuple[Sum, SumValue]]
    cap: Cap

    def as_json(self) -> dict[str, Any]:
        return {
            "measure": self.part.measure,
            "sums": {n: {"value": _text(v.exact), "unit": s.unit} for n, (s, v) in self.sums.items()},
            "rule": self.part.rule,
            "points": points_text(self.part.points),
            **outcome_json(self.outcome, self.confirmed, self.at_most),
            "working": list(self.working),
        }


@dataclass(frozen=True)
class ItemScore:
    item: Item
    parts: tuple[PartScore, ...]
    outcome: Outcome

    @property
    def grade(self) -> str | None:
        """The poorest evidence among the parts, None where one has none at all."""
        grades = [part.cap.grade for part in self.parts if part.cap.kinds]
        return None if None in grades else max((g for g in grades if g), default=None)

    @property
    def confirmed(self) -> int:
        return sum(part.confirmed for part in self.parts)

    @property
    def at_most(self) -> int:
        return sum(part.at_most for part in self.parts)

    def as_json(self) -> dict[str, Any]:
        return {
            "code": self.item.code,
            "title": self.item.title,
            "points": points_text(self.item.points),
            **outcome_json(self.outcome, self.confirmed, self.at_most),
            "parts": [part.as_json() for part in self.parts],
            "evidence": [cap.as_json() for cap in dict.fromkeys(part.cap for part in self.parts)],
        }


@dataclass(frozen=True)
class Evaluation:
    """Total as an interval in 1/10000 points; `grade` only when both ends lie in one band and all gates passed.

    `grades` are those of both ends; `findings` the gates that were not passed; `late` when evidence can no longer be
    handed in.
    """

    county: County
    scheme: Scheme
    items: tuple[ItemScore, ...]
    confirmed: int
    at_most: int
    grade: str | None
    grades: tuple[str, str]
    findings: tuple[Finding, ...]
    late: bool

    @property
    def why_no_grade(self) -> str:
        """Why no grade can be given, and which are possible by points alone; "" when there is one."""
        low, high = self.grades
        if self.grade:
            return ""
        if self.findings:
            return f"底线未过或说不清；只按分数，已证实的为“{low}”，最多为“{high}”"
        return f"已证实的为“{low}”，最多为“{high}”，不在同一档"

    def as_json(self) -> dict[str, Any]:
        return {
            "total": {"confirmed": points_text(self.confirmed), "at_most": points_text(self.at_most)},
            "grade": self.grade,
            "items": [item.as_json() for item in self.items],
        }


def outcome_json(outcome: Outcome, confirmed: int, at_most: int) -> dict[str, Any]:
    """Points, outcome and why, as the command line's JSON has them: both null when not applicable."""
    why = None
    if isinstance(outcome, NotApplicable):
        return {"confirmed": None, "at_most": None, "outcome": outcome.kind, "why": outcome.why}
    if isinstance(outcome, Missing):
        why = outcome.what
    return {
        "confirmed": points_text(confirmed),
        "at_most": points_text(at_most),
        "outcome": outcome.kind,
        "why": why,
    }


def _text(value: int | None) -> str | None:
    return None if value is None else str(value)
