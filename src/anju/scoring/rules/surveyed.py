"""问卷分档：满意率按档计分；样本不够的最多得一部分；只说满意、没有份数的算未知。"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from anju.kernel.unit import half_up
from anju.policy.scheme import Part, points_text
from anju.scoring.county import County
from anju.scoring.rules._bands import in_words, read, span
from anju.scoring.rules._sums import named, pair, words
from anju.scoring.scored import Scored, known, missing, not_applicable, percent, portion, ratio

OPTIONS = ("done", "of", "bands", "frame", "short_share")


def uses(part: Part) -> tuple[str, ...]:
    """`frame` names the sum of households to be asked; `short_share` is what a sample too small may still earn."""
    for key in ("frame", "short_share"):
        if key not in part.options:
            raise part.entry.fail(f"问卷分档规则须写 {key}")
    read(part)
    return (*pair(part), part.options["frame"].text())


def sample_needed(frame: int, n0: Fraction) -> int:
    """Smallest sufficient sample for a frame: n0/(1+(n0−1)/N) rounded up; 776 households → 258."""
    size = n0 / (1 + (n0 - 1) / frame)
    return -(-size.numerator // size.denominator)


def says(part: Part, _: Mapping[str, str]) -> str:
    """The rule in words, for whoever reads the scoring table."""
    cap = portion(part.points, part.options["short_share"].fraction())
    return f"{in_words(read(part))}；样本不足最多{points_text(cap)}分"


def score(part: Part, county: County) -> Scored:
    values, (done, whole, frame) = named(part, county), uses(part)
    found = ratio(values, done, whole)
    if isinstance(found, str):
        if found:
            return missing(part.points, words(part, county, found))
        return not_applicable(f"{words(part, county, whole)}，没有可比的")
    bands = read(part)
    ends = span(bands, found.low, Fraction(1) if found.high is None else found.high)
    low, high = (half_up(p.numerator, p.denominator) for p in ends)
    quotient = f"{words(part, county, done)}÷{words(part, county, whole)}＝{percent(found.low)}"
    lines = [f"{quotient}，按所在档得{points_text(low)}分"]
    cap = portion(part.points, part.options["short_share"].fraction())
    households = values[frame].exact
    if not households:
        lines.append(f"{words(part, county, frame)}，样本够不够说不清，先按最多{points_text(cap)}分计")
        return known(min(low, cap), high, tuple(lines))
    needed = sample_needed(households, county.occasion.share("satisfaction/sample_confidence"))
    if found.whole >= needed:
        lines.append(f"应调查{households}户，至少须{needed}份，有效{found.whole}份，样本足够")
        return known(low, high, tuple(lines))
    lines.append(f"应调查{households}户，至少须{needed}份，有效{found.whole}份，样本不足，最多{points_text(cap)}分")
    return known(min(low, cap), min(high, cap), tuple(lines))
