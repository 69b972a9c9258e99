"""docx 的压缩包：各部分、内容类型、关系；写出来的字节与时间、机器无关。"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from pathlib import Path

from lxml import etree

from anju.reports.writers.docx.elements import Element, parsed, put, xml

TYPES, RELATIONS = "[Content_Types].xml", "_rels/.rels"
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_LONG_AGO = (1980, 1, 1, 0, 0, 0)
_FIRST = (TYPES, RELATIONS)
_MOST_BYTES = 64 << 20


class NotAPackage(ValueError):
    """No docx: one Chinese clause."""


class Package:
    """Parts by name. `element` reads a part once; what is changed in it is written."""

    def __init__(self, parts: dict[str, bytes]) -> None:
        self._parts = parts
        self._read: dict[str, Element] = {}
        self.main = self._main()

    @classmethod
    def opened(cls, path: Path) -> Package:
        """Raises NotAPackage, or OSError when the file cannot be opened."""
        try:
            with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as archive:
                members = [info for info in archive.infolist() if not info.is_dir()]
                if sum(info.file_size for info in members) > _MOST_BYTES:
                    raise NotAPackage("解开后大得反常")
                return cls({info.filename: archive.read(info) for info in members})
        except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError):
            raise NotAPackage("不是 .docx 文件，或者已损坏") from None

    def element(self, part: str) -> Element:
        """Raises NotAPackage when the part is missing or no XML."""
        if part not in self._read:
            try:
                self._read[part] = parsed(self._parts[part])
            except (KeyError, etree.XMLSyntaxError):
                raise NotAPackage(f"里面的 {part} 缺失或已损坏") from None
        return self._read[part]

    def has(self, part: str) -> bool:
        return part in self._parts or part in self._read

    def beside(self, kind: str) -> str | None:
        """The part that the main part's relation of this kind (`styles`, `settings`) leads to."""
        for relation in self.element(self.relations(self.main)):
            if relation.get("Type", "").endswith(f"/{kind}"):
                return _target(self.main, relation.get("Target", ""))
        return None

    def related(self, identity: str) -> str:
        """The part that a relation of the main part leads to, by the relation's id; NotAPackage when none does."""
        for relation in self.element(self.relations(self.main)):
            if relation.get("Id") == identity:
                return _target(self.main, relation.get("Target", ""))
        raise NotAPackage(f"里面缺少关系 {identity}")

    def add(self, part: str, content: bytes | Element, content_type: str) -> None:
        """Put a part in, or in place of the one of that name."""
        if isinstance(content, bytes):
            self._parts[part] = content
            self._read.pop(part, None)
        else:
            self._read[part] = content
        types = self.element(TYPES)
        where = f"/{part}"
        for known in types:
            if known.get("PartName") == where:
                known.set("ContentType", content_type)
                return
        put(types, "ct:Override", {"PartName": where, "ContentType": content_type})

    def relate(self, source: str, kind: str, part: str) -> str:
        """A relation from a part (`""`: the package) to another; its id. One that is there already is used."""
        root = self._relations_of(source)
        target = part if not source else posixpath.relpath(part, posixpath.dirname(source))
        used = set()
        for relation in root:
            used.add(relation.get("Id"))
            same = _target(source, relation.get("Target", "")) == part
            if same and relation.get("Type", "").endswith(f"/{kind}"):
                return str(relation.get("Id"))
        identity = next(f"rId{n}" for n in range(1, len(used) + 2) if f"rId{n}" not in used)
        put(root, "rel:Relationship", {"Id": identity, "Type": _long(kind), "Target": target})
        return identity

    def drop(self, kind: str) -> None:
        """Remove the main part's relations of this kind, and the parts that nothing else leads to."""
        root = self.element(self.relations(self.main))
        for relation in [each for each in root if each.get("Type", "").endswith(f"/{kind}")]:
            root.remove(relation)
            part = _target(self.main, relation.get("Target", ""))
            if not self._needed(part):
                self._parts.pop(part, None)
                types = self.element(TYPES)
                for known in [each for each in types if each.get("PartName") == f"/{part}"]:
                    types.remove(known)

    def _needed(self, part: str) -> bool:
        for relations in [each for each in self._parts if each.endswith(".rels")]:
            folder, _, base = relations.rpartition("_rels/")
            source = folder + base.removesuffix(".rels")
            if any(_target(source, each.get("Target", "")) == part for each in self.element(relations)):
                return True
        return False

    def parts(self, beginning: str) -> list[str]:
        """Names that begin so, sorted."""
        return sorted(part for part in self._parts.keys() | self._read.keys() if part.startswith(beginning))

    def free(self, pattern: str) -> str:
        """The first name `word/header{}.xml` that no part has."""
        number = 1
        while self.has(pattern.format(number)):
            number += 1
        return pattern.format(number)

    def save(self, path: Path) -> None:
        """Write the parts in a fixed order and without dates."""
        parts = self._parts | {part: xml(element) for part, element in self._read.items()}
        order = [part for part in _FIRST if part in parts] + sorted(set(parts) - set(_FIRST))
        content = io.BytesIO()
        with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
            for part in order:
                info = zipfile.ZipInfo(part, _LONG_AGO)
                info.compress_type, info.create_system, info.external_attr = zipfile.ZIP_DEFLATED, 3, 0o644 << 16
                archive.writestr(info, parts[part])
        path.write_bytes(content.getvalue())

    @staticmethod
    def relations(part: str) -> str:
        """word/_rels/document.xml.rels for word/document.xml"""
        folder, base = posixpath.split(part)
        return posixpath.join(folder, "_rels", f"{base}.rels")

    def _relations_of(self, source: str) -> Element:
        part = self.relations(source) if source else RELATIONS
        if not self.has(part):
            empty = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'
            self._parts[part] = empty
        return self.element(part)

    def _main(self) -> str:
        for relation in self.element(RELATIONS):
            if relation.get("Type", "").endswith("/officeDocument"):
                return _target("", relation.get("Target", ""))
        raise NotAPackage("里面没有正文")


def _target(source: str, target: str) -> str:
    if target.startswith("/"):
        return target[1:]
    return posixpath.normpath(posixpath.join(posixpath.dirname(source), target))


def _long(kind: str) -> str:
    if kind == "core-properties":
        return f"http://schemas.openxmlformats.org/package/2006/relationships/metadata/{kind}"
    return f"{_KIND}/{kind}"
