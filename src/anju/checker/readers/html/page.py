"""把一页网页读成段落；不联网，不展开实体，不执行任何东西。"""

from __future__ import annotations

from pathlib import Path

from lxml import etree

from anju.checker.readers.encoding import BROKEN, declared, decoded
from anju.checker.readers.headings import heading_level
from anju.checker.readers.html.blocks import Blocks, Draft
from anju.checker.readers.html.dropped import Dropped
from anju.checker.reading import Paragraph, Reading, Unreadable

MOST_BYTES = 16 << 20
"""Longest page that is read; pictures within it count."""
_FRONT = 4096


def read_html(path: Path, content: bytes) -> Reading:
    """The page's text. Unreadable, with one sentence, when it has none, or is nested beyond reason."""
    if len(content) > MOST_BYTES:
        raise Unreadable(f"“{path.name}”超过{MOST_BYTES >> 20}兆，不像一份报告；请去掉嵌在网页里的图片再查")
    found = decoded(content, declared(content[:_FRONT]))
    if found is None:
        raise Unreadable(f"“{path.name}”的文字编码不认识；请另存为 UTF-8 编码的网页，或 .docx")
    text, broken = found
    root = _parsed(path.name, text)
    blocks = Blocks(Dropped(root))
    blocks.read(root)
    paragraphs = tuple(_paragraph(number, draft) for number, draft in enumerate(blocks.drafts, 1))
    if not any(paragraph.text.strip() for paragraph in paragraphs):
        raise Unreadable(
            f"“{path.name}”是网页，里面没有文字；内容如果要联网才显示，请在浏览器里打开后复制成 .docx 再查"
        )
    return Reading(str(path), "html", paragraphs, None, (BROKEN.format(broken),) if broken else ())


def _paragraph(number: int, draft: Draft) -> Paragraph:
    level = draft.level if draft.level is not None or draft.place is not None else heading_level(draft.text)
    return Paragraph(number, draft.text, draft.place, level=level)


def _parsed(name: str, text: str) -> etree._Element:
    """The page's tree. The encoding is ours: what the page says of it was heard before."""
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError):
        root = None
    if any(fault.type_name == "ERR_RESOURCE_LIMIT" for fault in parser.error_log):
        raise Unreadable(f"“{name}”里的内容套了太多层，没有读；请另存为 .docx 再查")
    if root is None:
        raise Unreadable(f"“{name}”不是完整的网页，读不出文字；请重新保存")
    return root
