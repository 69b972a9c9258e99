"""Word 文档的各部分：正文在哪里，样式、编号、脚注在它旁边。"""

from __future__ import annotations

import posixpath

from lxml import etree

from anju.checker.readers.package import Package

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


class DocxPackage:
    """A package whose `main` part is a Word document. Unreadable, with one sentence, from any of its methods."""

    def __init__(self, package: Package, main: str) -> None:
        self.package = package
        self.main = main

    def xml(self, member: str) -> etree._Element | None:
        return self.package.xml(member)

    def beside(self, name: str) -> etree._Element | None:
        """The part `name` in the folder of the main part, as word/styles.xml, or None."""
        return self.package.xml(posixpath.join(posixpath.dirname(self.main), name))
