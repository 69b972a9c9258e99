"""按个数：有几项得几档的分。"""

from __future__ import annotations

from collections.abc import Mapping

from anju.policy.located import Located
from anju.policy.scheme import SCALE, Part, points_text
from anju.scoring.county import County
from anju.scoring.rules._sums import named, words
from anju.scoring.scored import Scored, known, missing

OPTIONS = ("positive", "steps")


def uses(part: Part) -> tuple[str, ...]:
    """`positive` names the sums of which those above zero are counted; `steps` says what a count is worth."""
    for key in OPTIONS:
        if key not in part.options:
            raise part.entry.fail(f"按个数的规则须写 {key}")
    _steps(part)
    return part.options["positive"].texts()


def says(part: Part, _: Mapping[str, str]) -> str:
    """The rule in words, for whoever reads the scoring table."""
    return "、".join(f"有{count}项得{points_text(points)}分" for count, points in _steps(part))


def score(part: Part, county: County) -> Scored:
    values, names = named(part, county), uses(part)
    have = [name for name in names if values[name].low > 0]
    open_ = [name for name in names if name not in have and (values[name].high is None or values[name].high)]
    low, high = _worth(part, len(have)), _worth(part, len(have) + len(open_))
    if not have and len(open_) == len(names):
        return missing(part.points, "、".join(words(part, county, name) for name in names))
    lines = [f"有{len(have)}项：{'、'.join(words(part, county, name) for name in have) or '无'}"]
    if open_:
        lines.append("、".join(words(part, county, name) for name in open_))
    lines.append(f"{len(have)}项得{points_text(low)}分")
    return known(low, high, tuple(lines))


def _steps(part: Part) -> list[tuple[int, int]]:
    """(count, points), least count first."""
    entries = part.options["steps"].mapping()
    return sorted((_count(part, count), int(value.decimal() * SCALE)) for count, value in entries.items())


def _count(part: Part, text: str) -> int:
    where: Located = part.options["steps"]
    if not text.isdigit():
        raise where.fail(f"“{text}”不是个数")
    return int(text)


def _worth(part: Part, count: int) -> int:
    return max((points for least, points in _steps(part) if least <= count), default=0)
