"""EMF 的记录：一条条按字节排好；坐标以 0.01 毫米计。"""

from __future__ import annotations

import struct
from collections.abc import Sequence

Point = tuple[int, int]
_HEADER, _EOF = 1, 14
_CREATE_BRUSH, _EXT_CREATE_PEN, _CREATE_FONT = 39, 95, 82
_SELECT, _DELETE, _POLYGON, _POLYLINE, _TEXT = 37, 40, 3, 4, 84
_WINDOW_ORIGIN, _WINDOW_EXTENT, _VIEW_ORIGIN, _VIEW_EXTENT = 10, 9, 12, 11
_MAP_MODE, _BACKGROUND, _FILL_MODE, _ALIGN, _COLOUR = 17, 18, 19, 22, 24
_ANISOTROPIC, _TRANSPARENT, _WINDING = 8, 1, 2
_BASE_LINE = 24
_ALIGNED = {"start": 0, "middle": 6, "end": 2}
FONT = "仿宋_GB2312"
_CHINESE = 134
"""GB2312_CHARSET, so that an old program takes a Chinese font."""
_DOTS = 10
_STOCK = 0x80000000
NO_PEN, NO_BRUSH = _STOCK | 8, _STOCK | 5
_PEN_KIND = 0x00010000 | 0x0200 | 0x1000
"""Geometric, flat ends, bevelled joins: as wide as it says, at any scale."""


class Records:
    """Records one after another; objects live until they are deleted and take the number 1 in turn."""

    def __init__(self) -> None:
        self._records: list[bytes] = []

    def begin(self, width: int, height: int) -> None:
        """One unit of the window is one hundredth of a millimetre."""
        self._add(_MAP_MODE, _ANISOTROPIC)
        for kind in (_WINDOW_ORIGIN, _VIEW_ORIGIN):
            self._add(kind, 0, 0)
        for kind in (_WINDOW_EXTENT, _VIEW_EXTENT):
            self._add(kind, width, height)
        self._add(_BACKGROUND, _TRANSPARENT)
        self._add(_FILL_MODE, _WINDING)

    def polygon(self, points: Sequence[Point], fill: str | None, edge: str | None, width: int) -> None:
        self._select(self._brush(fill) if fill else None, NO_BRUSH)
        self._select(self._pen(edge, width) if edge else None, NO_PEN, number=2)
        self._points(_POLYGON, points)
        self._release(1, fill is not None, NO_BRUSH)
        self._release(2, edge is not None, NO_PEN)

    def lines(self, parts: Sequence[Sequence[Point]], edge: str, width: int) -> None:
        """Strokes in one pen."""
        self._select(self._pen(edge, width), NO_PEN, number=2)
        for part in parts:
            self._points(_POLYLINE, part)
        self._release(2, True, NO_PEN)

    def text(self, at: Point, words: str, height: int, anchor: str, colour: str) -> None:
        self._add(_CREATE_FONT, 1, *_font(height, FONT))
        self._add(_SELECT, 1)
        self._add(_ALIGN, _BASE_LINE | _ALIGNED.get(anchor, 0))
        self._add(_COLOUR, _rgb(colour))
        self._text(at, words, height)
        self._add(_SELECT, _STOCK | 13)
        self._add(_DELETE, 1)

    def file(self, width: int, height: int) -> bytes:
        self._add(_EOF, 0, 16, 20)
        body = b"".join(self._records)
        count = len(self._records) + 1
        header = struct.pack("<8i", 0, 0, width, height, 0, 0, width, height)
        header += struct.pack("<4sIIIHHIII", b" EMF", 0x10000, 108 + len(body), count, 3, 0, 0, 0, 0)
        # The device is one whose pixels are hundredths of a millimetre.
        header += struct.pack(
            "<4i3I2i", _DOTS * width, _DOTS * height, width // 10, height // 10, 0, 0, 0, 100 * width, 100 * height
        )
        return struct.pack("<II", _HEADER, 108) + header + body

    def _brush(self, fill: str) -> bytes:
        return _record(_CREATE_BRUSH, struct.pack("<IIII", 1, 0, _rgb(fill), 0))

    def _pen(self, edge: str, width: int) -> bytes:
        return _record(_EXT_CREATE_PEN, struct.pack("<5I7I", 2, 0, 0, 0, 0, _PEN_KIND, width, 0, _rgb(edge), 0, 0, 0))

    def _select(self, made: bytes | None, stock: int, number: int = 1) -> None:
        if made is not None:
            self._records.append(made)
        self._add(_SELECT, number if made is not None else stock)

    def _release(self, number: int, made: bool, stock: int) -> None:
        if made:
            self._add(_SELECT, stock)
            self._add(_DELETE, number)

    def _points(self, kind: int, points: Sequence[Point]) -> None:
        flat = [each for point in points for each in point]
        across, down = flat[::2], flat[1::2]
        bounds = (min(across), min(down), max(across), max(down))
        self._add(kind, *bounds, len(points), *flat)

    def _text(self, at: Point, words: str, height: int) -> None:
        letters = words.encode("utf-16-le")
        letters += b"\0" * (-len(letters) % 4)
        units = len(words.encode("utf-16-le")) // 2
        steps = [step for sign in words for step in _steps(sign, height)]
        fixed = struct.pack("<4iIff", 0, 0, -1, -1, 2, 1.0, 1.0)
        fixed += struct.pack("<2iIII4iI", *at, units, 76, 0, 0, 0, -1, -1, 76 + len(letters))
        self._records.append(_record(_TEXT, fixed + letters + struct.pack(f"<{len(steps)}i", *steps)))

    def _add(self, kind: int, *numbers: int | bytes) -> None:
        packed = b"".join(
            each if isinstance(each, bytes) else struct.pack("<I" if each > 0x7FFFFFFF else "<i", each)
            for each in numbers
        )
        self._records.append(_record(kind, packed))


def _record(kind: int, content: bytes) -> bytes:
    return struct.pack("<II", kind, 8 + len(content)) + content


def _font(height: int, face: str) -> tuple[bytes, ...]:
    sizes = struct.pack("<5i", -height, 0, 0, 0, 400)
    flags = struct.pack("<8B", 0, 0, 0, _CHINESE, 0, 0, 0, 0)
    return sizes, flags, face.encode("utf-16-le").ljust(64, b"\0")[:64], b"\0" * 228


def _steps(sign: str, height: int) -> list[int]:
    """How far each unit of UTF-16 moves on: half as far for a half-width sign, less for a point or comma, nothing for
    the second of a pair."""
    step = height if not sign.isascii() else height * 3 // 10 if sign in ".," else height // 2
    return [step, 0] if ord(sign) > 0xFFFF else [step]


def _rgb(colour: str) -> int:
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return red | green << 8 | blue << 16
