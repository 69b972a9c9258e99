"""工作簿里的文字：一格里几种字体的接起来，注音不要。"""

from __future__ import annotations

import re

from lxml import etree

from anju.checker.readers.xlsx.styles import X

_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")


def plain_text(item: etree._Element) -> str:
    """The text of a shared or inline string."""
    parts = [part.text or "" for part in item.iterfind(f"{X}t")]
    parts += [part.text or "" for part in item.iterfind(f"{X}r/{X}t")]
    text = "".join(parts).replace("\r\n", "\n")
    return _ESCAPE.sub(_character, text) if "_x" in text else text


def shared_strings(root: etree._Element | None) -> list[str]:
    return [] if root is None else [plain_text(item) for item in root.iterfind(f"{X}si")]


def _character(match: re.Match[str]) -> str:
    """_x000D_ is a carriage return that XML would not keep."""
    code = int(match[1], 16)
    return "" if code == 13 or 0xD800 <= code < 0xE000 else chr(code)
