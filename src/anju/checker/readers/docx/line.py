"""一段文字长成的样子，和各处都用的认名、认控件、找文本框。"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from anju.checker.readers.docx.package import W
from anju.checker.reading import Mark

_ALIAS = re.compile(r"(?:^|\s)(f\d{1,6})\s*$")


@dataclass(slots=True)
class Line:
    """The text of one paragraph as it grows, with what hangs on it: marks, text boxes, notes."""

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    marks: list[Mark] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)

    def add(self, text: str) -> None:
        self.pieces.append(text)
        self.length += len(text)

    def join(self, other: Line, between: str) -> None:
        """Append another line, its marks moved along."""
        self.add(between)
        shift = self.length
        self.add(other.text)
        self.marks += [Mark(mark.name, mark.start + shift, mark.end + shift) for mark in other.marks]
        self.boxes += other.boxes
        self.notes += other.notes

    @property
    def text(self) -> str:
        return "".join(self.pieces)


def local(element: etree._Element) -> str:
    """The name without its namespace."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def control_name(control: etree._Element) -> str:
    """The figure's mark at the end of a content control's title, or nothing."""
    alias = control.find(f"{W}sdtPr/{W}alias")
    found = _ALIAS.search(alias.get(f"{W}val") or "") if alias is not None else None
    return found[1] if found else ""


def boxes(element: etree._Element) -> Iterator[etree._Element]:
    """Text boxes of a drawing, outermost only, each shape once."""
    for child in element:
        name = local(child)
        if name == "txbxContent":
            yield child
        elif name == "AlternateContent":
            yield from boxes(next(iter(child), child))
        else:
            yield from boxes(child)


def marked(line: Line, mark: Mark) -> None:
    """A control and a bookmark around the same figure are one mark."""
    if mark not in line.marks:
        line.marks.append(mark)


def is_on(flag: etree._Element | None) -> bool:
    """A property that is there and not switched off."""
    return flag is not None and flag.get(f"{W}val") not in {"0", "false", "off"}
