"""按个数：有几项得几档的分。"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from anju.policy.scheme import Part, points_text, read_points
from anju.scoring.county import County
from anju.scoring.rules._sums import may_be_some, named, words
from anju.scoring.scored import Scored, known, missing, still_open

OPTIONS = ("positive", "steps")
MEASURED = True


def uses(part: Part) -> tuple[str, ...]:
    """`positive` names the sums of which those above zero are counted; `steps` says what a count is worth."""
    for key in OPTIONS:
        if key not in part.options:
            raise part.entry.fail(f"规则“{part.rule}”要写明 {key}")
    _steps(part)
    return part.options["positive"].texts()


def says(part: Part, _: Mapping[str, str]) -> str:
    """The rule in words, for whoever reads the scoring table."""
    return "、".join(f"有{count}项得{points_text(points)}分" for count, points in _steps(part))


def score(part: Part, county: County) -> Scored:
    values, names = named(part, county), uses(part)
    have = [name for name in names if values[name].low > 0]
    open_ = [name for name in names if name not in have and may_be_some(values[name])]
    if all(values[name].absent for name in names):
        return missing(part.points, "、".join(words(part, county, name) for name in names))
    low, high = _worth(part, len(have)), _worth(part, len(have) + len(open_))
    lines = [f"有{len(have)}项：{'、'.join(words(part, county, name) for name in have) or '无'}"]
    lines += (
        ["、".join(words(part, county, name) for name in names if name not in have)] if len(have) < len(names) else []
    )
    lines.append(f"{len(have)}项得{points_text(low)}分{still_open(low, high)}")
    return known(low, high, tuple(lines))


@cache
def _steps(part: Part) -> tuple[tuple[int, int], ...]:
    """(count, points), least count first; the most must be the part's points, and within reach."""
    where, names = part.options["steps"], part.options["positive"].texts()
    entries = where.mapping()
    for count, points in entries.items():
        if not (count.isascii() and count.isdigit() and 1 <= int(count) <= len(names)):
            raise points.fail(f"“{count}”不是1到{len(names)}之间的个数")
    steps = sorted((int(count), read_points(points)) for count, points in entries.items())
    best = max((points for _, points in steps), default=0)
    if best != part.points:
        raise where.fail(f"最好的一档得{points_text(best)}分，应为评分点的{points_text(part.points)}分")
    return tuple(steps)


def _worth(part: Part, count: int) -> int:
    return max((points for least, points in _steps(part) if least <= count), default=0)
