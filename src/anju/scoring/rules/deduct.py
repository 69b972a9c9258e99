"""扣分：从满分起，每有一项扣若干，扣完为止；有一票否决的扣光。"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from anju.policy.located import Located
from anju.policy.scheme import SCALE, Part, points_text
from anju.scoring.county import County
from anju.scoring.rules._sums import named, words
from anju.scoring.scored import Scored, known, missing

OPTIONS = ("deductions", "needs")


@dataclass(frozen=True)
class Deduction:
    """`each` points (1/10000) per unit of the sum; None = one is enough to lose everything."""

    name: str
    each: int | None


def uses(part: Part) -> tuple[str, ...]:
    """`needs` (optional) names a sum without which nothing can be said, such as the number of instalments."""
    if "deductions" not in part.options:
        raise part.entry.fail("扣分规则须写 deductions")
    needed = (part.options["needs"].text(),) if "needs" in part.options else ()
    return (*needed, *(each.name for each in _deductions(part)))


def says(part: Part, titles: Mapping[str, str]) -> str:
    """The rule in words, for whoever reads the scoring table."""
    return "；".join(
        f"{titles[each.name]}有1即扣光" if each.each is None else f"{titles[each.name]}每1扣{points_text(each.each)}分"
        for each in _deductions(part)
    )


def score(part: Part, county: County) -> Scored:
    values = named(part, county)
    unknown = [name for name in uses(part) if values[name].absent]
    if unknown:
        return missing(part.points, "、".join(words(part, county, name) for name in unknown))
    least = most = 0
    for each in _deductions(part):
        low, high = values[each.name].low, values[each.name].high
        least += _lost(part, each, low)
        most += part.points if high is None else _lost(part, each, high)
    confirmed, at_most = max(0, part.points - most), max(0, part.points - least)
    said = "、".join(words(part, county, name) for name in uses(part))
    taken = points_text(part.points - confirmed)
    return known(confirmed, at_most, (said, f"{points_text(part.points)}分－扣{taken}分＝{points_text(confirmed)}分"))


def _lost(part: Part, each: Deduction, count: int) -> int:
    if each.each is None:
        return part.points if count else 0
    return min(part.points, each.each * count)


def _deductions(part: Part) -> list[Deduction]:
    return [_deduction(entry) for entry in part.options["deductions"].items()]


def _deduction(where: Located) -> Deduction:
    entry = where.mapping(("sum",), ("each", "all"))
    if ("each" in entry) == ("all" in entry):
        raise where.fail("每条扣分写 each（每项扣几分）或 all: true（有一项即扣光）之一")
    each = int(entry["each"].decimal() * SCALE) if "each" in entry else None
    return Deduction(entry["sum"].text(), each)
