"""比对的最小一块：一句话、一个标题或表格一格里的一句，签发时的和读到的同一个样子。"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from anju.checker.against.folded import folded, key, origins, shape
from anju.checker.reading import Mark, Place
from anju.kernel.finding import Where

_SENTENCE = re.compile(r"[^。；;！!？?]+[。；;！!？?]*[”’」』）)]*|[。；;！!？?]+")


@dataclass(frozen=True, slots=True)
class Bound:
    """A figure as it was issued, over [start, end) of a piece's text. `unit` is its unit, also where it stands bare."""

    mark: str
    id: str
    title: str
    start: int
    end: int
    text: str
    unit: str


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph or cell of either side, before it is cut into pieces; `number` counts from 1 in its own document,
    and `start` is not 0 where the line is only part of the paragraph."""

    number: int
    text: str
    start: int = 0
    place: Place | None = None
    heading: bool = False
    style: str = ""
    origin: str = ""
    figures: tuple[Bound, ...] = ()
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a piece stands, in words (“二、资金管理”一节), and what wrote it; of a cell also its place and what stands
    above its column."""

    words: str = ""
    style: str = ""
    origin: str = ""
    heading: bool = False
    place: Place | None = None
    table: str = ""
    head: str = ""

    @property
    def cell(self) -> bool:
        return self.place is not None


@dataclass(frozen=True, eq=False)
class Piece:
    """A piece of text. `parts` says where it comes from: (offset in `text`, paragraph, start in the paragraph)."""

    text: str
    parts: tuple[tuple[int, int, int], ...]
    spot: Spot
    figures: tuple[Bound, ...] = ()
    marks: tuple[Mark, ...] = ()

    @cached_property
    def fold(self) -> str:
        return folded(self.text)

    @cached_property
    def key(self) -> str:
        return key(self.fold)

    @cached_property
    def shape(self) -> str:
        return shape(self.fold)

    @cached_property
    def names(self) -> frozenset[str]:
        """Names of its figures' marks, whichever side it is on."""
        return frozenset(each.mark for each in self.figures) | frozenset(each.name for each in self.marks)

    @cached_property
    def origins(self) -> list[int]:
        """From the characters of `fold` to those of `text`."""
        return origins(self.text)

    @property
    def paragraph(self) -> int:
        return self.parts[0][1]

    def where(self, start: int = 0, end: int | None = None) -> Where:
        """The place of [start, end) of `text`, cut off where a paragraph ends."""
        stop = len(self.text) if end is None else end
        index = max(number for number, part in enumerate(self.parts) if part[0] <= start)
        offset, paragraph, first = self.parts[index]
        stop = min([stop, *(part[0] for part in self.parts[index + 1 : index + 2])])
        shift = first - offset
        return Where(paragraph=paragraph, start=start + shift, end=stop + shift, text=self.text[start:stop])


def pieces(line: Line, spot: Spot) -> Iterator[Piece]:
    """A line cut behind every 。；！？; what says nothing is left out."""
    for found in _SENTENCE.finditer(line.text):
        start, end = found.span()
        piece = Piece(
            found[0],
            ((0, line.number, line.start + start),),
            spot,
            tuple(_moved(each, start) for each in line.figures if start <= each.start < end),
            tuple(
                Mark(each.name, each.start - start, min(each.end, end) - start) for each in _within(line, start, end)
            ),
        )
        if piece.key:
            yield piece


def together(parts: Sequence[Piece]) -> Piece:
    """Pieces that follow each other as one."""
    if len(parts) == 1:
        return parts[0]
    places: list[tuple[int, int, int]] = []
    figures: list[Bound] = []
    marks: list[Mark] = []
    length = 0
    for part in parts:
        places += [(offset + length, paragraph, start) for offset, paragraph, start in part.parts]
        figures += [_moved(each, -length) for each in part.figures]
        marks += [Mark(each.name, each.start + length, each.end + length) for each in part.marks]
        length += len(part.text)
    return Piece("".join(each.text for each in parts), tuple(places), parts[0].spot, tuple(figures), tuple(marks))


def _within(line: Line, start: int, end: int) -> Iterator[Mark]:
    return (each for each in line.marks if start <= each.start < min(each.end, end))


def _moved(bound: Bound, back: int) -> Bound:
    return Bound(bound.mark, bound.id, bound.title, bound.start - back, bound.end - back, bound.text, bound.unit)
