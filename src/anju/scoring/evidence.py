"""佐证：材料好到什么等级，已证实的分就认到几成；最多的分在补证截止日前不受影响。"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from anju.policy.scheme import Part, Scheme
from anju.scoring.county import County
from anju.scoring.scored import percent


@dataclass(frozen=True)
class Cap:
    """What share of a part's proved points its evidence lets stand; `grade` the best found, None for none."""

    kinds: tuple[str, ...]
    share: Fraction
    grade: str | None
    line: str

    def as_json(self) -> dict[str, Any]:
        return {"kinds": list(self.kinds), "grade": self.grade, "share": percent(self.share), "working": self.line}


def cap(part: Part, county: County, scheme: Scheme) -> Cap:
    """The county-wide material counts for all; else each community's best, averaged over the plan's communities.

    The county's own statement (the kinds of evidence whose best grade is D) covers every part it speaks of.
    """
    if not part.evidence:
        return Cap((), Fraction(1), None, "")
    kinds = (*part.evidence, *county.occasion.words("evidence_kinds").codes("grade", "D"))
    places = _best(kinds, county.evidence)
    whole = places.pop("", None)
    shares = {place: _share(scheme, grade) for place, grade in places.items()}
    size = county.communities or max(len(shares), 1)
    floor = _share(scheme, whole)
    # A plan that names nobody may be told of with material for more places than it has communities: the best count.
    parts = sorted((max(floor, share) for share in shares.values()), reverse=True)[:size]
    share = (sum(parts, Fraction(0)) + floor * (size - len(parts))) / size
    best = min([grade for grade in (whole, *places.values()) if grade], default=None)
    return Cap(part.evidence, share, best, _line(whole, len(parts), size, share))


def _best(kinds: tuple[str, ...], evidence: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    best: dict[str, str] = {}
    for kind in kinds:
        for place, grade in evidence.get(kind, {}).items():
            best[place] = min(grade, best.get(place, grade))
    return best


def _share(scheme: Scheme, grade: str | None) -> Fraction:
    return Fraction(scheme.evidence_cap[grade or "none"], 100)


def _line(whole: str | None, places: int, size: int, share: Fraction) -> str:
    if places:
        return f"佐证：{size}个小区中{places}个有材料，按{percent(share)}计"
    if whole:
        return f"佐证最好的为{whole}级，按{percent(share)}计"
    return f"没有佐证，按{percent(share)}计"


def supplement_passed(scheme: Scheme, county: County) -> bool:
    """Whether material can no longer be handed in: the scheme's date in the year after the plan year is over."""
    if scheme.supplement is None:
        return False
    return county.occasion.as_of > county.occasion.parameter(scheme.supplement).day_of(county.occasion.year + 1)
