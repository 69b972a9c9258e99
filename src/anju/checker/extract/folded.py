"""抹平：全角变半角，繁体变简体，数字里外的空白去掉；抹平的每个字都指得回原文。"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate

from anju.checker.extract.traditional import TRADITIONAL
from anju.kernel.numeral import half_width

_COMMON = tuple((sign, half_width(sign)) for sign in "，（）：；％")
"""Signs of every paragraph, replaced one by one: that is many times quicker than a table."""
_RARE = re.compile(
    r"[\u00a0\u2000-\u200f\u2011\u2028-\u202f\u205f-\u2064\u2212\u2f00-\u2fdf\u3000\uf900-\ufaff\ufe10-\ufe6f\uff00-\uffef"
    rf"{''.join(TRADITIONAL)}]"
)
_BLANK = re.compile(r"[ \u200b\u2060\ufeff]+")
_KEPT_BLANK = re.compile(r"(?<=[0-9])[ ]+(?=[0-9])")
_GROUP = re.compile(r"(?<![\d.,])(?<!\d )\d{1,3}(?: \d{3}){1,6}(?=(?:\.\d{1,6})? ?[^\s\d.,、;:|()-])")
_BREAK = re.compile(r"[ \t]*\n[ \t]*")
_ITEM = re.compile(r"(?:^|[\n。;])[ \t]*\d{1,2}\.([ ]+)(?=\d)")


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
    """A text made plain. Before the plain text's index `cuts[n]` so many characters of the original are left out as
    `gone[n + 1]` says."""

    text: str
    original: str
    cuts: tuple[int, ...] = ()
    gone: tuple[int, ...] = (0,)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The original's [start, end) for a stretch of the plain text."""
        if not self.cuts or start >= end:
            return start, end
        first, last = (index + self.gone[bisect_right(self.cuts, index)] for index in (start, end - 1))
        return first, last + 1


def fold(original: str, *, wrapped: bool) -> Folded:
    """Plain text without blanks, except between two numbers. `wrapped`: line feeds were put in by an editor."""
    plain = original
    for sign, half in _COMMON:
        plain = plain.replace(sign, half)
    if _RARE.search(plain):
        plain = plain.translate(_TABLE)
    spans = _left_out(plain, wrapped)
    if not spans:
        return Folded(plain, original)
    pieces, last = [], 0
    for start, end in spans:
        pieces.append(plain[last:start])
        last = end
    gone = tuple(accumulate((end - start for start, end in spans), initial=0))
    cuts = tuple(start - before for (start, _), before in zip(spans, gone, strict=False))
    return Folded("".join((*pieces, plain[last:])), original, cuts, gone)


def _left_out(plain: str, wrapped: bool) -> list[tuple[int, int]]:
    """The stretches that are left out, in order, none touching another."""
    broken = [match.span() for match in _BREAK.finditer(plain)] if wrapped and "\n" in plain else []
    blanks = [match.span() for match in _BLANK.finditer(plain)]
    if blanks:
        kept = _kept(plain)
        blanks = [span for span in blanks if span[0] not in kept]
    return _united(broken + blanks) if broken else blanks


def _kept(plain: str) -> set[int]:
    """Where a blank stays: it parts two numbers, or an item's number from a figure (2. 15个小区)."""
    kept = {match.start() for match in _KEPT_BLANK.finditer(plain)}
    if kept:
        for match in _GROUP.finditer(plain):
            kept.difference_update(range(match.start(), match.end()))
    return kept | {match.start(1) for match in _ITEM.finditer(plain)}


def _united(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((start, end))
    return found
