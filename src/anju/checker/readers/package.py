"""开压缩包：只解用得着的成员，边解边量；压缩炸弹、加密的、残缺的、夹带实体的在这里拦下。"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator

from lxml import etree

from anju.checker.reading import Unreadable

MOST_BYTES = 320 << 20
"""Unpacked size of what is read of one document."""
MOST_XML = 96 << 20
"""Unpacked size of a member that is parsed whole: its tree takes some ten times as much."""
_MOST_MEMBERS = 20_000
_RATIO, _RATIO_FROM = 300, 16 << 20
"""Deflate reaches 1032:1 on nothing but repetition; a table of 100,000 like rows stays below 150."""
_PIECE = 1 << 20
_MEMBER = b"PK\x01\x02"
_STRICT = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/spreadsheetml/main",
        b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
)


class Package:
    """An opened zip. Unreadable, with one sentence, from any of its methods. Nothing is ever written to disk."""

    def __init__(self, name: str, content: bytes) -> None:
        self.name = name
        self._read = 0
        if content.count(_MEMBER) > _MOST_MEMBERS:
            raise self._bomb()
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
            self._members = {info.filename.replace("\\", "/"): info for info in self._zip.infolist()}
        except Exception:  # a mangled directory makes zipfile raise whatever it trips over
            raise Unreadable(f"“{name}”不完整或已损坏（可能没有传完），请重新复制或重新导出") from None

    def __contains__(self, member: str) -> bool:
        return member in self._members

    def xml(self, member: str) -> etree._Element | None:
        """A member parsed, or None when the package has none of that name."""
        content = self.bytes(member, MOST_XML)
        if content is None:
            return None
        parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
        try:
            root = etree.fromstring(usual(content), parser)
        except (etree.XMLSyntaxError, ValueError):
            raise self.broken() from None
        self.refuse_entities(root)
        return root

    def refuse_entities(self, root: etree._Element) -> None:
        """Office writes no document type; who does wants entities expanded."""
        if root.getroottree().docinfo.internalDTD is not None:
            raise Unreadable(f"“{self.name}”内部夹带了不该有的实体声明，没有打开；请重新导出")

    def bytes(self, member: str, most: int = MOST_BYTES) -> bytes | None:
        """A member unpacked; its true size counts, not the declared one."""
        info = self._members.get(member)
        if info is None:
            return None
        found = bytearray()
        try:
            with self._zip.open(info) as stream:
                while piece := stream.read(_PIECE):
                    found += piece
                    self._refuse_bomb(len(piece), len(found), info.compress_size, most)
        except Unreadable:
            raise
        except (RuntimeError, NotImplementedError):
            raise Unreadable(f"“{self.name}”的压缩包加了密，或用了不认识的压缩方法；请取消密码后再查") from None
        except Exception:  # zlib, lzma and zipfile have each their own faults for a mangled member
            raise self.broken() from None
        return bytes(found)

    def matching(self, pattern: str) -> Iterator[str]:
        """Members whose whole name matches, in order of name."""
        return (member for member in sorted(self._members) if re.fullmatch(pattern, member))

    def related(self, part: str) -> dict[str, tuple[str, str]]:
        """What a part (or the package, "") refers to: by relation id the end of its type and the member's name."""
        folder, name = posixpath.split(part)
        relations = self.xml(posixpath.join(folder, "_rels", f"{name}.rels"))
        found = {}
        for relation in relations if relations is not None else ():
            target = str(relation.get("Target", ""))
            member = target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            found[str(relation.get("Id", ""))] = (str(relation.get("Type", "")).rpartition("/")[2], member)
        return found

    def broken(self) -> Unreadable:
        return Unreadable(f"“{self.name}”内部已损坏，读不出文字；请在 Word、Excel 或 WPS 里打开后另存一份再查")

    def _refuse_bomb(self, piece: int, size: int, packed: int, most: int) -> None:
        self._read += piece
        if self._read > MOST_BYTES or size > most or (size > _RATIO_FROM and size > _RATIO * max(packed, 1)):
            raise self._bomb()

    def _bomb(self) -> Unreadable:
        return Unreadable(f"“{self.name}”解开后大得反常，像是压缩炸弹，没有打开")


def usual(content: bytes) -> bytes:
    """The names of a strict document made those of a usual one."""
    if b"purl.oclc.org" in content:
        for strict, known in _STRICT:
            content = content.replace(strict, known)
    return content


def main_part(package: Package) -> str:
    """The member that the package says is its document, or nothing."""
    for kind, member in package.related("").values():
        if kind == "officeDocument" and member in package:
            return member
    return next((usual for usual in ("word/document.xml", "xl/workbook.xml") if usual in package), "")
