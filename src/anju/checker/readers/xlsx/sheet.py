"""一张工作表：逐格读过去，记下显示的文字、合并的格、隐藏的行列和没有结果的公式。"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from lxml import etree

from anju.checker.readers.package import Package, usual
from anju.checker.readers.xlsx.strings import plain_text
from anju.checker.readers.xlsx.styles import Styles, X

Spot = tuple[int, int]
MOST_CELLS = 200_000
"""Filled cells that are read of one workbook."""
MOST_BYTES = 192 << 20
_REFERENCE = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})")
_TAGS = tuple(f"{X}{name}" for name in ("c", "mergeCell", "col"))


@dataclass(slots=True)
class Sheet:
    """`texts` by row and column from 1; `merged` as first and last corner; `unanswered` and `faulty` name cells with a
    formula that has no result or an error; `cut` tells that there were more cells than are read."""

    texts: dict[Spot, str] = field(default_factory=dict)
    merged: list[tuple[Spot, Spot]] = field(default_factory=list)
    unanswered: list[str] = field(default_factory=list)
    faulty: list[str] = field(default_factory=list)
    hidden: bool = False
    cut: bool = False
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)


class SheetReader:
    """Reads sheets of one workbook. Unreadable, with one sentence, when a part is broken or a bomb."""

    def __init__(self, package: Package, strings: Sequence[str], styles: Styles) -> None:
        self._package, self._strings, self._styles = package, strings, styles
        self._left = MOST_CELLS

    def read(self, member: str) -> Sheet:
        found = Sheet()
        content = self._package.bytes(member, MOST_BYTES)
        try:
            self._walk(found, usual(content or b""))
        except (etree.XMLSyntaxError, ValueError):
            raise self._package.broken() from None
        self._left -= len(found.texts)
        columns = {column for _, column in found.texts}
        found.hidden |= any(first <= each <= last for first, last in found.hidden_columns for each in columns)
        return found

    def _walk(self, found: Sheet, content: bytes) -> None:
        row, column = 0, 0
        last: etree._Element | None = None
        for element in _elements(self._package, content):
            if element.tag == _TAGS[1]:
                _merge(found, element.get("ref") or "")
                continue
            if element.tag == _TAGS[2]:
                _column(found, element)
                continue
            parent = element.getparent()
            if parent is not last:
                last, column = parent, 0
                row = _number(parent.get("r") if parent is not None else None, row + 1)
            column += 1
            named = _REFERENCE.fullmatch(element.get("r") or "")
            if named:
                row, column = int(named[2]), column_number(named[1])
            if len(found.texts) >= self._left:
                found.cut = True
                continue
            self._cell(found, element, (row, column))

    def _cell(self, found: Sheet, cell: etree._Element, spot: Spot) -> None:
        text = self._text(cell)
        kind = cell.get("t") or "n"
        if text is None:
            if cell.find(f"{X}f") is not None and kind != "str":
                found.unanswered.append(cell_name(*spot))
            return
        if kind == "e":
            found.faulty.append(cell_name(*spot))
        if text.strip():
            found.texts[spot] = text
            parent = cell.getparent()
            found.hidden |= parent is not None and parent.get("hidden") in {"1", "true"}

    def _text(self, cell: etree._Element) -> str | None:
        """What the cell shows, or None when it stores nothing."""
        kind, style = cell.get("t") or "n", cell.get("s") or ""
        if kind == "inlineStr":
            inline = cell.find(f"{X}is")
            return None if inline is None else self._styles.text(plain_text(inline), style)
        value = cell.findtext(f"{X}v")
        if not value:
            return None
        if kind == "s":
            at = _number(value, -1)
            return self._styles.text(self._strings[at], style) if 0 <= at < len(self._strings) else ""
        if kind == "b":
            return "TRUE" if value.strip() == "1" else "FALSE"
        return self._styles.shown(value, style) if kind == "n" else self._styles.text(value, style)


def _elements(package: Package, content: bytes) -> Iterator[etree._Element]:
    """Each cell, merged range and column as it ends; what was seen is let go at once."""
    events = etree.iterparse(
        io.BytesIO(content), events=("end",), tag=_TAGS, resolve_entities=False, no_network=True, remove_comments=True
    )
    first = True
    for _, element in events:
        if first:
            package.refuse_entities(element)
            first = False
        yield element
        element.clear()
        parent = element.getparent()
        while parent is not None and element.getprevious() is not None:
            del parent[0]


def _merge(found: Sheet, reference: str) -> None:
    ends = [_REFERENCE.fullmatch(each) for each in reference.split(":")]
    if len(ends) == 2 and ends[0] and ends[1]:
        first, last = ((int(end[2]), column_number(end[1])) for end in ends if end)
        found.merged.append((first, last))


def _column(found: Sheet, column: etree._Element) -> None:
    if column.get("hidden") in {"1", "true"}:
        found.hidden_columns.append((_number(column.get("min"), 0), _number(column.get("max"), 0)))


def _number(text: str | None, otherwise: int) -> int:
    plain = (text or "").strip()
    return int(plain) if plain.isascii() and plain.isdigit() and len(plain) < 9 else otherwise


def column_number(letters: str) -> int:
    """A is 1, Z 26, AA 27."""
    found = 0
    for letter in letters:
        found = found * 26 + ord(letter) - 64
    return found


def cell_name(row: int, column: int) -> str:
    """cell_name(7, 3) == "C7"."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return f"{letters}{row}"
