"""一张图的定义：矩形、线、文字，坐标以毫米计；写成 SVG 或 EMF 都从这里来。"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType


class Ink(StrEnum):
    """What an area or line stands for; `LOOKS` says how it looks, so that both writers draw the same."""

    TEXT = "text"
    QUIET = "quiet"
    LINE = "line"
    PROVED = "proved"
    POSSIBLE = "possible"
    LOST = "lost"
    PLAN = "plan"
    SOURCE = "source"
    USE = "use"


@dataclass(frozen=True, slots=True)
class Look:
    """How an ink is drawn, as #rrggbb; solid colours only, since EMF knows no opacity.

    `fill` is an area's ground (None = none), `edge` its outline, `pale` the ground of a Band, which lies behind text;
    `hatched`: 45° lines in `edge` over the ground, `HATCH_STEP` mm apart and `HATCH_WIDTH` mm wide, in Box and Band.
    Text and lines take `edge`. Each pair that can stand side by side also differs in grey print.
    """

    fill: str | None
    edge: str
    pale: str
    hatched: bool = False


HATCH_STEP = 1.6
HATCH_WIDTH = 0.35
LINE_WIDTH = 0.25
"""mm; outlines and lines alike."""

LOOKS: Mapping[Ink, Look] = MappingProxyType(
    {
        Ink.TEXT: Look("#1f2328", "#1f2328", "#eaeef2"),
        Ink.QUIET: Look("#57606a", "#57606a", "#eaeef2"),
        Ink.LINE: Look("#d8dee4", "#d8dee4", "#eaeef2"),
        Ink.PROVED: Look("#1a7f37", "#1a7f37", "#cfe8d5"),
        Ink.POSSIBLE: Look("#ffffff", "#9a6700", "#ffffff", hatched=True),
        Ink.LOST: Look("#ffffff", "#57606a", "#ffffff"),
        Ink.PLAN: Look("#d0d7de", "#57606a", "#eaeef2"),
        Ink.SOURCE: Look("#0b57a4", "#0b57a4", "#d3e3f3"),
        Ink.USE: Look("#1f2328", "#1f2328", "#dfe3e8"),
    }
)


@dataclass(frozen=True, slots=True)
class Box:
    """A filled area; `ink` POSSIBLE is hatched, LOST empty with an outline. `figure` is the id of what it shows."""

    x: float
    y: float
    width: float
    height: float
    ink: Ink
    figure: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    x1: float
    y1: float
    x2: float
    y2: float
    ink: Ink = Ink.LINE


@dataclass(frozen=True, slots=True)
class Band:
    """A flow from a left edge to a right edge, both vertical: (x1, y1..y1+h1) to (x2, y2..y2+h2).

    Its upper and lower border are cubic curves whose control points lie halfway, (x1+x2)/2, at the heights of the
    ends: `curves` gives them. It has no outline, except that of a hatched ink.
    """

    x1: float
    y1: float
    h1: float
    x2: float
    y2: float
    h2: float
    ink: Ink

    def curves(self) -> tuple[tuple[float, float], ...]:
        """Eight points: start, two controls and end of the upper border, then of the lower one, back to the left."""
        half, low1, low2 = (self.x1 + self.x2) / 2, self.y1 + self.h1, self.y2 + self.h2
        above = ((self.x1, self.y1), (half, self.y1), (half, self.y2), (self.x2, self.y2))
        return (*above, (self.x2, low2), (half, low2), (half, low1), (self.x1, low1))


@dataclass(frozen=True, slots=True)
class Label:
    """One line of text; `x`, `y` the anchor on the base line, `anchor` start, middle or end; `size` in mm."""

    x: float
    y: float
    text: str
    anchor: str = "start"
    size: float = 3.6
    ink: Ink = Ink.TEXT
    figure: str = ""


Shape = Box | Line | Band | Label


@dataclass(frozen=True, slots=True)
class Picture:
    """`name` is the file of reports/pictures that drew it; `width` and `height` in mm, at most 156 × 200 so that it
    fits the page of an official document. Shapes are drawn in their order, later ones on top."""

    name: str
    width: float
    height: float
    shapes: tuple[Shape, ...]
