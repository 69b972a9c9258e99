"""分句：一段分成句子，句子分成小句，记下每处在几层括号里；在遮盖过的文字上分，数里的逗号不会分错。"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

_SENTENCE = re.compile(r"[。!?\n|\t]+")
_LONGEST = 2000
"""Characters of a sentence; the longest enumerations of real reports have some hundreds."""
_CLAUSE = re.compile(r"[,;:()]+")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence over [start, end) of the paragraph's plain text, with the starts of its clauses."""

    number: int
    paragraph: int
    start: int
    end: int
    clauses: tuple[int, ...]

    def start_of_clause(self, position: int) -> int:
        """Where the clause begins that holds the position."""
        return self.clauses[bisect_right(self.clauses, position) - 1]


def sentences(masked: str, paragraph: int, first: int) -> list[Sentence]:
    """The sentences of a paragraph whose quantities are masked, numbered from `first`."""
    found: list[Sentence] = []
    start = 0
    for end in _ends(masked):
        if masked[start:end].strip():
            clauses = (start, *[match.end() for match in _CLAUSE.finditer(masked, start, end)])
            found.append(Sentence(first + len(found), paragraph, start, end, clauses))
        start = end
    return found


def _ends(masked: str) -> Iterator[int]:
    """Where sentences end; one that goes on and on is parted at a comma, so that no text costs more than its length."""
    last = 0
    for end in [*(match.end() for match in _SENTENCE.finditer(masked)), len(masked)]:
        while end - last > _LONGEST:
            comma = _CLAUSE.search(masked, last + _LONGEST, end)
            if comma is None:
                break
            last = comma.end()
            yield last
        last = end
        yield end


def depths(text: str) -> list[int] | None:
    """For each character how many brackets stand around it; None when there are none."""
    if "(" not in text:
        return None
    found, depth = [], 0
    for character in text:
        if character == "(":
            depth += 1
        found.append(depth)
        if character == ")":
            depth = max(0, depth - 1)
    return found
