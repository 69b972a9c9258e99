"""底线：不计分；有一个不过就没有等级，有一个说不清也没有等级。"""

from __future__ import annotations

from collections.abc import Mapping

from anju.kernel.outcome import Missing, Value
from anju.policy.scheme import Part
from anju.scoring.county import County
from anju.scoring.rules._sums import named, option, words
from anju.scoring.scored import Scored

OPTIONS = ("passed", "failed", "of")
MEASURED = True


def uses(part: Part) -> tuple[str, ...]:
    """`passed`, `failed` and `of` name the sums: how many hold, how many do not, of how many."""
    if part.points:
        raise part.entry.fail("底线不计分，points 应为 0")
    return tuple(option(part, key) for key in OPTIONS)


def says(_: Part, __: Mapping[str, str]) -> str:
    """The rule in words, for whoever reads the scoring table."""
    return "全部通过才定等级；有一个不过或说不清就不定"


def score(part: Part, county: County) -> Scored:
    """Value(True) passed, Value(False) failed, Missing unknown; no points either way."""
    passed, failed, whole = uses(part)
    values = named(part, county)
    line = "，".join(words(part, county, name) for name in (whole, passed, failed))
    if values[failed].low > 0:
        return Scored(0, 0, Value(False), (line, "底线未通过"))
    total = values[whole].exact
    if total and values[passed].low >= total:
        return Scored(0, 0, Value(True), (line, "底线通过"))
    return Scored(0, 0, Missing(f"不能证明全部通过：{line}"), (line, "能否通过，现有材料说不清"))
