"""一张图的定义：矩形、线、文字，坐标以毫米计；写成 SVG 或 EMF 都从这里来。"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Ink(StrEnum):
    """What an area or line stands for; the writers choose colour and hatching that also read in grey print."""

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
class Box:
    """A filled area; `ink` POSSIBLE is hatched, LOST empty with an outline."""

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
    """A flow from a left edge to a right edge, both vertical: (x1, y1..y1+h1) to (x2, y2..y2+h2)."""

    x1: float
    y1: float
    h1: float
    x2: float
    y2: float
    h2: float
    ink: Ink


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
    """`name` is the file of reports/pictures that drew it; `width` and `height` in mm."""

    name: str
    width: float
    height: float
    shapes: tuple[Shape, ...]
