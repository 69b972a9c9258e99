"""遮盖：按固定次序，先把文号、日期、序号、成语地名遮住，剩下的数才是量。"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from anju.checker.extract.layers import dates, document_numbers, idioms, ordinals
from anju.checker.extract.layers.dates import Dated

FILL = "\ue000"
"""What stands for a masked character, so that all positions stay."""


@dataclass(frozen=True, slots=True)
class Masked:
    """A plain text twice: `text` with all masked that counts nothing, `labels` with only names, dates and heads."""

    text: str
    labels: str
    dates: list[Dated]


def masked(text: str) -> Masked:
    """Every layer in its order. Both texts are as long as the one given."""
    text = hidden(text, document_numbers.document_numbers(text))
    found = dates.dates(text)
    text = hidden(text, ((each.start, each.end) for each in found))
    first = ordinals.FIRST.match(text)
    text = _fill(first) + text[first.end() :] if first else text
    labels = ordinals.HEADING.sub(_fill, text)
    text = idioms.PATTERN.sub(_fill, ordinals.PATTERN.sub(_fill, labels))
    return Masked(text, labels, found)


def hidden(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text with these stretches masked; they are in order and do not overlap."""
    pieces, last = [], 0
    for start, end in spans:
        pieces += [text[last:start], FILL * (end - start)]
        last = end
    return "".join((*pieces, text[last:])) if pieces else text


def _fill(match: re.Match[str]) -> str:
    return FILL * len(match[0])
