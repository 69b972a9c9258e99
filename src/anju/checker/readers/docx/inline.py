"""一段之内：把各个文字块接成定稿的文字，删去的不要，插入的要；数的控件和书签记下起止。"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from lxml import etree

from anju.checker.readers.docx.line import Line, boxes, control_name, is_on, local, marked
from anju.checker.readers.docx.package import W
from anju.checker.reading import Mark

_BOOKMARK = re.compile(r"anju_(f\d{1,6})")
_WRAPPERS = frozenset(
    {"ins", "moveTo", "hyperlink", "smartTag", "customXml", "dir", "bdo", "sdtContent", "ruby", "rubyBase"}
)
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_UNPRINTED = re.compile(r"\s*(?:PAGE|PAGEREF|NUMPAGES|SECTIONPAGES)\b", re.IGNORECASE)
"""Fields that count pages: no figures of the report."""
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_JOINTS = {("f", "den"): "/", ("sSup", "sup"): "^", ("sSubSup", "sup"): "^", ("rad", "e"): "√"}
_INSERTED, _REMOVED = frozenset({"ins", "moveTo"}), frozenset({"del", "moveFrom"})


@dataclass(slots=True)
class _Field:
    """A field under way: its instruction, and whether what is met now is left out."""

    instruction: str = ""
    silent: bool = True


class Inline:
    """Reads paragraphs; a field may begin in one and end in another, so it lives as long as the document.

    `revised` becomes True once a tracked change was met.
    """

    def __init__(self) -> None:
        self.revised = False
        self._fields: list[_Field] = []
        self._silenced = 0
        self._raised = False
        self._bookmarks: dict[str, tuple[str, int]] = {}
        self._acts: dict[str, Callable[[etree._Element, Line], None]] = {
            "r": self._run,
            "t": self._text,
            "sdt": self._control,
            "fldChar": self._field,
            "fldSimple": self._simple_field,
            "instrText": self._instruction,
            "bookmarkStart": self._bookmark_start,
            "bookmarkEnd": self._bookmark_end,
            "AlternateContent": self._alternative,
            "oMath": self._formula,
            "oMathPara": self._formula,
        }

    @property
    def cut_off(self) -> bool:
        """Whether a field was begun and never ended, so that what follows it was not read."""
        return self._silenced > 0

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
        if properties is None or not is_on(properties.find(f"{W}vanish")):
            height = None if properties is None else properties.find(f"{W}vertAlign")
            self._raised = height is not None and height.get(f"{W}val") == "superscript"
            self._walk(run, line)
            self._raised = False

    def _text(self, text: etree._Element, line: Line) -> None:
        """A raised digit stays apart from those before it: m², 10⁴, a footnote's number."""
        if not self._silenced:
            said = text.text or ""
            line.add(said.translate(_RAISED) if self._raised else said)

    def _sign(self, sign: etree._Element, name: str, line: Line) -> None:
        if not self._silenced and sign.get(f"{W}type") not in {"page", "column"}:
            line.add(_SIGNS[name])

    def _control(self, control: etree._Element, line: Line) -> None:
        start, name = line.length, control_name(control)
        content = control.find(f"{W}sdtContent")
        if content is not None:
            self._walk(content, line)
        if name:
            marked(line, Mark(name, start, line.length))

    def _field(self, sign: etree._Element, _: Line) -> None:
        """Between begin and separate stands the instruction, whose text is not printed."""
        kind = sign.get(f"{W}fldCharType")
        if kind == "begin":
            self._fields.append(_Field())
            self._silenced += 1
        elif self._fields and kind == "separate":
            field = self._fields[-1]
            printed = field.silent and not _UNPRINTED.match(field.instruction)
            field.silent ^= printed
            self._silenced -= printed
        elif self._fields and kind == "end":
            self._silenced -= self._fields.pop().silent

    def _instruction(self, text: etree._Element, _: Line) -> None:
        if self._fields:
            self._fields[-1].instruction += text.text or ""

    def _simple_field(self, field: etree._Element, line: Line) -> None:
        if not _UNPRINTED.match(field.get(f"{W}instr") or ""):
            self._walk(field, line)

    def _bookmark_start(self, sign: etree._Element, line: Line) -> None:
        named = _BOOKMARK.fullmatch(sign.get(f"{W}name") or "")
        if named:
            self._bookmarks[sign.get(f"{W}id") or ""] = (named[1], line.length)

    def _bookmark_end(self, sign: etree._Element, line: Line) -> None:
        name, start = self._bookmarks.pop(sign.get(f"{W}id") or "", ("", 0))
        if name:
            marked(line, Mark(name, start, line.length))

    def _alternative(self, element: etree._Element, line: Line) -> None:
        """A shape comes twice, once for new programs and once for old ones: one of them is read."""
        self._walk(next(iter(element), element), line)

    def _formula(self, formula: etree._Element, line: Line) -> None:
        """In one line: a fraction as (a/b), a power with ^, so that no two figures run together."""
        name = local(formula)
        line.add("(" if name == "f" else formula.text or "" if name == "t" else "")
        for part in formula:
            line.add(_JOINTS.get((name, local(part)), ""))
            self._formula(part, line)
        line.add(")" if name == "f" else "")
