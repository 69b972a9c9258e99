"""分档：比率落在哪一档得哪一档的分。"""

from __future__ import annotations

from collections.abc import Mapping

from anju.kernel.unit import half_up
from anju.policy.scheme import Part, points_text
from anju.scoring.county import County
from anju.scoring.rules._bands import in_words, read, span
from anju.scoring.rules._sums import named, pair, words
from anju.scoring.scored import Scored, known, missing, not_applicable, percent, ratio

OPTIONS = ("done", "of", "bands")


def uses(part: Part) -> tuple[str, ...]:
    read(part)
    return pair(part)


def says(part: Part, _: Mapping[str, str]) -> str:
    """The rule in words, for whoever reads the scoring table."""
    return in_words(read(part))


def score(part: Part, county: County) -> Scored:
    done, whole = pair(part)
    found = ratio(named(part, county), done, whole)
    if isinstance(found, str):
        return (
            missing(part.points, words(part, county, found))
            if found
            else not_applicable(f"{words(part, county, whole)}，没有可比的")
        )
    bands = read(part)
    top = max(bands[0].start, found.low) + 1
    low, high = span(bands, found.low, top if found.high is None else found.high)
    confirmed, at_most = (half_up(p.numerator, p.denominator) for p in (low, high))
    line = f"{words(part, county, done)}÷{words(part, county, whole)}＝{percent(found.low)}"
    return known(confirmed, at_most, (line, _band_words(confirmed, at_most)))


def _band_words(low: int, high: int) -> str:
    if low == high:
        return f"按所在档得{points_text(low)}分"
    return f"按所在档得{points_text(low)}分，未填报的补齐后最多{points_text(high)}分"
