"""样式：段落用了哪个样式、是几级标题、有没有自动编号；样式可以一层层承袭。"""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from anju.checker.readers.docx.numbering import Numbering
from anju.checker.readers.docx.package import W

_CONTENTS = "toc "
_DEEPEST = 32


@dataclass(frozen=True, slots=True)
class _Style:
    name: str
    outline: int | None
    ordinal: str | None
    parent: str | None


@dataclass(frozen=True, slots=True)
class Look:
    """What a paragraph's style says: its name, the heading's level from 1 or None, what an automatic number prints,
    and whether it is a line of the table of contents."""

    style: str = ""
    level: int | None = None
    ordinal: str = ""
    contents: bool = False


PLAIN = Look()


class Styles:
    """Names, outline levels and automatic numbers of a document's paragraph styles."""

    def __init__(self, root: etree._Element | None, numbering: Numbering) -> None:
        self._styles: dict[str, _Style] = {}
        self._numbering = numbering
        self._default = ""
        for style in root.iter(f"{W}style") if root is not None else ():
            identity = style.get(f"{W}styleId") or ""
            if style.get(f"{W}type", "paragraph") == "paragraph":
                self._styles[identity] = self._style(style, identity)
                if style.get(f"{W}default") in {"1", "true", "on"}:
                    self._default = identity

    def of(self, paragraph: etree._Element) -> Look:
        properties = paragraph.find(f"{W}pPr")
        identity, own, ordinal = self._default, None, self._numbering.sample(properties)
        if properties is not None:
            identity = _value(properties, "pStyle") or identity
            own = _level(_value(properties, "outlineLvl"))
        line = self._line(identity)
        outline = own if own is not None else next((each.outline for each in line if each.outline is not None), None)
        if ordinal is None:
            ordinal = next((each.ordinal for each in line if each.ordinal is not None), "")
        name = line[0].name if line else identity
        level = outline + 1 if outline is not None and outline < 9 else None
        return Look(name, level, ordinal, name.lower().startswith(_CONTENTS))

    def _style(self, style: etree._Element, identity: str) -> _Style:
        properties = style.find(f"{W}pPr")
        outline = None if properties is None else _level(_value(properties, "outlineLvl"))
        ordinal = self._numbering.sample(properties)
        return _Style(_value(style, "name") or identity, outline, ordinal, _value(style, "basedOn"))

    def _line(self, identity: str) -> list[_Style]:
        """The style and those it is based on; a circle of them ends."""
        found: list[_Style] = []
        style = self._styles.get(identity)
        while style is not None and len(found) < _DEEPEST:
            found.append(style)
            style = self._styles.get(style.parent or "")
        return found


def _value(element: etree._Element, name: str) -> str | None:
    found = element.find(f"{W}{name}")
    return None if found is None else found.get(f"{W}val")


def _level(text: str | None) -> int | None:
    return int(text) if text is not None and text.isascii() and text.isdigit() and len(text) < 3 else None
