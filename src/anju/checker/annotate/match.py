"""读到的第几段，是文件里的哪一段：照文字对，次序做参考；对不上的宁可不写，不写到别处。"""

from __future__ import annotations

from collections.abc import Sequence

from anju.checker.annotate.stream import Line, Source, letters
from anju.checker.reading import Paragraph

_FARTHEST = 400
"""So many paragraphs may stand between one that was read and the next: what the reader leaves out."""
_NEAR = 3
_LONGEST = 200
"""So many paragraphs of the file may be one of the reading: those of a cell."""
_AROUND = 12


class Matched:
    """The sources of what was read, by paragraph number."""

    def __init__(self, paragraphs: Sequence[Paragraph], lines: Sequence[Line]) -> None:
        self._lines = lines
        self._paragraphs = {each.number: each for each in paragraphs}
        self._sources: dict[int, list[Source]] = {}
        self._single = {line.text: number for number, line in reversed(list(enumerate(lines)))}
        said = [(each.number, letters(each.text)) for each in paragraphs]
        self._match([(number, text) for number, text in said if text])

    def _match(self, said: Sequence[tuple[int, str]]) -> None:
        at = 0
        following = [text for _, text in said[1:]]
        for (number, text), after in zip(said, [*following, ""], strict=True):
            found = self._ahead(text, after, at)
            if found is not None:
                at = found[1]
            elif text in self._single:  # out of order, as the text of a box may be
                found = self._single[text], self._single[text] + 1
            if found is not None:
                self._sources[number] = [source for line in self._lines[slice(*found)] for source in line.sources]

    def span(self, number: int, start: int, end: int) -> tuple[Source, Source] | None:
        """Sources of the first and last letter over [start, end) of a paragraph, or None when it is not found."""
        paragraph = self._paragraphs.get(number)
        if paragraph is None:
            return None
        text = paragraph.text
        before, inside = len(letters(text[:start])), len(letters(text[start:end]))
        inside = inside or 1  # where something is gone, the letter behind it
        sources = self._sources.get(number)
        if sources is None:
            return self._nearby(text, start, end)
        first = min(before, len(sources) - 1)
        return sources[first], sources[min(before + inside, len(sources)) - 1]

    def _ahead(self, said: str, after: str, at: int) -> tuple[int, int] | None:
        """Lines [first, last) from `at` on that say it; farther off only if what follows agrees as well."""
        for first in range(at, min(at + _FARTHEST, len(self._lines))):
            last = self._said_by(said, first)
            if last is not None and (first - at <= _NEAR or not after or self._said_by(after, last) is not None):
                return first, last
        return None

    def _said_by(self, said: str, first: int) -> int | None:
        length = 0
        for number in range(first, min(first + _LONGEST, len(self._lines))):
            text = self._lines[number].text
            if not said.startswith(text, length):
                return None
            length += len(text)
            if length == len(said):
                return number + 1
        return None

    def _nearby(self, text: str, start: int, end: int) -> tuple[Source, Source] | None:
        """In a paragraph that reads a little differently: the words with their neighbours, if they stand just once."""
        inside = letters(text[start:end])
        before, behind = letters(text[:start])[-_AROUND:], letters(text[end:])[:_AROUND]
        sought = before + inside + behind
        found = [line for line in self._lines if inside and sought in line.text]
        if len(found) != 1 or found[0].text.count(sought) != 1:
            return None
        first = found[0].text.index(sought) + len(before)
        return found[0].sources[first], found[0].sources[first + len(inside) - 1]
