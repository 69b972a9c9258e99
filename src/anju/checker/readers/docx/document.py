"""把一份 Word 文档读成段落，编上号；是本软件写的，认出它的编号。"""

from __future__ import annotations

import re
from pathlib import Path

from lxml import etree

from anju.checker.readers.docx.blocks import Blocks, Draft
from anju.checker.readers.docx.numbering import Numbering
from anju.checker.readers.docx.package import DocxPackage, W
from anju.checker.readers.docx.styles import Styles
from anju.checker.readers.headings import heading_level
from anju.checker.readers.package import Package, main_part
from anju.checker.reading import Paragraph, Reading, Unreadable

OPEN_REVISIONS = "文档里有未定稿的修订，以接受全部修订后的文字为准；请先定稿再报送"
OPEN_FIELD = "文档里有没有写完的域（自动生成的内容），其后的文字没有读；请在 Word 或 WPS 里打开后另存一份再查"
FOREIGN_PART = "文档里嵌有其他格式的部分，没有读"
_IDENTITY = re.compile(r"\b[a-z][a-z_]*-[0-9a-f]{12}\b")
_CARRIERS = (r"docProps/custom\.xml", r"customXml/item\d+\.xml")


def read_docx(path: Path, content: bytes) -> Reading:
    """The final text of a Word document. Unreadable when it is broken, locked, a bomb, or has no text."""
    opened = Package(path.name, content)
    package = DocxPackage(opened, main_part(opened))
    root = package.xml(package.main)
    body = None if root is None else root.find(f"{W}body")
    if body is None:
        raise Unreadable(f"“{path.name}”里没有正文，不是完整的 Word 文档；请重新导出")
    blocks = Blocks(Styles(package.beside("styles.xml"), Numbering(package.beside("numbering.xml"))))
    try:
        blocks.read(body)
        _read_notes(package, blocks)
    except RecursionError:
        raise Unreadable(f"“{path.name}”里的表格或文本框套了太多层，没有读") from None
    paragraphs = tuple(_numbered(number, draft) for number, draft in enumerate(blocks.drafts, 1))
    if not any(paragraph.text.strip() for paragraph in paragraphs):
        raise Unreadable(f"“{path.name}”里没有文字；如果是扫描件，请先识别成文字")
    told = (
        (blocks.inline.revised, OPEN_REVISIONS),
        (blocks.foreign, FOREIGN_PART),
        (blocks.inline.cut_off, OPEN_FIELD),
    )
    notes = tuple(said for met, said in told if met)
    return Reading(str(path), "docx", paragraphs, _document_id(package), notes)


def _numbered(number: int, draft: Draft) -> Paragraph:
    line = draft.line
    text = line.text
    level = draft.look.level
    if level is None and draft.place is None and not draft.look.contents:
        level = heading_level(draft.look.ordinal + text)
    marks = tuple(sorted(line.marks, key=lambda mark: (mark.start, mark.end, mark.name)))
    return Paragraph(number, text, draft.place, marks, draft.look.style, level)


def _read_notes(package: DocxPackage, blocks: Blocks) -> None:
    """Footnotes and endnotes that the text refers to, each once, behind the text."""
    parts: dict[str, dict[str, etree._Element]] = {}
    done: set[tuple[str, str]] = set()
    for kind, identity in blocks.notes:
        if kind not in parts:
            root = package.beside(f"{kind}s.xml")
            found = root.iter(f"{W}{kind}") if root is not None else ()
            parts[kind] = {note.get(f"{W}id") or "": note for note in found}
        note = parts[kind].get(identity)
        if note is not None and (kind, identity) not in done:
            done.add((kind, identity))
            blocks.read(note)


def _document_id(package: DocxPackage) -> str | None:
    """The id that Anju writes into the properties or a part of its own; a later program may keep only one of them."""
    for pattern in _CARRIERS:
        for member in package.package.matching(pattern):
            content = (package.package.bytes(member) or b"").decode("utf-8", "replace")
            found = _IDENTITY.search(content) if "anju" in content.lower() else None
            if found:
                return found[0]
    return None
