"""Word 副本：原来的文件一个字不动，另写一份；只换正文、批注和登记它们的两处，其余部分照搬。"""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterator
from datetime import date

from lxml import etree

from anju.checker.annotate.comment import AUTHOR, INITIALS, Comment, Comments
from anju.checker.annotate.insert import Marker
from anju.checker.annotate.match import Matched
from anju.checker.annotate.stream import lines
from anju.checker.reading import Reading

_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_COMMENTS = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_USUAL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
MOST_BYTES = 400 << 20
"""Unpacked size of a package of which a copy is written."""


class NoCopy(Exception):
    """A document of which no copy can be written; the reason in one Chinese sentence."""


def annotated(content: bytes, reading: Reading, comments: Comments) -> bytes:
    """The bytes of a Word document with the comments in it, its own comments kept. NoCopy when it cannot be done."""
    package = _Package(content)
    main = package.target("", "officeDocument") or "word/document.xml"
    document = package.xml(main)
    if document is None:
        raise NoCopy("找不到正文部分")
    notes = [package.xml(package.target(main, kind) or "") for kind in ("footnotes", "endnotes")]
    found = [line for root in (document, *notes) if root is not None for line in lines(root)]
    own = _comments_part(package, main, document)
    matched, marker = Matched(reading.paragraphs, found), Marker(document)
    first = 1 + max((int(each.get(_name(each, "id")) or 0) for each in own), default=-1)
    for number, comment in enumerate(comments.comments, first):
        span = matched.span(comment.number, comment.start, comment.end) if comment.number else None
        if span is None or not marker.mark(number, *span):
            marker.mark_whole(number)
        own.append(_written(own, number, comment, comments.day))
    marker.apply()
    return package.written()


def _written(root: etree._Element, number: int, comment: Comment, day: date) -> etree._Element:
    told = root.makeelement(_name(root, "comment"))
    said = {"id": str(number), "author": AUTHOR, "date": f"{day.isoformat()}T00:00:00Z", "initials": INITIALS}
    for name, value in said.items():
        told.set(_name(root, name), value)
    for index, line in enumerate(comment.lines):
        paragraph = etree.SubElement(told, _name(root, "p"))
        if index == 0:
            etree.SubElement(etree.SubElement(paragraph, _name(root, "r")), _name(root, "annotationRef"))
        text = etree.SubElement(etree.SubElement(paragraph, _name(root, "r")), _name(root, "t"))
        text.text = line
        text.set(_SPACE, "preserve")
    return told


def _name(element: etree._Element, local: str) -> str:
    return f"{{{etree.QName(element).namespace}}}{local}"


def _comments_part(package: _Package, main: str, document: etree._Element) -> etree._Element:
    """The document's comments; an empty part, registered, when it has none."""
    there = package.target(main, "comments")
    found = package.xml(there) if there else None
    if found is not None:
        return found
    namespace = etree.QName(document).namespace or ""
    root = etree.Element(f"{{{namespace}}}comments", nsmap={"w": namespace})
    package.add(main, posixpath.join(posixpath.dirname(main), "comments.xml"), "comments", _COMMENTS, root)
    return root


class _Package:
    """A zip of parts: what is parsed here is written anew, all else is copied."""

    def __init__(self, content: bytes) -> None:
        self._zip = zipfile.ZipFile(io.BytesIO(content))
        self._members = {info.filename.replace("\\", "/"): info for info in self._zip.infolist()}
        self._parsed: dict[str, etree._Element] = {}
        if sum(info.file_size for info in self._members.values()) > MOST_BYTES:
            raise NoCopy("解开后太大")

    def xml(self, name: str) -> etree._Element | None:
        if name not in self._parsed and name in self._members:
            parser = etree.XMLParser(resolve_entities=False, no_network=True)
            self._parsed[name] = etree.fromstring(self._zip.read(self._members[name]), parser)
        return self._parsed.get(name)

    def target(self, part: str, kind: str) -> str | None:
        """The part that another one, or the package itself, refers to as its `kind`."""
        root = self.xml(_relations_of(part))
        for relation in root if root is not None else ():
            if str(relation.get("Type", "")).endswith(f"/{kind}") and relation.get("TargetMode") != "External":
                target = str(relation.get("Target", ""))
                return posixpath.normpath(posixpath.join("/", posixpath.dirname(part), target)).lstrip("/")
        return None

    def add(self, part: str, name: str, kind: str, content_type: str, root: etree._Element) -> None:
        """A new part that `part` refers to."""
        self._parsed[name] = root
        types = self.xml("[Content_Types].xml")
        if types is None:
            raise NoCopy("缺少内容清单")
        etree.SubElement(types, f"{{{_TYPES}}}Override", PartName=f"/{name}", ContentType=content_type)
        relations = self.xml(_relations_of(part))
        if relations is None:
            relations = etree.fromstring(f'<Relationships xmlns="{_RELATIONS}"/>')
            self._parsed[_relations_of(part)] = relations
        used = {each.get("Id") for each in relations}
        fresh = next(each for each in (f"rIdAnju{n}" for n in range(1, len(used) + 2)) if each not in used)
        base = _STRICT if any(str(each.get("Type", "")).startswith(_STRICT) for each in relations) else _USUAL
        target = posixpath.relpath(name, posixpath.dirname(part) or ".")
        etree.SubElement(relations, f"{{{_RELATIONS}}}Relationship", Id=fresh, Type=f"{base}/{kind}", Target=target)

    def written(self) -> bytes:
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as copy:
            for info, content in self._contents():
                copy.writestr(info, content)
        return out.getvalue()

    def _contents(self) -> Iterator[tuple[zipfile.ZipInfo, bytes]]:
        for name in [*self._members, *(each for each in self._parsed if each not in self._members)]:
            there = self._members.get(name)
            info = zipfile.ZipInfo(name, there.date_time if there is not None else (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            root = self._parsed.get(name)
            if root is not None:
                yield info, etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
            elif there is not None and not there.is_dir():
                yield info, self._zip.read(there)


def _relations_of(part: str) -> str:
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")
