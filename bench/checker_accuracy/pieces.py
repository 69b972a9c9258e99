"""一份报告拆成可以改动的碎片：普通文字、数、一串并列的项；改完再拼成段落。"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from fractions import Fraction

from anju.checker.reading import Paragraph, Place, Reading


class Kind(StrEnum):
    """数是什么。"""

    MONEY = "钱"
    COUNT = "个数"
    AREA = "面积"
    RATE = "比率"
    SCORE = "分"


@dataclass(frozen=True, slots=True)
class Figure:
    """`number` and `unit` as printed; in a table the unit may stand in the head instead, then `unit` is empty and
    `counted` still says in what it is counted. `value` is in units of `counted`."""

    number: str
    unit: str
    kind: Kind
    value: Fraction
    counted: str

    @property
    def text(self) -> str:
        return self.number + self.unit


@dataclass(frozen=True, slots=True)
class Listed:
    """Items side by side, parted by `joint`. `role` "names" is a list whose count is stated beside it, "some" the same
    with 等, which may leave names out, "parts" one whose amounts make up a stated sum in `counted`, "" one to be
    reordered only. A `fixed` one keeps its order."""

    items: tuple[tuple[Piece, ...], ...]
    joint: str
    role: str
    counted: str = ""
    fixed: bool = False


Piece = str | Figure | Listed


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph or a cell. `pieces` hold one level of lists at most."""

    pieces: tuple[Piece, ...]
    place: Place | None = None
    level: int | None = None

    @property
    def text(self) -> str:
        return "".join(map(_text, self.pieces))


@dataclass(frozen=True, slots=True)
class Written:
    """A report. `wording` says whose sentences these are; `name` tells one from another."""

    name: str
    wording: str
    lines: tuple[Line, ...]

    @property
    def reading(self) -> Reading:
        paragraphs = (
            Paragraph(number, line.text, line.place, level=line.level) for number, line in enumerate(self.lines, 1)
        )
        return Reading(self.name, "docx", tuple(paragraphs))

    def with_line(self, index: int, pieces: tuple[Piece, ...]) -> Written:
        lines = list(self.lines)
        lines[index] = replace(lines[index], pieces=pieces)
        return replace(self, lines=tuple(lines))


Path = tuple[int, ...]
"""Where a piece stands in its line: (n,) or, in a list, (n, item, m)."""


@dataclass(frozen=True, slots=True)
class Found:
    """A piece of a report with its place: the line's index, its path and the characters it takes."""

    line: int
    path: Path
    piece: Piece
    start: int
    end: int


def walk(report: Written) -> Iterator[Found]:
    """Every piece, those within lists too, in reading order."""
    for index, line in enumerate(report.lines):
        start = 0
        for number, piece in enumerate(line.pieces):
            end = start + len(_text(piece))
            yield Found(index, (number,), piece, start, end)
            if isinstance(piece, Listed):
                yield from _within(piece, index, number, start)
            start = end


def _within(listed: Listed, line: int, number: int, start: int) -> Iterator[Found]:
    for position, item in enumerate(listed.items):
        for inner, piece in enumerate(item):
            end = start + len(_text(piece))
            yield Found(line, (number, position, inner), piece, start, end)
            start = end
        start += len(listed.joint)


def exchanged(report: Written, found: Found, piece: Piece) -> Written:
    """The report with another piece in the place of the one found."""
    pieces = list(report.lines[found.line].pieces)
    if len(found.path) == 1:
        pieces[found.path[0]] = piece
    else:
        number, position, inner = found.path
        listed = pieces[number]
        assert isinstance(listed, Listed)
        items = [list(item) for item in listed.items]
        items[position][inner] = piece
        pieces[number] = replace(listed, items=tuple(map(tuple, items)))
    return report.with_line(found.line, tuple(pieces))


def _text(piece: Piece) -> str:
    if isinstance(piece, str):
        return piece
    if isinstance(piece, Figure):
        return piece.text
    return piece.joint.join("".join(map(_text, item)) for item in piece.items)


_OPEN, _CLOSE, _LIST, _NEXT, _END = "\ue000", "\ue001", "\ue002", "\ue003", "\ue004"


@dataclass
class Pen:
    """Writes figures and lists into f-strings: `f"共{pen.money(12)}"`, then `pen.line(...)` makes a line of it."""

    figures: list[Figure] = field(default_factory=list)
    lists: list[Mapping[str, object]] = field(default_factory=list)

    def figure(self, figure: Figure) -> str:
        self.figures.append(figure)
        return f"{_OPEN}{len(self.figures) - 1}{_CLOSE}"

    def listed(self, items: list[str], joint: str, role: str = "", counted: str = "", fixed: bool = False) -> str:
        self.lists.append({"joint": joint, "role": role, "counted": counted, "fixed": fixed})
        return f"{_LIST}{len(self.lists) - 1}{_CLOSE}{_NEXT.join(items)}{_END}"

    def line(self, text: str, place: Place | None = None, level: int | None = None) -> Line:
        return Line(tuple(self._pieces(text)), place, level)

    def _pieces(self, text: str) -> Iterator[Piece]:
        while text:
            marks = [at for at in (text.find(_OPEN), text.find(_LIST)) if at >= 0]
            first = min(marks, default=len(text))
            if first:
                yield text[:first]
            if not marks:
                return
            number, rest = text[first + 1 :].split(_CLOSE, 1)
            if text[first] == _OPEN:
                yield self.figures[int(number)]
            else:
                inside, rest = rest.split(_END, 1)
                items = tuple(tuple(self._pieces(item)) for item in inside.split(_NEXT))
                yield Listed(items=items, **self.lists[int(number)])  # type: ignore[arg-type]
            text = rest
