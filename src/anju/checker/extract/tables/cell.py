"""一格：写了什么，若是一个数是多少，在哪一行、哪一列之下。"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache

from anju.checker.extract.folded import fold
from anju.checker.extract.mention import Mention, Qualifier
from anju.checker.reading import Place
from anju.kernel.finding import Where
from anju.kernel.quantity import Quantity

_SHORT = 60
"""Characters of what most cells hold, and many of them hold the same."""
_TWO_FIGURES = re.compile(r"\d\s*\n\s*\d")


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell; `quantity` is what it says when it is one figure of its row and column, in the unit it, its column, its
    row or the line above the table names; None for words, ordinals, years and places left open.

    `start` is where its text begins in the paragraph. `head` is what stands above it, all head rows together, `stub`
    the name of its row, `group` the names that stand over that one. `bare`: no claim speaks of it, the table does.
    """

    paragraph: int
    place: Place
    text: str
    quantity: Quantity | None
    bare: bool = False
    start: int = 0
    head: str = ""
    stub: str = ""
    group: tuple[str, ...] = ()
    qualifier: Qualifier = Qualifier.NONE
    per: str = ""

    @property
    def where(self) -> Where:
        return Where(paragraph=self.paragraph, start=self.start, end=self.start + len(self.text), text=self.text)

    @property
    def mention(self) -> Mention:
        """The figure by itself; only for a cell with a quantity."""
        assert self.quantity is not None
        return Mention(0, 0, self.quantity, self.qualifier, self.per)

    @property
    def said(self) -> str:
        """The figure as printed, with its unit: 28167.26万元."""
        number = "".join(self.text.split())
        unit = "" if self.quantity is None else self.quantity.unit.symbol + ("/" + self.per if self.per else "")
        return number if number.endswith(unit) or not number[-1:].isdigit() else number + unit


@dataclass(frozen=True)
class Raw:
    """A cell before its table is understood."""

    paragraph: int
    place: Place
    text: str
    start: int = 0

    @cached_property
    def plain(self) -> str:
        return plain_text(self.text)


def plain_text(text: str) -> str:
    """Without blanks and line feeds; two figures under each other stay two."""
    if text.isascii() and text.isalnum():
        return text
    return _short(text) if len(text) <= _SHORT else _plain(text)


def _plain(text: str) -> str:
    return fold(text.replace("−", "-"), wrapped=not _TWO_FIGURES.search(text)).text.strip()


_short = lru_cache(maxsize=1 << 12)(_plain)
