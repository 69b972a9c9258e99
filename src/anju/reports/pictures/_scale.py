"""图的刻度：总是从零起，刻度取整，几张图一个画法。"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from anju.kernel.unit import decimal_text
from anju.reports.picture import Ink, Label, Line, Shape
from anju.reports.pictures._words import SMALL


@dataclass(frozen=True, slots=True)
class Scale:
    """From 0 at `left` to `top` (in the unit shown) at `left` + `length` mm."""

    left: float
    length: float
    top: Fraction
    step: Fraction

    def mm(self, value: Fraction | int) -> float:
        """How long a value is drawn; nothing is drawn for what is below 0."""
        return float(Fraction(value) / self.top) * self.length if value > 0 else 0.0

    def ticks(self) -> Iterator[Fraction]:
        value = Fraction(0)
        while value <= self.top:
            yield value
            value += self.step


def scale(left: float, length: float, most: Fraction | int, parts: int = 5) -> Scale:
    """A scale that holds `most`, with at most `parts` even steps of 1, 2 or 5 times a power of ten, from 1 upwards."""
    step = Fraction(1)
    while step * parts < most:
        step *= Fraction(5, 2) if str(step)[0] == "2" else 2
    steps = max(-(-Fraction(most) // step), 1)
    return Scale(left, length, step * steps, step)


def axis(of: Scale, above: float, below: float, unit: str) -> list[Shape]:
    """Faint lines at the ticks from `above` down to `below`, their numbers under them, the unit after the last."""
    shapes: list[Shape] = []
    for tick in of.ticks():
        x = of.left + of.mm(tick)
        shapes.append(Line(x, above, x, below, Ink.QUIET if tick == 0 else Ink.LINE))
        words = decimal_text(tick, 1) + (unit if tick == of.top else "")
        shapes.append(Label(x, below + 4, words, "middle", SMALL, Ink.QUIET))
    return shapes
