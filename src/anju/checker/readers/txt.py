"""读纯文本：认编码，一行一段；编辑器里硬折的行接回一段，原文一字不改。"""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

from anju.checker.readers.encoding import BROKEN, decoded
from anju.checker.readers.headings import ENDS, heading_level
from anju.checker.reading import Paragraph, Reading, Unreadable

MOST_BYTES, MOST_LINES = 16 << 20, 300_000
"""Longest text that is read; a report has some tens of thousands of characters."""
_NARROWEST, _WIDEST = 30, 160
_SLACK = 4
_OPENS = re.compile(
    r"[\s　]|[（(]?[一二三四五六七八九十\d]{1,3}[、.．）)](?!\d)|第[一二三四五六七八九十\d]+[章节条]|附件"
)
_WORDS = re.compile("[\u4e00-\u9fff]")
_TABLE = re.compile(r"\t|\||\S  +\S")


def read_txt(path: Path, content: bytes) -> Reading:
    """One paragraph a line, blank lines left out. Unreadable when the bytes are no text in a known encoding."""
    if len(content) > MOST_BYTES:
        raise Unreadable(f"“{path.name}”超过{MOST_BYTES >> 20}兆，不像一份报告；请只交报告正文")
    found = decoded(content)
    if found is None:
        raise Unreadable(f"“{path.name}”不是文本文件，或文字编码不认识；请另存为 UTF-8 编码的文本，或 .docx")
    text, broken = found
    if text.count("\n") > MOST_LINES:
        raise Unreadable(f"“{path.name}”有三十万行以上，不像一份报告；请只交报告正文")
    blocks = _blocks(re.sub(r"\r\n?|[\u2028\u2029\f\v]", "\n", text).split("\n"))
    if not blocks:
        raise Unreadable(f"“{path.name}”里没有文字")
    paragraphs = (Paragraph(number, block, level=heading_level(block)) for number, block in enumerate(blocks, 1))
    return Reading(str(path), "txt", tuple(paragraphs), None, (BROKEN.format(broken),) if broken else ())


def _blocks(lines: list[str]) -> list[str]:
    """Lines that an editor broke at its right margin are one paragraph; the line feed stays in its text."""
    full = _margin(lines)
    found: list[str] = []
    goes_on = False
    for line in lines:
        if not line.strip():
            goes_on = False
            continue
        if goes_on and not _OPENS.match(line):
            found[-1] += "\n" + line
        else:
            found.append(line)
        goes_on = full is not None and _runs_on(line, full)
    return found


def _margin(lines: list[str]) -> int | None:
    """The width, in half-width cells, to which the text was broken; None when its lines end where they like."""
    written = [line for line in lines if _WORDS.search(line)]  # a page number or an address keeps no margin
    widths = [_width(line) for line in written if len(line) <= _WIDEST]
    if not widths or len(widths) < len(written):
        return None
    widest = max(widths)
    broken = sum(1 for line, width in zip(written, widths, strict=True) if width > widest - _SLACK and _open(line))
    return widest if _NARROWEST <= widest <= _WIDEST and broken >= 2 else None


def _runs_on(line: str, full: int) -> bool:
    return _width(line) > full - _SLACK and _open(line)


def _open(line: str) -> bool:
    return line.rstrip()[-1:] not in ENDS and not _TABLE.search(line.strip())


def _width(line: str) -> int:
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in line.rstrip())
