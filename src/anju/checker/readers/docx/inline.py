"""一段之内：把各个文字块接成定稿的文字，删去的不要，插入的要；数的控件和书签记下起止。"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from lxml import etree

from anju.checker.readers.docx.package import W
from anju.checker.reading import Mark

_ALIAS = re.compile(r"(?:^|\s)(f\d{1,6})\s*$")
_BOOKMARK = re.compile(r"anju_(f\d{1,6})")
_WRAPPERS = frozenset(
    {"ins", "moveTo", "hyperlink", "smartTag", "customXml", "fldSimple", "dir", "bdo", "sdtContent", "ruby", "rubyBase"}
)
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_INSERTED, _REMOVED = frozenset({"ins", "moveTo"}), frozenset({"del", "moveFrom"})


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


class Inline:
    """Reads paragraphs; a field may begin in one and end in another, so it lives as long as the document.

    `revised` becomes True once a tracked change was met.
    """

    def __init__(self) -> None:
        self.revised = False
        self._fields: list[bool] = []
        self._bookmarks: dict[str, tuple[str, int]] = {}
        self._acts: dict[str, Callable[[etree._Element, Line], None]] = {
            "r": self._run,
            "t": self._text,
            "sdt": self._control,
            "fldChar": self._field,
            "bookmarkStart": self._bookmark_start,
            "bookmarkEnd": self._bookmark_end,
            "AlternateContent": self._alternative,
            "oMath": self._formula,
            "oMathPara": self._formula,
        }

    def line(self, paragraph: etree._Element) -> Line:
        self._bookmarks.clear()
        found = Line()
        self._walk(paragraph, found)
        return found

    def _walk(self, element: etree._Element, line: Line) -> None:
        for child in element:
            name = local(child)
            act = self._acts.get(name)
            if act is not None:
                act(child, line)
            elif name in _WRAPPERS:
                self.revised |= name in _INSERTED
                self._walk(child, line)
            elif name in _REMOVED:
                self.revised = True
            elif name in _SIGNS:
                self._sign(child, name, line)
            elif name in {"drawing", "pict", "object"}:
                line.boxes += boxes(child)
            elif name in {"footnoteReference", "endnoteReference"}:
                line.notes.append((name.removesuffix("Reference"), child.get(f"{W}id") or ""))

    def _run(self, run: etree._Element, line: Line) -> None:
        properties = run.find(f"{W}rPr")
        if properties is None or not _on(properties.find(f"{W}vanish")):
            self._walk(run, line)

    def _text(self, text: etree._Element, line: Line) -> None:
        if not any(self._fields):
            line.add(text.text or "")

    def _sign(self, sign: etree._Element, name: str, line: Line) -> None:
        if not any(self._fields) and sign.get(f"{W}type") not in {"page", "column"}:
            line.add(_SIGNS[name])

    def _control(self, control: etree._Element, line: Line) -> None:
        start, name = line.length, control_name(control)
        content = control.find(f"{W}sdtContent")
        if content is not None:
            self._walk(content, line)
        if name:
            _mark(line, Mark(name, start, line.length))

    def _field(self, sign: etree._Element, _: Line) -> None:
        """Between begin and separate stands the instruction, whose text is not printed."""
        kind = sign.get(f"{W}fldCharType")
        if kind == "begin":
            self._fields.append(True)
        elif self._fields and kind == "separate":
            self._fields[-1] = False
        elif self._fields and kind == "end":
            self._fields.pop()

    def _bookmark_start(self, sign: etree._Element, line: Line) -> None:
        named = _BOOKMARK.fullmatch(sign.get(f"{W}name") or "")
        if named:
            self._bookmarks[sign.get(f"{W}id") or ""] = (named[1], line.length)

    def _bookmark_end(self, sign: etree._Element, line: Line) -> None:
        name, start = self._bookmarks.pop(sign.get(f"{W}id") or "", ("", 0))
        if name:
            _mark(line, Mark(name, start, line.length))

    def _alternative(self, element: etree._Element, line: Line) -> None:
        """A shape comes twice, once for new programs and once for old ones: one of them is read."""
        self._walk(next(iter(element), element), line)

    def _formula(self, formula: etree._Element, line: Line) -> None:
        for part in formula.iter():
            if local(part) == "t":
                line.add(part.text or "")


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


def _mark(line: Line, mark: Mark) -> None:
    if mark not in line.marks:
        line.marks.append(mark)


def _on(flag: etree._Element | None) -> bool:
    return flag is not None and flag.get(f"{W}val") not in {"0", "false", "off"}
