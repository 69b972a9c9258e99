"""样式：段落用了哪个样式、是几级标题；样式可以一层层承袭。"""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from anju.checker.readers.docx.package import W


@dataclass(frozen=True, slots=True)
class _Style:
    name: str
    outline: int | None
    parent: str | None


class Styles:
    """Names and outline levels of a document's paragraph styles."""

    def __init__(self, root: etree._Element | None) -> None:
        self._styles: dict[str, _Style] = {}
        self._default = ""
        for style in root.iter(f"{W}style") if root is not None else ():
            identity = style.get(f"{W}styleId") or ""
            if style.get(f"{W}type", "paragraph") == "paragraph":
                self._styles[identity] = _Style(_value(style, "name") or identity, _outline(style), _based(style))
                if style.get(f"{W}default") in {"1", "true", "on"}:
                    self._default = identity

    def of(self, paragraph: etree._Element) -> tuple[str, int | None]:
        """Name of the paragraph's style and its heading level from 1, or None for plain text."""
        properties = paragraph.find(f"{W}pPr")
        identity, own = self._default, None
        if properties is not None:
            identity = _value(properties, "pStyle") or identity
            own = _level(_value(properties, "outlineLvl"))
        style = self._styles.get(identity)
        level = own if own is not None else self._inherited(identity)
        return (style.name if style else identity), (level + 1 if level is not None and level < 9 else None)

    def _inherited(self, identity: str) -> int | None:
        for _ in range(len(self._styles)):
            style = self._styles.get(identity)
            if style is None or style.outline is not None:
                return style.outline if style else None
            if style.parent is None:
                return None
            identity = style.parent
        return None


def _value(element: etree._Element, name: str) -> str | None:
    found = element.find(f"{W}{name}")
    return None if found is None else found.get(f"{W}val")


def _based(style: etree._Element) -> str | None:
    return _value(style, "basedOn")


def _outline(style: etree._Element) -> int | None:
    properties = style.find(f"{W}pPr")
    return None if properties is None else _level(_value(properties, "outlineLvl"))


def _level(text: str | None) -> int | None:
    return int(text) if text is not None and text.isascii() and text.isdigit() and len(text) < 3 else None
