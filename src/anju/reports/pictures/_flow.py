"""资金图怎么排：左边来源，中间到位和拨付，右边去向；高低与金额成比例，不知道的画成斜线。"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from anju.kernel.outcome import Value
from anju.reports.picture import Band, Box, Ink, Label, Shape
from anju.reports.pictures._amounts import Amount
from anju.reports.pictures._table import made_up, plain
from anju.reports.pictures._words import SMALL, broken, fitted, wide

TALL = 84.0
"""mm of the largest amount."""
STUB = 9.0
"""mm of an amount nobody reported: its height says nothing."""
NODE = 4.0
"""Width of the upright boxes."""
PITCH = 9.5
"""Two lines of words need as much."""
LINE = 3.8
TOP = 14.0


@dataclass(frozen=True)
class Bar:
    """An upright box, by its left edge and upper end."""

    amount: Amount
    x: float
    y: float
    height: float
    ink: Ink

    @property
    def right(self) -> float:
        return self.x + NODE

    def box(self) -> Box:
        found = self.amount.found
        return Box(self.x, self.y, NODE, self.height, self.ink, found.value.id if isinstance(found, Value) else "")


def height(amount: Amount, most: Fraction, unknown: float = STUB) -> float:
    """In proportion to the largest amount; `unknown` for one that nobody reported."""
    return unknown if amount.fen is None else max(float(amount.fen / most) * TALL, 0.0)


def node(amount: Amount, x: float, most: Fraction, unknown: float, ink: Ink) -> Bar:
    return Bar(amount, x, TOP, height(amount, most, unknown), ink if amount.fen is not None else Ink.POSSIBLE)


def stacked(amounts: Sequence[Amount], x: float, most: Fraction, ink: Ink) -> list[Bar]:
    """Below each other, far enough apart for their words."""
    bars, y = [], TOP
    for amount in amounts:
        tall = height(amount, most)
        bars.append(Bar(amount, x, y, tall, Ink.POSSIBLE if amount.fen is None or amount.rest else ink))
        y += max(tall + 2.5, PITCH + (2 * LINE if amount.note else 0))
    return bars


def into(bars: Sequence[Bar], to: Bar, ink: Ink) -> list[Shape]:
    """From each bar on the left into the node on its right, one below the other, as far as the node reaches."""
    shapes: list[Shape] = []
    y = to.y
    for bar in bars:
        tall = max(min(bar.height, to.y + to.height - y), 0.0)
        shapes.append(Band(bar.right, bar.y, bar.height, to.x, y, tall, _of(bar, to, ink)))
        y += tall
    return shapes


def out_of(start: Bar, bars: Sequence[Bar], ink: Ink, skip: float = 0.0) -> list[Shape]:
    """From the node to each bar on its right; `skip` mm of the node have been used already."""
    shapes: list[Shape] = []
    y = start.y + skip
    for bar in bars:
        tall = max(min(bar.height, start.y + start.height - y), 0.0)
        shapes.append(Band(start.right, y, tall, bar.x, bar.y, bar.height, _of(bar, start, ink)))
        y += tall
    return shapes


def _of(bar: Bar, other: Bar, ink: Ink) -> Ink:
    """Where one end is not known, or nobody told of it, the way is hatched."""
    return Ink.POSSIBLE if Ink.POSSIBLE in (bar.ink, other.ink) else ink


def beside(bar: Bar, room: float, left: bool) -> list[Shape]:
    """Title and amount in two lines, on the left or right of a bar; under them what would tell more."""
    x, anchor = (bar.x - 1.5, "end") if left else (bar.right + 1.5, "start")
    middle = bar.y + max(bar.height, PITCH - 2.5) / 2
    made = made_up(bar.amount.found)
    title = bar.amount.title + made
    if wide(title, SMALL) > room:
        title = bar.amount.title.partition("（")[0] + made
    lines = [plain(bar.amount.found, "万元"), *broken(bar.amount.note, room, SMALL)]
    return [
        Label(x, middle - 0.6, fitted(title, room, SMALL), anchor, SMALL),
        *(Label(x, middle - 0.6 + LINE * n, text, anchor, SMALL, Ink.QUIET) for n, text in enumerate(lines, 1)),
    ]


def above(bar: Bar) -> list[Shape]:
    """Title and amount over a node."""
    x, words = bar.x + NODE / 2, plain(bar.amount.found, "万元")
    return [
        Label(x, TOP - 6, bar.amount.title + made_up(bar.amount.found), "middle"),
        Label(x, TOP - 1.8, words, "middle", SMALL, Ink.QUIET),
    ]
