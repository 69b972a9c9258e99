"""Reads back what the docx writer wrote."""

from __future__ import annotations

import zipfile
from pathlib import Path

from lxml import etree

from anju.reports.document import Document
from anju.reports.writers.docx import write

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WORDS = {"w": W[1:-1]}


def written(folder: Path, document: Document, template: Path | None = None) -> Path:
    path = folder / "report.docx"
    write(document, path, template)
    return path


def part(path: Path, name: str = "word/document.xml") -> etree._Element:
    with zipfile.ZipFile(path) as archive:
        return etree.fromstring(archive.read(name))


def names(path: Path) -> list[str]:
    with zipfile.ZipFile(path) as archive:
        return archive.namelist()


def changed(source: Path, target: Path, name: str, old: str, new: str) -> Path:
    """A copy whose part `name` has `new` in place of `old`, which must be there."""
    with zipfile.ZipFile(source) as archive, zipfile.ZipFile(target, "w") as copy:
        for member in archive.namelist():
            content = archive.read(member)
            if member == name:
                assert old.encode() in content
                content = content.replace(old.encode(), new.encode())
            copy.writestr(member, content)
    return target


def local(element: etree._Element) -> str:
    return etree.QName(element).localname


def text(element: etree._Element) -> str:
    return "".join(element.itertext(f"{W}t"))
