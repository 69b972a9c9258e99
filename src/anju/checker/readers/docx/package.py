"""开压缩包：只解用得着的成员，边解边量；压缩炸弹、加密的、残缺的在这里拦下。"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator

from lxml import etree

from anju.checker.reading import Unreadable

MOST_BYTES = 320 << 20
"""Unpacked size of what is read of one document."""
_MOST_MEMBERS = 20_000
_RATIO, _RATIO_FROM = 300, 16 << 20
"""Deflate reaches 1032:1 on nothing but repetition; a table of 100,000 like rows stays below 150."""
_PIECE = 1 << 20
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
)
_OTHERS = (
    ("xl/workbook.xml", "Excel 工作簿（.xlsx）"),
    ("ppt/presentation.xml", "演示文稿（.pptx）"),
    ("OFD.xml", "OFD 版式文件"),
    ("content.xml", "OpenDocument 文件（如 .odt）"),
)


class DocxPackage:
    """An opened Word package. Unreadable, with one sentence, from any of its methods."""

    def __init__(self, name: str, content: bytes) -> None:
        self.name = name
        self._read = 0
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
        except (zipfile.BadZipFile, ValueError, OSError, EOFError):
            raise Unreadable(f"“{name}”不完整或已损坏（可能没有传完），请重新复制或重新导出") from None
        self._members = {info.filename.replace("\\", "/"): info for info in self._zip.infolist()}
        if len(self._members) > _MOST_MEMBERS:
            raise self._bomb()
        self.main = self._main()

    def xml(self, member: str) -> etree._Element | None:
        """A member parsed, or None when the package has none of that name."""
        content = self.bytes(member)
        if content is None:
            return None
        for strict, usual in _STRICT:
            content = content.replace(strict, usual)
        parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
        try:
            return etree.fromstring(content, parser)
        except etree.XMLSyntaxError:
            raise self._broken() from None

    def bytes(self, member: str) -> bytes | None:
        """A member unpacked; its true size counts, not the declared one."""
        info = self._members.get(member)
        if info is None:
            return None
        found = bytearray()
        try:
            with self._zip.open(info) as stream:
                while piece := stream.read(_PIECE):
                    found += piece
                    self._refuse_bomb(len(piece), len(found), info.compress_size)
        except (RuntimeError, NotImplementedError):
            raise Unreadable(f"“{self.name}”的压缩包加了密，或用了不认识的压缩方法；请取消密码后再查") from None
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError):
            raise self._broken() from None
        return bytes(found)

    def beside(self, name: str) -> str:
        """The member `name` in the folder of the main part: word/styles.xml."""
        return posixpath.join(posixpath.dirname(self.main), name)

    def matching(self, pattern: str) -> Iterator[str]:
        """Members whose whole name matches, in order of name."""
        return (member for member in sorted(self._members) if re.fullmatch(pattern, member))

    def _main(self) -> str:
        for other, said in _OTHERS:
            if other in self._members:
                raise Unreadable(f"“{self.name}”其实是{said}，不是 Word 文档；请另存为 .docx 再查")
        relations = self.xml("_rels/.rels")
        for relation in relations if relations is not None else ():
            if str(relation.get("Type", "")).endswith("/officeDocument"):
                target = posixpath.normpath(str(relation.get("Target", "")).lstrip("/"))
                if target in self._members:
                    return target
        if "word/document.xml" in self._members:
            return "word/document.xml"
        raise Unreadable(f"“{self.name}”是压缩包，里面没有 Word 文档；请交报告本身")

    def _refuse_bomb(self, piece: int, size: int, packed: int) -> None:
        self._read += piece
        if self._read > MOST_BYTES or (size > _RATIO_FROM and size > _RATIO * max(packed, 1)):
            raise self._bomb()

    def _bomb(self) -> Unreadable:
        return Unreadable(f"“{self.name}”解开后大得反常，像是压缩炸弹，没有打开")

    def _broken(self) -> Unreadable:
        return Unreadable(f"“{self.name}”内部已损坏，读不出文字；请在 Word 或 WPS 里打开后另存一份再查")
