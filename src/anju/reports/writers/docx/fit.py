"""随字数而定的版式：发文机关标志的字号、标题的分行、文号与签发人的位置、附件名称的对齐、署名与日期的居中。

Everything else is in the named styles. Lengths are twips; a character of the body is `PITCH` wide.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from anju.reports.head_and_tail import WIDE, centre
from anju.reports.layout import Line, StyleName, ems
from anju.reports.writers.docx.title_lines import best_width

PITCH = 315
"""15.75 pt: 28 characters of 16 pt, each 0.25 pt closer, fill the 156 mm of the text block."""
_TITLE, _SLACK = 440, 350
"""A character of the title, and what a line may be too wide in another font before it turns elsewhere."""
_MARK_ALONE, _MARK_JOINT = (600, 1200), (480, 840)
"""Smallest and largest size of the red mark; what is still too long is set narrower."""
_MARK_WORD = 1000
_IMPRINT_PITCH = 280
_TOP = 1984
"""The mark stands 35 mm below the top of the text block."""


@dataclass(frozen=True, slots=True)
class Fit:
    """Direct formatting, as attributes of the elements of w:pPr and w:rPr."""

    spacing: Mapping[str, str] | None = None
    tabs: tuple[int, ...] = ()
    aligned: str = "left"
    indent: Mapping[str, str] | None = None
    size: int = 0
    scale: int = 100
    ruled: bool = False


@dataclass(frozen=True, slots=True)
class Around:
    """What stands beside a line: the room it has, its neighbours' text, and whether it is the first or last of its
    style."""

    width: int
    texts: tuple[str, ...]
    order: int
    day: str = ""

    @property
    def first(self) -> bool:
        return self.order == 0

    @property
    def last(self) -> bool:
        return self.order == len(self.texts) - 1


def fit(line: Line, around: Around) -> Fit | None:
    """What the line needs beyond its style."""
    rule = _RULES.get(line.style)
    return rule(line, around) if rule else None


def _mark(_: Line, around: Around) -> Fit:
    least, most = _MARK_JOINT if len(around.texts) > 1 else _MARK_ALONE
    longest = max(ems(text) for text in around.texts)
    size = min(most, max(least, int(around.width / longest)))
    scale = min(100, int(100 * around.width / (longest * size)))
    above = {"before": str(_TOP)} if around.first else None
    # The word 文件 beside several offices is centred over the same space.
    return Fit(above, size=size, scale=scale)


def _mark_word(_: Line, around: Around) -> Fit:
    return Fit({"before": str(_TOP)}, size=min(_MARK_WORD, int(around.width / 2)))


def _number(_: Line, around: Around) -> Fit:
    """Signers begin so that the longest line of them ends one character before the right edge."""
    names = [text.rpartition("\t")[2] for text in around.texts]
    label = "签发人："
    widths = [ems(name) + (0 if name.startswith(label) else ems(label)) for name in names]
    begin = int((WIDE - 1 - max(widths)) * PITCH)
    if not around.first:
        begin += int(ems(label) * PITCH)
    above = {"before": "1158"} if around.first else None
    if around.last:
        return Fit(above, tabs=(begin,), ruled=True)
    return Fit(above, indent={"firstLine": str(begin)})


def _title(line: Line, around: Around) -> Fit:
    """Equal indents on both sides make the lines turn where the words end."""
    room = (around.width - _SLACK) // _TITLE
    width = best_width(line.text, room)
    side = (around.width - width * _TITLE - _SLACK) // 2
    return Fit(indent={"left": str(max(0, side)), "right": str(max(0, side))})


def _attachments(line: Line, around: Around) -> Fit:
    """Numbers stand below each other, and a long name goes on below its own beginning."""
    label, many = "附件：", len(around.texts) > 1
    numbered = line.text.removeprefix(label)
    number = numbered.partition(".")[0] + "." if many else ""
    own = int(ems(number) * PITCH)
    left = int((2 + ems(label)) * PITCH) + own
    hanging = own + (int(ems(label) * PITCH) if around.first else 0)
    above = {"before": "579"} if around.first else None
    return Fit(above, indent={"left": str(left), "hanging": str(hanging)})


def _signature(line: Line, around: Around) -> Fit:
    """The last office is centred over the day, the others share the room to its left."""
    above = {"before": str(3 * 579)} if around.first else None
    *others, last = line.text.split("\t")
    begins = [centre(last, around.day) - ems(last) / 2]
    room = begins[0]
    gap = (room - sum(map(ems, others))) / (len(others) + 1)
    at = gap
    for order, office in enumerate(others):
        begins.insert(order, at)
        at += ems(office) + gap
    first, *rest = (max(0, int(begin * PITCH)) for begin in begins)
    return Fit(above, tabs=tuple(rest), indent={"left": str(first)})


def _date(line: Line, around: Around) -> Fit:
    names = [name for text in around.texts for name in text.split("\t")[-1:]]
    middle = min(centre(name, line.text) for name in names)
    return Fit(indent={"right": str(int((WIDE - middle - ems(line.text) / 2) * PITCH))})


def _imprint(_: Line, around: Around) -> Fit:
    """The day of printing ends one character of its size before the right edge."""
    return Fit(tabs=(around.width - _IMPRINT_PITCH,), aligned="right")


_RULES: Mapping[StyleName, Callable[[Line, Around], Fit]] = {
    StyleName.MARK: _mark,
    StyleName.MARK_WORD: _mark_word,
    StyleName.NUMBER: _number,
    StyleName.TITLE: _title,
    StyleName.ANNEX_TITLE: _title,
    StyleName.ATTACHMENTS: _attachments,
    StyleName.SIGNATURE: _signature,
    StyleName.DATE: _date,
    StyleName.IMPRINT: _imprint,
}
