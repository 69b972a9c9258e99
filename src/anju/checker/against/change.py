"""一处改动：签发时是什么，现在是什么，在哪里。"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from anju.checker.against.piece import Bound, Spot
from anju.kernel.finding import Where


class Nature(Enum):
    """What a change touches."""

    NUMBER = "number"
    UNIT = "unit"
    NAMES = "names"
    TEXT = "text"
    WORDS = "words"
    FILLED = "filled"


@dataclass(frozen=True, slots=True)
class Change:
    """One change within a sentence or cell that stands on both sides.

    `issued` or `found` is None where there was, or is, nothing. `bound` is the figure it touches, if any; `less` and
    `more` the names a list lost and gained.
    """

    nature: Nature
    issued: str | None
    found: str | None
    where: Where
    spot: Spot
    bound: Bound | None = None
    less: tuple[str, ...] = ()
    more: tuple[str, ...] = ()
