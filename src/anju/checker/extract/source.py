"""一段：原文、抹平的、遮盖过的；读到这一段时，前面说的哪一年、哪个题目，也一路带着。"""

from __future__ import annotations

from dataclasses import dataclass

from anju.checker.extract.folded import Folded
from anju.checker.extract.layers import FILL, Masked
from anju.checker.reading import Paragraph
from anju.kernel.finding import Where


@dataclass(slots=True)
class Context:
    """What is carried from claim to claim: how many there were, the year last named, the year of the report,
    what the paragraph is about."""

    report_year: int | None
    paragraph_year: int | None = None
    claims: int = 0
    topic: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """A paragraph, as it stands, plain and masked."""

    paragraph: Paragraph
    folded: Folded
    masked: Masked
    depths: list[int] | None

    def where(self, start: int, end: int) -> Where:
        """A stretch of the plain text as a place in the original."""
        first, last = self.folded.span(start, end)
        paragraph = self.paragraph
        return Where(paragraph=paragraph.number, start=first, end=last, text=paragraph.text[first:last])

    def words(self, start: int, end: int) -> str:
        """The words of a stretch, dates and names left out."""
        return self.masked.labels[start:end].replace(FILL, "")
