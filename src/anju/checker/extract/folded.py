"""抹平：全角变半角，数字里外的空白去掉；抹平的每个字都指得回原文。"""

from __future__ import annotations

import re
from dataclasses import dataclass

from anju.kernel.numeral import half_width

_TRADITIONAL = str.maketrans(
    "個萬億戶棟數區畝圓過約達計劃開實際資總積額餘別為幾兩", "个万亿户栋数区亩元过约达计划开实际资总积额余别为几两"
)
_BLANK = re.compile(r"[ \u00a0\u2000-\u200b\u3000\ufeff]+")
_GROUP = re.compile(r"(?<![\d.,])\d{1,3}(?: \d{3})+(?![\d])")
_BREAK = re.compile(r"[ \t\u3000]*\n[ \t\u3000]*")


class _Table(dict[int, int | str]):
    """One character for one character: ％ to %, 萬 to 万; ㎡ and … stay, since they would become longer."""

    def __missing__(self, code: int) -> int | str:
        plain = half_width(chr(code)).translate(_TRADITIONAL)
        self[code] = plain if len(plain) == 1 else code
        return self[code]


_TABLE = _Table()


@dataclass(frozen=True, slots=True)
class Folded:
    """A text made plain; `origins[i]` is where its i-th character stands in the original, and one more for the end."""

    text: str
    origins: tuple[int, ...] | None
    original: str

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The original's [start, end) for a stretch of the plain text."""
        if self.origins is None or start >= end:
            return start, end
        return self.origins[start], self.origins[end - 1] + 1


def fold(original: str, *, wrapped: bool) -> Folded:
    """Plain text without blanks, except between two numbers. `wrapped`: line feeds were put in by an editor."""
    plain = original.translate(_TABLE)
    gone: list[tuple[int, int]] = []
    if wrapped and "\n" in plain:
        gone += [match.span() for match in _BREAK.finditer(plain)]
    groups = [match.span() for match in _GROUP.finditer(plain)] if " " in plain else []
    for match in _BLANK.finditer(plain):
        start, end = match.span()
        if not _between_digits(plain, start, end) or any(first < start < last for first, last in groups):
            gone.append((start, end))
    if not gone:
        return Folded(plain, None, original)
    kept = bytearray(b"\1") * len(plain)
    for start, end in gone:
        kept[start:end] = bytes(end - start)
    origins = [index for index, stays in enumerate(kept) if stays]
    return Folded("".join(plain[index] for index in origins), (*origins, len(plain)), original)


def _between_digits(text: str, start: int, end: int) -> bool:
    return text[start - 1 : start].isdigit() and text[end : end + 1].isdigit()
