"""扣分：从满分起，每有一项扣若干，扣完为止；有一票否决的扣光。"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from anju.policy.located import Located
from anju.policy.scheme import Part, points_text, read_points
from anju.scoring.county import County
from anju.scoring.rules._sums import named, words
from anju.scoring.scored import Scored, known, missing, not_applicable, still_open

OPTIONS = ("deductions", "needs")
MEASURED = True


@dataclass(frozen=True)
class Deduction:
    """`each` points (1/10000) per unit of the sum; None = one is enough to lose everything."""

    name: str
    each: int | None

    def lost(self, part: Part, count: int) -> int:
        if self.each is None:
            return part.points if count > 0 else 0
        return min(part.points, self.each * max(count, 0))


def uses(part: Part) -> tuple[str, ...]:
    """`needs` (optional) names a sum without which nothing can be said, such as the number of instalments."""
    return (*_needed(part), *(each.name for each in _deductions(part)))


def says(part: Part, titles: Mapping[str, str]) -> str:
    """The rule in words, for whoever reads the scoring table."""
    return "；".join(
        f"{titles[each.name]}有1即扣光" if each.each is None else f"{titles[each.name]}每1扣{points_text(each.each)}分"
        for each in _deductions(part)
    )


def score(part: Part, county: County) -> Scored:
    values, names = named(part, county), tuple(dict.fromkeys(uses(part)))
    unknown = [name for name in names if values[name].absent]
    if unknown:
        return missing(part.points, "、".join(words(part, county, name) for name in unknown))
    for name in _needed(part):
        if values[name].exact == 0:
            return not_applicable(f"{words(part, county, name)}，没有可扣的")
    least = most = 0
    for each in _deductions(part):
        low, high = values[each.name].low, values[each.name].high
        least, most = least + each.lost(part, low), most + (part.points if high is None else each.lost(part, high))
    confirmed, at_most = max(0, part.points - most), max(0, part.points - least)
    said = "、".join(words(part, county, name) for name in names)
    taken = f"{points_text(part.points)}分－扣{points_text(part.points - confirmed)}分＝{points_text(confirmed)}分"
    return known(confirmed, at_most, (said, taken + still_open(confirmed, at_most)))


def _needed(part: Part) -> tuple[str, ...]:
    return (part.options["needs"].text(),) if "needs" in part.options else ()


@cache
def _deductions(part: Part) -> tuple[Deduction, ...]:
    if "deductions" not in part.options:
        raise part.entry.fail(f"规则“{part.rule}”要写明 deductions（扣什么、扣几分）")
    found = tuple(_deduction(entry) for entry in part.options["deductions"].items())
    if not found:
        raise part.options["deductions"].fail("至少要有一条扣分")
    return found


def _deduction(where: Located) -> Deduction:
    entry = where.mapping(("sum",), ("each", "all"))
    if ("each" in entry) == ("all" in entry) or ("all" in entry and not entry["all"].flag()):
        raise where.fail("每条扣分写 each（每项扣几分）或 all: true（有一项即扣光）之一")
    return Deduction(entry["sum"].text(), read_points(entry["each"]) if "each" in entry else None)
