"""认标题：没有用标题样式的，看“一、”“（一）”“1.”这样的序号。"""

from __future__ import annotations

import re

ENDS = "。！？；：!?;:"
"""A line that ends with one of these is not broken within a sentence."""
_LONGEST = 40
_LEVELS = (
    re.compile(r"\s*第?[一二三四五六七八九十]{1,3}(?:、|[章节部]分?\s)"),
    re.compile(r"\s*[（(][一二三四五六七八九十]{1,3}[）)]"),
    re.compile(r"\s*\d{1,2}[.．、](?!\d)"),
    re.compile(r"\s*[（(]\d{1,2}[）)]"),
)


def heading_level(text: str) -> int | None:
    """1 to 4 for a short line that begins with an ordinal and is no sentence; None otherwise."""
    line = text.strip()
    if not line or len(line) > _LONGEST or line[-1] in "。；;，,：:":
        return None
    return next((level for level, pattern in enumerate(_LEVELS, 1) if pattern.match(line)), None)
