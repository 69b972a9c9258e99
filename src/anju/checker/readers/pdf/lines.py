"""字拼成行：同一高度的字从左到右接起来，重影的字只要一个，抬高的小数字写成上标。"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

_SAME = 0.45
_TAB, _BLANK = 1.5, 0.35
"""Gaps, in widths of a Chinese character, from which on two columns or two words stand apart."""
_OPENING, _CLOSING = frozenset("（(《〈“‘「『【〔[¥￥"), frozenset("，。、；：！？）)》〉”’」』】〕]％%‰℃,.;:!?")
_WITHIN = frozenset(".,%-/×÷")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_RADICALS = str.maketrans(
    "⺁⺎⺟⺠⻁⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻰",
    "厂兀母民虎西见角贝车长门青韦页风飞食马骨鬼鱼鸟卤麦黄齐齿龙",
)


@dataclass(frozen=True, slots=True)
class Char:
    """A printed character; x0, top, x1 and bottom in points from the page's upper left corner."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line. `first` is the width of what cannot be broken at its start."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    first: float


def upright_chars(objects: Iterable[Mapping[str, Any]]) -> list[Char]:
    """Characters that stand upright (a watermark does not), each once: bold is often printed by striking twice."""
    seen: set[tuple[str, int, int]] = set()
    found = []
    for each in objects:
        text = _plain(str(each["text"]))
        if not each.get("upright", True) or not text:
            continue
        char = Char(text, each["x0"], each["x1"], each["top"], each["bottom"], each["size"])
        across, down = round(char.x0 / 2), round(char.top / 2)
        near = ((text, across + right, down + below) for right in (-1, 0, 1) for below in (-1, 0, 1))
        if char.text.strip() and char.size > 4 and any(spot in seen for spot in near):
            continue
        seen.add((text, across, down))
        found.append(char)
    return found


def lines(chars: Iterable[Char]) -> list[Line]:
    """Lines from top to bottom."""
    rows: list[list[Char]] = []
    for char in sorted(chars, key=lambda each: each.middle):
        row = rows[-1] if rows else None
        if row is not None and _level(row[0], char) and _level(row[-1], char):
            row.append(char)
        elif char.text.strip():
            rows.append([char])
    return [_line(sorted(row, key=lambda each: each.x0)) for row in rows]


def _level(first: Char, second: Char) -> bool:
    """Whether two characters stand side by side; a raised digit does so, too."""
    common = min(first.bottom, second.bottom) - max(first.top, second.top)
    return common > _SAME * min(first.bottom - first.top, second.bottom - second.top)


def _line(row: list[Char]) -> Line:
    inked = [char for char in row if char.text.strip()]
    size = sorted(char.size for char in inked)[len(inked) // 2]
    middle = sorted(char.middle for char in inked if char.size > 0.8 * size)[0]
    pieces: list[str] = []
    last: Char | None = None
    blanks = ""
    for char in row:
        if not char.text.strip():
            blanks += char.text
            continue
        if last is not None:
            pieces.append(_between((char.x0 - last.x1) / size, blanks))
        raised = char.size < 0.8 * size and char.middle < middle
        pieces.append(char.text.translate(_RAISED) if raised else char.text)
        last, blanks = char, ""
    first, end = inked[0], inked[-1]
    top, bottom = min(char.top for char in inked), max(char.bottom for char in inked)
    return Line("".join(pieces), first.x0, end.x1, top, bottom, size, _unbroken(inked))


def _between(gap: float, blanks: str) -> str:
    if gap > 2 * _TAB or (gap > _TAB and not blanks):
        return "\t"
    return blanks or (" " if gap > _BLANK else "")


def _unbroken(inked: list[Char]) -> float:
    """The width of what is never parted: one Chinese character or a whole figure or Latin word, with the brackets
    before it and the stops behind it."""
    last = inked[0]
    for char in inked[1:]:
        near = char.x0 - last.x1 <= 0.2 * char.size
        held = last.text in _OPENING or char.text in _CLOSING or (_joins(last.text) and _joins(char.text))
        if not (near and held):
            break
        last = char
    return last.x1 - inked[0].x0


def _joins(text: str) -> bool:
    return (text.isascii() and text.isalnum()) or text in _WITHIN


def _plain(text: str) -> str:
    """Radicals that a font gives in place of characters (⼀ for 一) made characters, one for one; a glyph without a
    character is a gap, and its number never a figure."""
    if text.startswith("(cid:"):
        return "" if text == "(cid:0)" else "\ufffd"
    if any("\u2e80" <= each <= "\u2fdf" or "\uf900" <= each <= "\ufaff" for each in text):
        return "".join(unicodedata.normalize("NFKC", each) for each in text.translate(_RADICALS))
    return text.replace("\0", "").replace("\u00ad", "")
