"""分档共用：读档、按比率取档；档内可以线性。"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from itertools import pairwise

from anju.policy.located import Located
from anju.policy.scheme import Part, points_text, read_points
from anju.scoring.scored import percent, portion


@dataclass(frozen=True)
class Band:
    """From `start` on (beyond it when `beyond`): `points` (1/10000), going straight to `until` at the band above."""

    start: Fraction
    beyond: bool
    points: int
    until: int | None

    def holds(self, share: Fraction) -> bool:
        return share > self.start if self.beyond else share >= self.start

    def at(self, share: Fraction, top: Fraction | None) -> Fraction:
        """Exact points at a share between its start and `top`, where the band above begins."""
        if self.until is None or top is None:
            return Fraction(self.points)
        return self.points + (self.until - self.points) * (share - self.start) / (top - self.start)


@cache
def read(part: Part) -> tuple[Band, ...]:
    """The bands, best ratio first. PolicyError at the line when they are out of order or pay other than the part."""
    if "bands" not in part.options:
        raise part.entry.fail(f"规则“{part.rule}”要写明 bands（各档）")
    where = part.options["bands"]
    return _sound(tuple(_band(entry) for entry in where.items()), where, part.points)


def _band(where: Located) -> Band:
    entry = where.mapping(("points",), ("from", "above", "until"))
    if ("from" in entry) == ("above" in entry):
        raise where.fail("每档写 from（含）或 above（不含）之一")
    start = entry["above"] if "above" in entry else entry["from"]
    if start.fraction() < 0:
        raise start.fail("比率不能为负")
    until = read_points(entry["until"]) if "until" in entry else None
    return Band(start.fraction(), "above" in entry, read_points(entry["points"]), until)


@cache
def shares(table: Located, points: int) -> tuple[Band, ...]:
    """The bands of a parameter that states percentages and shares of the full points, for so many points."""
    return _sound(tuple(_share(entry, points) for entry in table.items()), table, points)


def _share(where: Located, points: int) -> Band:
    entry = where.mapping(("from", "to", "open_from", "open_to", "share_from", "share_to"), ())
    low, high = (portion(points, entry[key].fraction()) for key in ("share_from", "share_to"))
    until = high if high != low else None
    return Band(entry["from"].fraction() / 100, entry["open_from"].flag(), low, until)


def _sound(bands: tuple[Band, ...], where: Located, points: int) -> tuple[Band, ...]:
    if not bands or bands[-1].start != 0 or bands[-1].beyond:
        raise where.fail("最后一档须从 0 起")
    if any(above.start <= below.start for above, below in pairwise(bands)):
        raise where.fail("各档须按比率从高到低写")
    if bands[0].until is not None:
        raise where.fail("最高的一档上面没有档了，不能再往上升降")
    best = max(max(band.points, band.until or 0) for band in bands)
    if best != points:
        raise where.fail(f"最好的一档得{points_text(best)}分，应为评分点的{points_text(points)}分")
    return bands


def span(bands: Sequence[Band], low: Fraction, high: Fraction | None) -> tuple[Fraction, Fraction]:
    """Least and most points that a share between `low` and `high` (None: open) can earn, up to any nearness.

    Within a band points run straight, so the extremes lie at the ends of the piece of it that [low, high] cuts out.
    """
    found: list[Fraction] = []
    for index, band in enumerate(bands):
        top = bands[index - 1].start if index else None
        first, last = max(low, band.start), _least(high, top)
        if last is None or first < last:
            found += [band.at(first, top), band.at(first if last is None else last, top)]
        elif first == last and _held(bands, index, first):
            found.append(band.at(first, top))
    return min(found), max(found)


def _held(bands: Sequence[Band], index: int, share: Fraction) -> bool:
    return bands[index].holds(share) and not any(above.holds(share) for above in bands[:index])


def _least(high: Fraction | None, top: Fraction | None) -> Fraction | None:
    return min((end for end in (high, top) if end is not None), default=None)


def in_words(bands: Sequence[Band]) -> str:
    """「90%以上得10分；80%以上得8分，线性升至10分」."""
    said = []
    for band in bands:
        start = f"超过{percent(band.start)}" if band.beyond else f"{percent(band.start)}以上"
        going = "升" if band.until is not None and band.until >= band.points else "降"
        until = f"，线性{going}至{points_text(band.until)}分" if band.until is not None else ""
        said.append(f"{start}得{points_text(band.points)}分{until}")
    return "；".join(said)
