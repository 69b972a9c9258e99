"""规则共用：评分点用到哪些合计，合计怎么说，两个合计怎么相除。"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from anju.measures._resolve import SumValue
from anju.measures.catalogue import measure
from anju.policy.scheme import Part
from anju.scoring.county import County
from anju.scoring.printed import shown
from anju.scoring.scored import Ratio, Scored, missing, not_applicable


def option(part: Part, key: str) -> str:
    """A required option of one word."""
    if key not in part.options:
        raise part.entry.fail(f"规则“{part.rule}”要写明 {key}")
    return part.options[key].text()


def pair(part: Part) -> tuple[str, str]:
    """Numerator and denominator: as the part says, else the measure's own ratio."""
    own = measure(part.measure or "").ratio or ("", "")
    done = part.options["done"].text() if "done" in part.options else own[0]
    whole = part.options["of"].text() if "of" in part.options else own[1]
    if not done or not whole:
        raise part.entry.fail(f"口径“{part.measure}”不是比率，须写明 done 和 of")
    return done, whole


def named(part: Part, county: County) -> Mapping[str, SumValue]:
    """Every sum of the part's measure."""
    code = part.measure or ""
    return {name: county.value(code, name) for name in county.declared[code]}


def words(part: Part, county: County, name: str) -> str:
    code = part.measure or ""
    return shown(county.declared[code][name], county.value(code, name))


def may_be_some(value: SumValue) -> bool:
    """Whether the sum may still turn out to be above nothing."""
    return value.absent or value.high is None or value.high > 0


def divided(part: Part, county: County, done: str, whole: str) -> Ratio | Scored:
    """The ratio of two sums; or what the part scores where one is not known, or where there is nothing to divide by."""
    values = named(part, county)
    below, above = values[whole], values[done]
    if below.exact is None:
        return missing(part.points, words(part, county, whole))
    if below.exact == 0:
        return not_applicable(f"{words(part, county, whole)}，没有可比的")
    if below.exact < 0:
        return missing(part.points, f"{words(part, county, whole)}，是负数，请核对")
    if above.absent:
        return missing(part.points, words(part, county, done))
    # Corrections may take off more than there was; a share is not below nothing for that.
    high = None if above.high is None else Fraction(max(above.high, 0), below.exact)
    return Ratio(Fraction(max(above.low, 0), below.exact), high, below.exact)
