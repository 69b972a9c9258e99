"""Lines of a PDF that LibreOffice wrote: where each stands and how many signs it shows."""

from __future__ import annotations

import re
import zlib
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_SHOWN = re.compile(rb"(?:^|\n)([\d.]+) ([\d.]+) Td /F\d+ ([\d.]+) Tf([^\n]*?)T[jJ]")
_CODES = re.compile(rb"<([0-9A-F]+)>")


@dataclass(frozen=True)
class Line:
    """Points from the lower left corner; `signs` counts glyphs."""

    x: float
    y: float
    size: float
    signs: int


def pages(pdf: Path) -> list[list[Line]]:
    """Lines of each page, from the top."""
    content = pdf.read_bytes()
    found = []
    for begin in _STREAM.finditer(content):
        try:
            stream = zlib.decompress(content[begin.end() : content.index(b"endstream", begin.end())])
        except zlib.error:
            continue
        if b"\nBT\n" in stream:
            found.append(_lines(stream))
    return found


def _lines(stream: bytes) -> list[Line]:
    at: dict[float, list[tuple[float, float, int]]] = defaultdict(list)
    for x, y, size, shown in _SHOWN.findall(stream):
        signs = sum(len(code) // 2 for code in _CODES.findall(shown))
        at[round(float(y), 1)].append((float(x), float(size), signs))
    return [
        Line(min(each[0] for each in parts), y, parts[0][1], sum(each[2] for each in parts))
        for y, parts in sorted(at.items(), reverse=True)
    ]
