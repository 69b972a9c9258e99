"""按比例：得分＝分值×完成数÷应有数，不超过分值。"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from anju.policy.scheme import Part, points_text
from anju.scoring.county import County
from anju.scoring.rules._sums import divided, pair, words
from anju.scoring.scored import Scored, known, percent, portion, still_open

OPTIONS = ("done", "of")
MEASURED = True


def uses(part: Part) -> tuple[str, ...]:
    """Numerator and denominator, by default those of the measure's own ratio."""
    return pair(part)


def says(part: Part, _: Mapping[str, str]) -> str:
    """The rule in words, for whoever reads the scoring table."""
    return f"得分＝{points_text(part.points)}分×比率，最多{points_text(part.points)}分"


def score(part: Part, county: County) -> Scored:
    done, whole = pair(part)
    found = divided(part, county, done, whole)
    if isinstance(found, Scored):
        return found
    low = min(found.low, Fraction(1))
    high = Fraction(1) if found.high is None else min(found.high, Fraction(1))
    confirmed, at_most = portion(part.points, low), portion(part.points, high)
    capped = "，超过100%按100%计" if found.low > 1 else ""
    line = f"{words(part, county, done)}÷{words(part, county, whole)}＝{percent(found.low)}{capped}"
    product = f"{points_text(part.points)}分×{percent(low)}＝{points_text(confirmed)}分"
    return known(confirmed, at_most, (line, product + still_open(confirmed, at_most)))
