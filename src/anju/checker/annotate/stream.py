"""Word 文件里的字：每个段落定稿后剩下哪些字，每个字出自哪个文字块的第几个，好把批注写到那几个字上。

The reader knows paragraphs by number and no XML; here every paragraph of the XML has its letters with their sources,
and `match` finds the one in the other by what they say. Blanks are left out on both sides.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

_REMOVED = frozenset({"del", "moveFrom", "delText", "instrText", "rt", "Fallback", "pPr", "rPr", "sdtPr"})
_SIGNS = {"noBreakHyphen": "-"}
_PLAIN = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


@dataclass(frozen=True, slots=True)
class Source:
    """The letter at `offset` of a text node; of a sign, which is a letter itself, 0."""

    node: etree._Element
    offset: int


@dataclass(slots=True)
class Line:
    """The letters of one paragraph of the XML, blanks left out, with their sources."""

    text: str = ""
    sources: list[Source] = field(default_factory=list)


def local(element: etree._Element) -> str:
    """The name without its namespace; of a comment or instruction nothing."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def letters(text: str) -> str:
    """What two texts that say the same have in common: no blanks, raised digits on the line."""
    return "".join(text.split()).translate(_PLAIN)


def lines(root: etree._Element) -> Iterator[Line]:
    """The paragraphs below an element in reading order: each, then the text boxes in it; tables within a cell after
    what the cell itself says."""
    for child in root:
        name = local(child)
        if name == "p":
            yield from _paragraph(child)
        elif name == "tc":
            yield from _cell(child)
        elif name not in _REMOVED:
            yield from lines(child)


def _cell(cell: etree._Element) -> Iterator[Line]:
    for inner in (False, True):
        for child in cell:
            if local(child) == "p" and not inner:
                yield from _paragraph(child)
            elif local(child) != "p" and (local(child) == "tbl") == inner:
                yield from lines(child)


def _paragraph(paragraph: etree._Element) -> Iterator[Line]:
    pieces: list[str] = []
    line, boxes = Line(), list[etree._Element]()
    _walk(paragraph, line, pieces, boxes)
    line.text = "".join(pieces)
    if line.text:
        yield line
    for box in boxes:
        yield from lines(box)


def _walk(element: etree._Element, line: Line, pieces: list[str], boxes: list[etree._Element]) -> None:
    for child in element:
        name = local(child)
        if name == "txbxContent":
            boxes.append(child)
        elif name == "t":
            _add(child, child.text or "", line, pieces)
        elif name in _SIGNS:
            _add(child, _SIGNS[name], line, pieces)
        elif name not in _REMOVED and not (name == "r" and _hidden(child)):
            _walk(child, line, pieces, boxes)


def _add(node: etree._Element, text: str, line: Line, pieces: list[str]) -> None:
    for offset, letter in enumerate(text):
        if not letter.isspace():
            pieces.append(letter.translate(_PLAIN))
            line.sources.append(Source(node, offset))


def _hidden(run: etree._Element) -> bool:
    for properties in run:
        if local(properties) == "rPr":
            for flag in properties:
                if local(flag) == "vanish":
                    return not {"0", "false", "off"} & {str(value) for value in flag.attrib.values()}
    return False
