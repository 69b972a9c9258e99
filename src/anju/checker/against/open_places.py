"""留给经办人填的空：〔主送机关〕、待填写；填上了不算改动。"""

from __future__ import annotations

import re
from functools import lru_cache

from anju.checker.against.piece import Piece

_OPEN = re.compile(r"〔[^〔〕0-9]+〕|待填写")


def filled(issued: Piece, found: Piece) -> bool:
    """Whether `found` is the issued text with something in its open places."""
    pattern = _pattern(issued.fold)
    return pattern is not None and issued.fold != found.fold and pattern.fullmatch(found.fold) is not None


@lru_cache(maxsize=256)
def _pattern(fold: str) -> re.Pattern[str] | None:
    """The text with anything in its open places; None when it has none."""
    if not _OPEN.search(fold):
        return None
    return re.compile(".*".join(re.escape(each) for each in _OPEN.split(fold)))
