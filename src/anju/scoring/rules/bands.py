"""分档：比率落在哪一档得哪一档的分。"""

from __future__ import annotations

from collections.abc import Mapping

from anju.kernel.unit import half_up
from anju.policy.scheme import Part, points_text
from anju.scoring.county import County
from anju.scoring.rules._bands import in_words, read, span
from anju.scoring.rules._sums import divided, pair, words
from anju.scoring.scored import Scored, known, percent, still_open

OPTIONS = ("done", "of", "bands")
MEASURED = True


def uses(part: Part) -> tuple[str, ...]:
    """Numerator and denominator, by default those of the measure's own ratio."""
    read(part)
    return pair(part)


def says(part: Part, _: Mapping[str, str]) -> str:
    """The rule in words, for whoever reads the scoring table."""
    return in_words(read(part))


def score(part: Part, county: County) -> Scored:
    done, whole = pair(part)
    found = divided(part, county, done, whole)
    if isinstance(found, Scored):
        return found
    ends = span(read(part), found.low, found.high)
    confirmed, at_most = (half_up(points.numerator, points.denominator) for points in ends)
    line = f"{words(part, county, done)}÷{words(part, county, whole)}＝{percent(found.low)}"
    earned = f"按所在档得{points_text(confirmed)}分"
    return known(confirmed, at_most, (line, earned + still_open(confirmed, at_most)))
