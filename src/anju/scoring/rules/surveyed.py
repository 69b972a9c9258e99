"""问卷分档：满意率按档计分；样本不够的最多得一部分；只说满意、没有份数的算未知。"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from anju.facts.occasion import Occasion
from anju.kernel.unit import half_up
from anju.policy.scheme import Part, points_text
from anju.scoring.county import County
from anju.scoring.rules._bands import Band, in_words, read, shares, span
from anju.scoring.rules._sums import divided, named, option, pair, words
from anju.scoring.scored import Ratio, Scored, known, percent, portion, still_open

OPTIONS = ("done", "of", "bands", "frame", "short_share")
MEASURED = True


def uses(part: Part) -> tuple[str, ...]:
    """`frame` names the sum of households to be asked; `short_share` is what a sample too small may still earn."""
    if _parameter(part) is None:
        read(part)
    _short(part)
    return (*pair(part), option(part, "frame"))


def check(part: Part, occasion: Occasion) -> None:
    code = _parameter(part)
    if code is not None and code not in occasion.policy.parameters:
        raise part.options["bands"].fail(f"没有名为“{code}”的参数")
    _bands(part, occasion)


def says(part: Part, _: Mapping[str, str]) -> str:
    """The rule in words, for whoever reads the scoring table."""
    code = _parameter(part)
    bands = f"按满意率分档（参数{code}）" if code else in_words(read(part))
    return f"{bands}；样本不足最多{points_text(_short(part))}分"


def sample_needed(frame: int, n0: Fraction) -> int:
    """Smallest sufficient sample for a frame: n0/(1+(n0−1)/N) rounded up; 776 households → 258."""
    size = n0 / (1 + (n0 - 1) / frame)
    return -(-size.numerator // size.denominator)


def score(part: Part, county: County) -> Scored:
    done, whole = pair(part)
    found = divided(part, county, done, whole)
    if isinstance(found, Scored):
        return found
    ends = span(
        _bands(part, county.occasion), found.low, max(found.low, Fraction(1)) if found.high is None else found.high
    )
    low, high = (half_up(points.numerator, points.denominator) for points in ends)
    ratio = f"{words(part, county, done)}÷{words(part, county, whole)}＝{percent(found.low)}"
    line = f"{ratio}，按所在档得{points_text(low)}分"
    enough, sample = _sample(part, county, found)
    cap = _short(part)
    confirmed, at_most = (low if enough else min(low, cap)), (min(high, cap) if enough is False else high)
    earned = f"得{points_text(confirmed)}分{still_open(confirmed, at_most)}"
    return known(confirmed, at_most, (line, f"{sample}，{earned}"))


def _parameter(part: Part) -> str | None:
    """The code of the parameter that holds the bands, where the table does not write its own."""
    written = "bands" in part.options and part.options["bands"].is_list
    return None if written else option(part, "bands")


def _bands(part: Part, occasion: Occasion) -> tuple[Band, ...]:
    code = _parameter(part)
    return shares(occasion.parameter(code).value, part.points) if code else read(part)


def _sample(part: Part, county: County, found: Ratio) -> tuple[bool | None, str]:
    """Whether enough households were asked (None: nobody knows), and in words."""
    frame, cap = option(part, "frame"), points_text(_short(part))
    households = named(part, county)[frame].exact
    if households == 0:
        return False, f"应调查0户而有效{found.whole}份，对不上，最多认{cap}分"
    if households is None:
        return None, f"{words(part, county, frame)}，样本够不够说不清，最多认{cap}分"
    needed = sample_needed(households, county.occasion.share("satisfaction/sample_confidence"))
    asked = f"应调查{households}户，至少须{needed}份，有效{found.whole}份"
    return (True, f"{asked}，样本足够") if found.whole >= needed else (False, f"{asked}，样本不足，最多认{cap}分")


def _short(part: Part) -> int:
    option(part, "short_share")
    share = part.options["short_share"].fraction()
    if not 0 <= share <= 1:
        raise part.options["short_share"].fail("short_share 是0到1之间的份额")
    return portion(part.points, share)
