"""XML 放得下的字：去掉控制字符，别处照原样。"""

from __future__ import annotations

import re

_UNSAFE = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def clean(words: str) -> str:
    """The words with � for the control characters that no XML may hold."""
    return _UNSAFE.sub("\ufffd", words)
