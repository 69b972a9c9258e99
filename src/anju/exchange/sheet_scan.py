"""扫一张表的 XML：哪些公式没有算过、哪些格子是错误值、哪里合并过、一共多少行；只看字节，不解析全文。

The reader of cells (calamine) gives values only: an uncalculated formula and an error are empty to it, merged cells are
one value and blanks, and it begins at the first used column. What it leaves out is found here, in the same pass
that proves the member's checksum.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field

from anju.exchange.coordinates import place_of, row_and_place

_HEAD = 8192
"""Bytes within which the root element begins."""
_PREFIX = re.compile(rb"<([A-Za-z_][\w.-]*):worksheet\b")
_CELL = rb"<c\b([^>]*)>\s*"
_FORMULA = re.compile(_CELL + rb"<f\b([^>]*?)(?:/>|>(.*?)</f>)(.*?)</c>", re.DOTALL)
_ERROR = re.compile(rb'<c\b([^>]*\bt="e"[^>]*)>(?:.*?<v>([^<]*)</v>)?.*?</c>', re.DOTALL)
_LONG = re.compile(_CELL + rb"(?:<f\b[^>]*?(?:/>|>[^<]*</f>))?<v>(?:[0-9]{16,}|[0-9.]+[eE]\+?(?:1[5-9]|2[0-9]))</v>")
_VALUED = re.compile(_CELL + rb"(?:<f\b[^>]*?(?:/>|>[^<]*</f>)\s*)?(?:<v(?: [^>]*)?>[^<]|<is\b)")
_STRING_CELL = re.compile(rb'<c\b([^>]*\bt="str"[^>]*)>')
_HAS_VALUE = re.compile(rb"<v(?: [^>]*)?>[^<]|<is\b")
_REF = re.compile(rb'\br="([A-Z]{1,3})([0-9]{1,7})"')
_TYPE = re.compile(rb'\bt="(\w+)"')
_LONGEST_ROW = 32 << 20
"""Bytes between two row tags that are still kept: beyond, joining the pieces would take longer with each of them."""
_MERGE = re.compile(rb'<mergeCell\b[^>]*\bref="([A-Z]+[0-9]+):([A-Z]+[0-9]+)"')


@dataclass
class SheetScan:
    """What was found, rows and columns counted from 0.

    `rows` counts the row elements, `values` the cells with a value; `offset` is the first used column. The
    dictionaries map row and column to the formula's text, the error's name.
    """

    rows: int = 0
    values: int = 0
    offset: int | None = None
    uncalculated: dict[tuple[int, int], str] = field(default_factory=dict)
    errors: dict[tuple[int, int], str] = field(default_factory=dict)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)


class SheetScanner:
    """Fed with the pieces of one worksheet's XML, in order; `close` gives what was found."""

    def __init__(self) -> None:
        self.found = SheetScan()
        self._rest = b""
        self._prefix: bytes | None = None

    def feed(self, piece: bytes) -> None:
        data = self._rest + piece
        if self._prefix is None:
            match = _PREFIX.search(data[:_HEAD])
            if match is None and b"<row" not in data and len(data) < _HEAD:
                self._rest = data
                return
            self._prefix = match[1] + b":" if match else b""
        if self._prefix:
            # A tag name cut in two is mended when the rest comes: only whole rows are looked at.
            data = data.replace(b"<" + self._prefix, b"<").replace(b"</" + self._prefix, b"</")
        cut = data.rfind(b"<row")
        if cut > 0:
            self._rows(data[:cut])
            data = data[cut:]
        if len(data) > _LONGEST_ROW:
            raise ValueError("a row longer than any workbook's")
        self._rest = data

    def close(self) -> SheetScan:
        self._rows(self._rest)
        self._rest = b""
        return self.found

    def _rows(self, block: bytes) -> None:
        found = self.found
        found.rows += block.count(b"<row ") + block.count(b"<row>")
        found.values += block.count(b"<v>") + block.count(b"<is>")
        if found.offset is None or found.offset > 0:
            self._first_column(block)
        if b"<f" in block:
            self._formulas(block)
        # Looked for everywhere: what follows the rows may itself be cut at <rowBreaks>.
        for first, last in _MERGE.findall(block) if b"<mergeCell " in block else ():
            (top, left), (bottom, right) = row_and_place(first.decode()), row_and_place(last.decode())
            found.merged.append((top, left, bottom, right))
        if b't="e"' in block:
            for attributes, name in _ERROR.findall(block):
                self._note(found.errors, attributes, name)

    def _formulas(self, block: bytes) -> None:
        """Formulas nobody calculated. An empty text is a result (t="str"), an empty number is none."""
        for attributes, _, text, rest in _FORMULA.findall(block):
            if not _HAS_VALUE.search(rest) and _type(attributes) != b"str":
                self._note(self.found.uncalculated, attributes, text)

    def _first_column(self, block: bytes) -> None:
        """The leftmost column that holds a value, as the reader of cells counts it."""
        for row in block.split(b"<row")[1:]:
            for pattern in (_VALUED, _STRING_CELL):
                match = pattern.search(row)
                if match is None:
                    continue
                ref = _REF.search(match[1])
                place = place_of(ref[1].decode()) if ref else 0
                if self.found.offset is None or place < self.found.offset:
                    self.found.offset = place
            if self.found.offset == 0:
                return

    @staticmethod
    def _note(where: dict[tuple[int, int], str], attributes: bytes, text: bytes) -> None:
        """Keep the cell. One that does not say where it stands counts as the sheet's corner."""
        ref = _REF.search(attributes)
        at = row_and_place((ref[1] + ref[2]).decode()) if ref else (0, 0)
        where[at] = html.unescape(text.decode("utf-8", "replace"))


def _type(attributes: bytes) -> bytes:
    match = _TYPE.search(attributes)
    return match[1] if match else b""


def long_numbers(content: bytes) -> set[tuple[int, int]]:
    """Cells of a worksheet's XML that hold a number of 16 digits or more: Excel has lost all after the fifteenth.

    Looked for only where a text column holds so many digits, because it costs as much as all the rest.
    """
    prefix = _PREFIX.search(content[:_HEAD])
    if prefix:
        content = content.replace(b"<" + prefix[1] + b":", b"<")
    refs = (_REF.search(at) for at in _LONG.findall(content) if _type(at) not in (b"s", b"str", b"inlineStr", b"b"))
    return {row_and_place((ref[1] + ref[2]).decode()) for ref in refs if ref}
