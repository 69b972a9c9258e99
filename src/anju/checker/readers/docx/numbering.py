"""自动编号：不算进正文（正文里没有这几个字），只用来认出是几级标题。"""

from __future__ import annotations

import re

from lxml import etree

from anju.checker.readers.docx.package import W

_CHINESE = re.compile(r"chinese|japaneseCounting|ideograph|taiwanese|korean", re.IGNORECASE)
_PART = re.compile(r"%([1-9])")
_UNSEEN = frozenset({"none", "bullet"})


class Numbering:
    """What stands before a paragraph that Word numbers itself, with a one for the number that is counted."""

    def __init__(self, root: etree._Element | None) -> None:
        self._lists: dict[str, dict[str, str]] = {}
        if root is None:
            return
        kinds = {kind.get(f"{W}abstractNumId"): _levels(kind) for kind in root.iter(f"{W}abstractNum")}
        for used in root.iter(f"{W}num"):
            kind = used.find(f"{W}abstractNumId")
            levels = dict(kinds.get(kind.get(f"{W}val"), {})) if kind is not None else {}
            for override in used.iter(f"{W}lvlOverride"):
                levels.update(_levels(override))
            self._lists[used.get(f"{W}numId") or ""] = {level: _sample(levels, level) for level in levels}

    def sample(self, properties: etree._Element | None) -> str | None:
        """For w:pPr: "（一）" for （一）, （二） and so on; None when the paragraph says nothing of numbers."""
        numbered = None if properties is None else properties.find(f"{W}numPr")
        if numbered is None:
            return None
        identity, level = numbered.find(f"{W}numId"), numbered.find(f"{W}ilvl")
        levels = self._lists.get("" if identity is None else identity.get(f"{W}val") or "", {})
        return levels.get("0" if level is None else level.get(f"{W}val") or "0", "")


def _levels(holder: etree._Element) -> dict[str, tuple[str, str]]:
    """For each level of a list how it counts and what it prints."""
    found = {}
    for level in holder.iter(f"{W}lvl"):
        counted, printed = level.find(f"{W}numFmt"), level.find(f"{W}lvlText")
        found[level.get(f"{W}ilvl") or ""] = (
            "decimal" if counted is None else counted.get(f"{W}val") or "",
            "" if printed is None else printed.get(f"{W}val") or "",
        )
    return found


def _sample(levels: dict[str, tuple[str, str]], level: str) -> str:
    counted, printed = levels[level]
    if counted in _UNSEEN:
        return ""
    return _PART.sub(lambda part: _one(levels.get(str(int(part[1]) - 1), ("decimal", ""))[0]), printed)


def _one(counted: str) -> str:
    if _CHINESE.search(counted):
        return "一"
    return "1" if counted.startswith("decimal") else "a"
