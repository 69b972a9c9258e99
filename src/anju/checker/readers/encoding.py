"""认文字编码：有标记的照标记，没有的先试 UTF-8 再试 GB18030；坏了一两个字节的，坏处用“�”顶上。"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable

BROKEN = "有{}处字节坏了，读不出原来的字；请重新导出"
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MOST_BROKEN = 1_000
"""One broken place in so many characters is still a text; two are always allowed."""
_LEAST_SOUND = 20
_LOST = "�"
_DECLARED = {
    "utf-8": "utf-8",
    "utf8": "utf-8",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "gb18030": "gb18030",
    "big5": "big5",
}
_CHARSET = re.compile(rb"(?:charset|encoding)\s{0,5}=\s{0,5}[\"']?([A-Za-z0-9-]{1,20})", re.IGNORECASE)
_UNSEEN = frozenset(range(0x20)) - {9, 10, 11, 12, 13, 0x1A, 0x1B} | frozenset(range(0x7F, 0xA0)) - {0x85}
"""Control characters that no text holds."""


def decoded(content: bytes, told: Iterable[str] = ()) -> tuple[str, int] | None:
    """The text and how many broken places it has; None when it is no text in a known encoding."""
    marked = next((encoding for mark, encoding in _MARKS if content.startswith(mark)), None)
    encodings = [marked] if marked else list(dict.fromkeys([*told, "utf-8", "gb18030"]))
    for encoding in encodings:
        text = _strict(content, encoding)
        if text is not None:
            return text, 0
    tries = [(text, text.count(_LOST)) for text in (content.decode(each, "replace") for each in encodings)]
    text, broken = min(tries, key=lambda tried: tried[1])
    few = broken * _LEAST_SOUND <= len(text) and broken <= max(2, len(text) // _MOST_BROKEN)
    return (text, broken) if few and _is_text(text) else None


def declared(front: bytes) -> list[str]:
    """The encoding that a page names in its first bytes, if it is one that Chinese texts are written in."""
    named = _CHARSET.search(front)
    known = _DECLARED.get(named[1].decode().lower()) if named else None
    return [known] if known else []


def _strict(content: bytes, encoding: str) -> str | None:
    try:
        text = content.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None
    return text if _is_text(text, sure=encoding != "gb18030") else None


def _is_text(text: str, *, sure: bool = False) -> bool:
    """No null; and unless the encoding is sure hardly a control character: random bytes may well pass for GB18030."""
    if "\0" in text:
        return False
    return sure or sum(text.count(chr(code)) for code in _UNSEEN) <= len(text) // _MOST_BROKEN
