"""第一层：文号、书名号里的名称、网址、长号码；里面的数字什么也不数。"""

from __future__ import annotations

import re
from collections.abc import Iterator

# Every alternative begins by looking back at the one character that the class has taken: so the search leaps from one
# such character to the next instead of trying all alternatives everywhere. The other layers are built likewise.
_PATTERN = re.compile(
    r"[《〔\[【(hwGJCDITK0-9](?<!\d\d)(?:"
    r"(?<=《)[^《》\n]{1,120}》"
    r"|(?<=[〔\[【(])\s?(?:19|20)\d\d\s?[〕\])】]\s?(?:[\u4e00-\u9fff]{0,2}第)?\s?\d{1,5}(?:-\d{1,3})?\s?号(?:文件?)?"
    r"|(?<=h)ttps?://[\w./?=&%#:~+-]{1,500}|(?<=w)ww\.[\w./?=&%#:~+-]{1,500}"
    r"|(?:(?<=G)B|(?<=J)GJ|(?<=C)(?:JJ|ECS)|(?<=D)BJ?|(?<=I)SO|(?<=T)/[A-Z]{2,6})[/A-Z]{0,4}\s?\d[\d./-]{0,20}"
    r"|(?<=K)\d{1,3}\+\d{1,3}(?:\.\d{1,3})?"
    r"|(?<=\d)(?<![\d.,]\d)(?:\d{0,3}号文(?:件)?|\d{14,20}[\dXx]?(?![\d.])|(?<=1)[3-9]\d{9}(?![\d.])"
    r"|(?<=0)\d{2,3}-\d{7,8}(?!\d)|\d{3}-\d{6}-\d\d-\d\d-\d{6})"
    r")"
)
_OFFICE = re.compile(r"[\u4e00-\u9fff]{0,12}$")


def document_numbers(text: str) -> Iterator[tuple[int, int]]:
    """The stretches to mask, in order; a document's number with the office's word before it (京政发〔2023〕12号)."""
    last = 0
    for match in _PATTERN.finditer(text):
        start, end = match.span()
        if text[start] in "〔[【(":
            office = _OFFICE.search(text, max(last, start - 12), start)
            start = office.start() if office else start
        yield start, end
        last = end
