"""What a reader of Word sees of comments: each with the words that it is on."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def members(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {info.filename: package.read(info) for info in package.infolist()}


def anchored(content: bytes) -> dict[str, str]:
    """The text between the marks of each comment, by its id, and that every mark has its fellow."""
    root = etree.fromstring(members(content)["word/document.xml"])
    found: dict[str, str] = {}
    open_ranges: list[str] = []
    for element in root.iter(etree.Element):
        name, identity = element.tag.removeprefix(W), element.get(f"{W}id") or ""
        if name == "commentRangeStart":
            open_ranges.append(identity)
            found[identity] = ""
        elif name == "commentRangeEnd":
            open_ranges.remove(identity)
        elif name == "commentReference":
            assert identity in found
        elif name in {"t", "footnoteReference", "drawing"}:
            for each in open_ranges:
                found[each] += (element.text or "") if name == "t" else f"[{name}]"
    assert open_ranges == []
    return found


def said(content: bytes) -> dict[str, tuple[str, list[str]]]:
    """Author and paragraphs of each comment, by its id."""
    root = etree.fromstring(members(content)["word/comments.xml"])
    return {
        each.get(f"{W}id") or "": (each.get(f"{W}author") or "", list(_paragraphs(each)))
        for each in root.iter(f"{W}comment")
    }


def _paragraphs(comment: etree._Element) -> Iterator[str]:
    for paragraph in comment.iter(f"{W}p"):
        yield "".join(text.text or "" for text in paragraph.iter(f"{W}t"))
