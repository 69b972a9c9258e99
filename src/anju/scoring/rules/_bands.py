"""分档共用：读档、按比率取档；档内可以线性。"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from anju.policy.located import Located
from anju.policy.scheme import SCALE, Part, points_text
from anju.scoring.scored import percent


@dataclass(frozen=True)
class Band:
    """From `start` on (beyond it when `beyond`): `points`, rising linearly to `until` at the band above."""

    start: Fraction
    beyond: bool
    points: int
    until: int | None

    def holds(self, share: Fraction) -> bool:
        return share > self.start if self.beyond else share >= self.start


def read(part: Part) -> tuple[Band, ...]:
    """The bands, best ratio first. PolicyError at the line when they are out of order or pay more than the part."""
    if "bands" not in part.options:
        raise part.entry.fail("分档规则须写 bands")
    bands = tuple(_band(entry) for entry in part.options["bands"].items())
    for entry, band in zip(part.options["bands"].items(), bands, strict=True):
        if max(band.points, band.until or 0) > part.points:
            raise entry.fail("档内分值超过了评分点的分值")
    if any(above.start <= below.start for above, below in pairwise(bands)):
        raise part.options["bands"].fail("各档须按比率从高到低写")
    if bands[-1].start != 0 or bands[-1].beyond:
        raise part.options["bands"].fail("最后一档须从 0 起")
    return bands


def _band(where: Located) -> Band:
    entry = where.mapping(("points",), ("from", "above", "until"))
    if ("from" in entry) == ("above" in entry):
        raise where.fail("每档写 from（含）或 above（不含）之一")
    start = entry["above"] if "above" in entry else entry["from"]
    until = _points(entry["until"]) if "until" in entry else None
    return Band(start.fraction(), "above" in entry, _points(entry["points"]), until)


def _points(where: Located) -> int:
    return int(where.decimal() * SCALE)


def at(bands: Sequence[Band], share: Fraction) -> Fraction:
    """Exact points (1/10000) of a ratio."""
    for index, band in enumerate(bands):
        if band.holds(share):
            if band.until is None or index == 0:
                return Fraction(band.points)
            top = bands[index - 1].start
            return band.points + (band.until - band.points) * (share - band.start) / (top - band.start)
    raise AssertionError("the last band begins at 0")


def span(bands: Sequence[Band], low: Fraction, high: Fraction) -> tuple[Fraction, Fraction]:
    """Least and most points over [low, high]: extremes lie at the ends or where a band begins."""
    inside = [band.start for band in bands if low < band.start <= high]
    just_below = [at(bands[i + 1 :], b.start) for i, b in enumerate(bands[:-1]) if low < b.start <= high]
    found = [at(bands, share) for share in (low, high, *inside)]
    return min(found + just_below), max(found + just_below)


def in_words(bands: Sequence[Band]) -> str:
    """「90%以上得10分；80%以上得8分，升至10分」."""
    said = []
    for band in bands:
        start = f"超过{percent(band.start)}" if band.beyond else f"{percent(band.start)}以上"
        rising = f"，线性升至{points_text(band.until)}分" if band.until is not None else ""
        said.append(f"{start}得{points_text(band.points)}分{rising}")
    return "；".join(said)
