"""图里的字：有多宽、太长怎么截、图例怎么排。"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from anju.reports.picture import Box, Ink, Label, Shape

SMALL = 3.2
"""Letter size of numbers and legends, in mm."""
_NARROW = 0.58
"""Width of a Latin letter or a digit, as a share of its size; those of the wide CJK are 1."""


def wide(text: str, size: float) -> float:
    """About how wide the text comes out, in mm."""
    return size * sum(1.0 if unicodedata.east_asian_width(each) in "WFA" else _NARROW for each in text)


def fitted(text: str, room: float, size: float) -> str:
    """The text, or as much of it as fits into `room` mm, ending in …; at least one letter."""
    if wide(text, size) <= room:
        return text
    kept = text
    while len(kept) > 1 and wide(kept + "…", size) > room:
        kept = kept[:-1]
    return kept + "…"


def broken(text: str, room: float, size: float) -> list[str]:
    """The text in lines that fit into `room` mm."""
    lines: list[str] = []
    for each in text:
        if lines and wide(lines[-1] + each, size) <= room:
            lines[-1] += each
        else:
            lines.append(each)
    return lines


def legend(entries: Sequence[tuple[Ink, str]], x: float, y: float) -> list[Shape]:
    """A sample of each ink with its word, on one line from (x, y), y the base line."""
    shapes: list[Shape] = []
    for ink, word in entries:
        shapes.append(Box(x, y - 2.9, 5, 3.2, ink))
        shapes.append(Label(x + 6.2, y, word, size=SMALL))
        x += 6.2 + wide(word, SMALL) + 5
    return shapes
