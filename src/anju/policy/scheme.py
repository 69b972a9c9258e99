"""评分表：组、指标、评分点，以及权重必须处处合得拢的检查。"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from anju.kernel.citation import Citation
from anju.kernel.region import Region
from anju.policy.located import Located

SCALE = 10_000
"""Points are integers of 1/10000 (law 7)."""


@dataclass(frozen=True, eq=False)
class Part:
    """One scoring point: a measure (none where the county's own papers are scored), the rule, the most it can give.

    Each stands at one place of one file and equals no other, so that a rule may keep what it has read of its options.
    `evidence` lists the kinds of document of which the best one counts: its own, else those of its item.
    """

    measure: str | None
    rule: str
    points: int
    title: str
    evidence: tuple[str, ...]
    options: Mapping[str, Located]
    entry: Located


@dataclass(frozen=True)
class Item:
    """One indicator. A gate has 0 points."""

    code: str
    title: str
    group: str
    points: int
    parts: tuple[Part, ...]
    basis: Citation
    scoring: Citation
    entry: Located


@dataclass(frozen=True)
class Group:
    code: str
    title: str
    points: int
    basis: Citation
    entry: Located


@dataclass(frozen=True)
class Scheme:
    """A scoring table as resolved: everything it extends already merged in.

    `evidence_cap` is percent by grade; `grades` and `supplement` are codes of parameters; `entry` is where the total
    stands; `lineage` is this scheme and what it extends, nearest first.
    """

    code: str
    title: str
    region: Region
    years: tuple[int, int | None]
    total: int
    groups: Mapping[str, Group]
    items: Mapping[str, Item]
    basis: Citation
    grades: str
    evidence_cap: Mapping[str, int]
    evidence_cap_basis: Citation
    not_applicable: str
    not_applicable_basis: Citation
    supplement: str | None
    entry: Located
    lineage: tuple[str, ...]

    def covers(self, year: int) -> bool:
        first, last = self.years
        return first <= year and (last is None or year <= last)


def check_weights(scheme: Scheme) -> None:
    """Parts sum to their item, items to their group, groups to the total; else PolicyError at the line."""
    if scheme.total <= 0:
        raise scheme.entry.fail("总分应当大于零")
    for item in scheme.items.values():
        if item.group not in scheme.groups:
            raise item.entry.fail(f"指标{item.code}属于“{item.group}”，评分表里没有这一组")
        inside = sum(part.points for part in item.parts)
        _same(item.entry, f"指标{item.code}“{item.title}”各评分点", inside, item.points)
    for group in scheme.groups.values():
        inside = sum(item.points for item in scheme.items.values() if item.group == group.code)
        _same(group.entry, f"“{group.title}”组各指标", inside, group.points)
    _same(scheme.entry, "各组", sum(group.points for group in scheme.groups.values()), scheme.total)


def _same(where: Located, what: str, found: int, stated: int) -> None:
    if found != stated:
        raise where.fail(f"{what}合计{points_text(found)}分，应为{points_text(stated)}分")


def read_points(where: Located) -> int:
    """A number of points as integer of 1/10000. PolicyError below nothing or beyond four decimals."""
    scaled = Fraction(where.decimal()) * SCALE
    if scaled.denominator != 1 or scaled < 0:
        raise where.fail(f"“{where.text()}”不是分值：最多四位小数，不能为负")
    return scaled.numerator


def points_text(points: int) -> str:
    """1/10000 points as exact decimal without trailing zeros: 85000 → "8.5"."""
    sign, points = ("-", -points) if points < 0 else ("", points)
    whole, rest = divmod(points, SCALE)
    return f"{sign}{whole}.{rest:04d}".rstrip("0").rstrip(".")
