"""页面：从模板的节取纸张和边距，算出版心；横排的节把纸和边距一起转过来。"""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass

from anju.reports.writers.docx.elements import Element, name

_LANDSCAPE = {"top": "left", "right": "top", "bottom": "right", "left": "bottom"}
"""What each margin becomes when the sheet is turned to the left, so that the binding edge stays the same."""
_ONLY_FIRST = ("w:titlePg", "w:pgNumType")
_BREAKS = "w:type"
MILLIMETRE = 1440 / 25.4
"""Twips."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """Size of the text block, in twips."""

    width: int
    height: int


def sheet(properties: Element) -> Sheet:
    """The text block of a section. ValueError or TypeError when its sizes are no numbers."""
    size, margins = properties.find(name("w:pgSz")), properties.find(name("w:pgMar"))
    if size is None or margins is None:
        raise ValueError("sectPr")
    width = _twips(size, "w") - _twips(margins, "left") - _twips(margins, "right") - _twips(margins, "gutter")
    height = _twips(size, "h") - abs(_twips(margins, "top")) - abs(_twips(margins, "bottom"))
    if min(width, height) <= 0:
        raise ValueError("pgMar")
    return Sheet(width, height)


def section_properties(template: Element, *, landscape: bool, first: bool) -> Element:
    """The template's last section again, for pages of this orientation; each begins on a new page."""
    properties = deepcopy(template)
    # A section break is a new page unless it says otherwise.
    for short in (_BREAKS, *(() if first else _ONLY_FIRST)):
        for found in properties.findall(name(short)):
            properties.remove(found)
    if landscape:
        _turn(properties)
    return properties


def _turn(properties: Element) -> None:
    size, margins = properties.find(name("w:pgSz")), properties.find(name("w:pgMar"))
    if size is None or margins is None:
        return
    wide, high = size.get(name("w:w"), ""), size.get(name("w:h"), "")
    size.set(name("w:w"), high)
    size.set(name("w:h"), wide)
    size.set(name("w:orient"), "landscape")
    before = {edge: margins.get(name(f"w:{edge}"), "0") for edge in _LANDSCAPE}
    for edge, taken in _LANDSCAPE.items():
        margins.set(name(f"w:{edge}"), before[taken].lstrip("-"))
    # The page number stays as far below the text; the head must fit above it.
    footer, gap = name("w:footer"), int(before["bottom"].lstrip("-")) - int(margins.get(name("w:footer"), "0"))
    margins.set(footer, str(max(0, _twips(margins, "bottom") - gap)))
    header = name("w:header")
    margins.set(header, str(min(int(margins.get(header, "0")), _twips(margins, "top") // 2)))


def _twips(element: Element, attribute: str) -> int:
    return int(element.get(name(f"w:{attribute}"), "0"))
