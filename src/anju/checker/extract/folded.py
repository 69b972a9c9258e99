"""抹平：全角变半角，繁体变简体，数字里外的空白去掉；抹平的每个字都指得回原文。"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from heapq import merge

from anju.checker.extract.traditional import TRADITIONAL
from anju.kernel.numeral import half_width

_COMMON = tuple((sign, half_width(sign)) for sign in "，（）：；％")
"""Signs of every paragraph, replaced one by one: that is many times quicker than a table."""
_RARE = re.compile(
    r"[\u00a0\u2000-\u200f\u2011\u2028-\u202f\u205f-\u2064\u2212\u2f00-\u2fdf\u3000\uf900-\ufaff\ufe10-\ufe6f\uff00-\uffef"
    rf"{''.join(TRADITIONAL)}]"
)
_BLANK = re.compile(r"[ \u00ad\u200b-\u200f\u2060\ufeff]+")
_GROUP = re.compile(
    r"(?<![\d.])(?<!\d[ ,])\d{1,3}(?: \d{3}){1,6}(?=(?:\.\d{1,6})? ?[^\s\d.,、;:|()-])"
    r"|(?<=[\u4e00-\u9fff:≥≤])\d(?: \d){1,8}(?= ?[%\u4e00-\u9fff㎡])"
)
"""30 511户, and 1 0 0 % where a justified line has drawn a figure apart."""
_BREAK = re.compile(r"\t?\n[ \t]*")
_ITEM = re.compile(r"(?:\A|[\n。;])[ \t]{0,4}\d{1,2}\.\Z")


class _Table(dict[int, int | str]):
    """One character for one character: ＋ to +, 萬 to 万; ㎡ and … stay, since they would become longer."""

    def __missing__(self, code: int) -> int | str:
        character = chr(code)
        plain = "-" if character == "\u2212" else half_width(character)
        self[code] = TRADITIONAL.get(plain, plain) if len(plain) == 1 else code
        return self[code]


_TABLE = _Table()


@dataclass(frozen=True, slots=True)
class Folded:
    """A text made plain. From the plain text's index `cuts[n]` on, `gone[n]` characters of the original were left out
    before it."""

    text: str
    original: str
    cuts: Sequence[int] = ()
    gone: Sequence[int] = ()

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The original's [start, end) for a stretch of the plain text."""
        if not self.cuts or start >= end:
            return start, end
        return self._origin(start), self._origin(end - 1) + 1

    def _origin(self, index: int) -> int:
        before = bisect_right(self.cuts, index)
        return index + self.gone[before - 1] if before else index


def fold(original: str, *, wrapped: bool) -> Folded:
    """Plain text without blanks, except between two numbers. `wrapped`: line feeds were put in by an editor."""
    plain = original
    for sign, half in _COMMON:
        plain = plain.replace(sign, half)
    if _RARE.search(plain):
        plain = plain.translate(_TABLE)
    if not _BLANK.search(plain) and not (wrapped and "\n" in plain):
        return Folded(plain, original)
    cuts, gone = array("Q"), array("Q")  # a few bytes for each blank, since there may be millions
    pieces, last, out = [], 0, 0
    for start, end in _united(plain) if wrapped and "\n" in plain else _blanks(plain):
        pieces.append(plain[last:start])
        cuts.append(start - out)
        out += end - start
        gone.append(out)
        last = end
    return Folded("".join((*pieces, plain[last:])), original, cuts, gone)


def _blanks(plain: str) -> Iterator[tuple[int, int]]:
    """The blanks that are left out: all but one that parts two numbers, or an item's number from a figure."""
    groups = _GROUP.finditer(plain)
    group = next(groups, None)
    for match in _BLANK.finditer(plain):
        start, end = match.span()
        if plain[end : end + 1].isdecimal() and start:
            while group is not None and group.end() <= start:
                group = next(groups, None)
            inside = group is not None and group.start() < start
            if plain[start - 1].isdecimal() and not inside and " " in match[0]:
                continue
            if plain[start - 1] == "." and _ITEM.search(plain, max(0, start - 8), start):
                continue
        yield start, end


def _united(plain: str) -> Iterator[tuple[int, int]]:
    """Blanks and line feeds, those that touch taken together."""
    breaks = (match.span() for match in _BREAK.finditer(plain))
    last: tuple[int, int] | None = None
    for start, end in merge(_blanks(plain), breaks):
        if last is None or start > last[1]:
            if last is not None:
                yield last
            last = start, end
        else:
            last = last[0], max(end, last[1])
    if last is not None:
        yield last
