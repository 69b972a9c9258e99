"""逐项核对：有一项得一项的分，记录为没有的得0分，没说的算未知。"""

from __future__ import annotations

from collections.abc import Mapping

from anju.policy.scheme import Part, points_text, read_points
from anju.scoring.county import County
from anju.scoring.rules._sums import may_be_some, named
from anju.scoring.scored import Scored, known, missing

OPTIONS = ("entries",)
MEASURED = True


def uses(part: Part) -> tuple[str, ...]:
    """`entries` maps sums to points that make up the part's points."""
    if "entries" not in part.options:
        raise part.entry.fail(f"规则“{part.rule}”要写明 entries（各项的分值）")
    worth = _worth(part)
    total = sum(worth.values())
    if not worth or total != part.points:
        raise part.options["entries"].fail(f"各项合计{points_text(total)}分，应为{points_text(part.points)}分")
    return tuple(worth)


def says(part: Part, titles: Mapping[str, str]) -> str:
    """The rule in words, for whoever reads the scoring table."""
    return "、".join(f"{titles[name]}{points_text(points)}分" for name, points in _worth(part).items())


def score(part: Part, county: County) -> Scored:
    values, worth = named(part, county), _worth(part)
    titles = {name: county.declared[part.measure or ""][name].title for name in worth}
    if all(values[name].absent for name in worth):
        return missing(part.points, f"{'、'.join(titles.values())}有没有未填报")
    low = high = 0
    lines = []
    for name, points in worth.items():
        have, open_ = values[name].low > 0, may_be_some(values[name])
        low += points if have else 0
        high += points if have or open_ else 0
        says = f"有，得{points_text(points)}分" if have else "未填报，0分" if open_ else "没有，0分"
        lines.append(f"{titles[name]}：{says}")
    return known(low, high, tuple(lines))


def _worth(part: Part) -> dict[str, int]:
    return {name: read_points(points) for name, points in part.options["entries"].mapping().items()}
