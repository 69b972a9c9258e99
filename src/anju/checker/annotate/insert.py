"""批注插进正文：在那几个字的前后把文字块断开，放上起止标记；不能断的，标在它的外面。

Word knows a comment's range by two marks that stand between runs. A run is cut where the range begins or ends, its
format copied; formulas, ruby, fields and content controls of plain text are not cut but enclosed. Word ignores comments
in footnotes and text boxes: there the marks go to where the note is referred to, and around the box.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, field

from lxml import etree

from anju.checker.annotate.stream import Source, local

_HOLD_RANGES = frozenset({"p", "hyperlink", "ins", "moveTo", "sdtContent", "smartTag", "customXml", "dir", "bdo"})
_NOTES = {"footnote": "footnoteReference", "endnote": "endnoteReference"}
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


@dataclass(slots=True)
class _Cut:
    """What goes between two letters: ends of ranges before beginnings."""

    ends: list[int] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)


class Marker:
    """Collects the ranges of comments in one document, then puts them in."""

    def __init__(self, document: etree._Element) -> None:
        self._document = document
        self._w = f"{{{etree.QName(document).namespace}}}"
        self._cuts: dict[etree._Element, dict[tuple[int, int], _Cut]] = {}

    def mark(self, comment: int, first: Source, last: Source) -> bool:
        """From one letter to another, the last included. False when there is no place for it in the document."""
        begins, ends = self._holder(first.node), self._holder(last.node)
        if begins is None or ends is None:
            return False
        self._cut(begins, self._before(begins, first)).starts.append(comment)
        self._cut(ends, self._behind(ends, last)).ends.append(comment)
        return True

    def mark_whole(self, comment: int) -> None:
        """A comment on the report as such: over the first run of the document, or in a paragraph of its own."""
        runs = self._document.iter(f"{self._w}r")
        run = next((each for each in runs if len(each) and self._holder_of(each) is each), None)
        if run is None:
            paragraph = etree.Element(f"{self._w}p")
            run = etree.SubElement(paragraph, f"{self._w}r")
            etree.SubElement(run, f"{self._w}t")
            next(iter(self._document)).insert(0, paragraph)
        self._cut(run, (0, 0)).starts.append(comment)
        self._cut(run, (len(run), 0)).ends.append(comment)

    def apply(self) -> None:
        """Cut the runs, the last cut first, and put all marks in."""
        for element, cuts in self._cuts.items():
            for (child, offset), cut in sorted(cuts.items(), key=lambda each: each[0], reverse=True):
                self._part(element, child, offset, list(self._marks(cut)))

    def _cut(self, element: etree._Element, at: tuple[int, int]) -> _Cut:
        return self._cuts.setdefault(element, {}).setdefault(at, _Cut())

    def _before(self, holder: etree._Element, source: Source) -> tuple[int, int]:
        """The cut in front of a letter, as child of its run and offset; (0, 0) is in front of the run."""
        if source.node.getparent() is not holder:
            return 0, 0
        child = holder.index(source.node)
        first = 1 if local(holder[0]) == "rPr" else 0
        return (0, 0) if (child, source.offset) == (first, 0) else (child, source.offset)

    def _behind(self, holder: etree._Element, source: Source) -> tuple[int, int]:
        if source.node.getparent() is not holder:
            return len(holder), 0
        child, length = holder.index(source.node), len(source.node.text or "")
        return (child, source.offset + 1) if source.offset + 1 < length else (child + 1, 0)

    def _part(self, element: etree._Element, child: int, offset: int, marks: list[etree._Element]) -> None:
        if (child, offset) == (0, 0):
            for mark in marks:
                element.addprevious(mark)
            return
        if child < len(element):
            element.addnext(_right_part(element, child, offset))
        for mark in reversed(marks):
            element.addnext(mark)

    def _marks(self, cut: _Cut) -> Iterator[etree._Element]:
        for number in cut.ends:
            yield self._mark("commentRangeEnd", number)
            run = etree.Element(f"{self._w}r")
            run.append(self._mark("commentReference", number))
            yield run
        for number in cut.starts:
            yield self._mark("commentRangeStart", number)

    def _mark(self, name: str, number: int) -> etree._Element:
        mark = etree.Element(f"{self._w}{name}")
        mark.set(f"{self._w}id", str(number))
        return mark

    def _holder(self, node: etree._Element) -> etree._Element | None:
        """The run of a text, or whatever encloses it and must stay whole; for a note, the run that refers to it."""
        reference = self._reference(node)
        inside = node if reference is None else reference
        # Word shows no comment in a text box: it goes to the outermost box's run.
        boxes = [each for each in inside.iterancestors() if local(each) == "txbxContent"]
        return self._holder_of(boxes[-1] if boxes else inside)

    def _holder_of(self, node: etree._Element) -> etree._Element | None:
        held: etree._Element | None = None
        element = node
        while local(element) != "p":
            parent = element.getparent()
            if parent is None:
                return None
            if local(parent) in _HOLD_RANGES:
                held = element if held is None or _is_bound(element) else held
            elif local(parent) != "sdt":
                held = None
            element = parent
        return held if element.getroottree().getroot() is self._document else None

    def _reference(self, node: etree._Element) -> etree._Element | None:
        """Where the document refers to the note that a text stands in."""
        for kind, name in _NOTES.items():
            note = next(node.iterancestors(f"{self._w}{kind}"), None)
            if note is not None:
                identity = note.get(f"{self._w}id")
                references = self._document.iter(f"{self._w}{name}")
                return next((each for each in references if each.get(f"{self._w}id") == identity), None)
        return None


def _right_part(run: etree._Element, child: int, offset: int) -> etree._Element:
    """Cut a run in two: give the part behind the cut, of the same format; the run keeps the one before."""
    right = run.makeelement(run.tag, {str(name): str(value) for name, value in run.attrib.items()})
    if local(run[0]) == "rPr":
        right.append(deepcopy(run[0]))
    if offset:
        text = run[child]
        said = text.text or ""
        rest = deepcopy(text)
        text.text, rest.text = said[:offset], said[offset:]
        for each in (text, rest):
            each.set(_SPACE, "preserve")
        right.append(rest)
        child += 1
    for each in list(run)[child:]:
        right.append(each)
    return right


def _is_bound(element: etree._Element) -> bool:
    """A content control of plain text, which may hold nothing else, or one whose text Word fetches from elsewhere."""
    properties = list(element)[:1] if local(element) == "sdt" else []
    return any(local(each) in {"dataBinding", "text"} for part in properties for each in part)
