"""抽数的结果：全部说法、全部句子、每段抹平的文字；规则只看这一个东西。"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from anju.checker.extract.binding import bind
from anju.checker.extract.claim import Claim
from anju.checker.extract.folded import fold
from anju.checker.extract.layers import Masked, hidden, masked
from anju.checker.extract.layers.quantities import mentions
from anju.checker.extract.mention import Mention
from anju.checker.extract.sentences import Sentence, depths, sentences
from anju.checker.extract.source import Context, Source
from anju.checker.extract.tables import Grid, flattened, grids
from anju.checker.extract.topics import Topics
from anju.checker.reading import Paragraph, Reading
from anju.kernel.finding import Where

_NUMERAL = re.compile("[0-9一二三四五六七八九十百千两〇零]")
_SENTENCE = re.compile(r"[^\d\s.,-]")
"""A cell of digits alone is no sentence: the table's grid reads it."""
_TITLE_PARAGRAPHS = 12
"""Paragraphs in which the year of the report is looked for."""


@dataclass(frozen=True)
class Extract:
    """What a report says. `sources` has each paragraph's plain text by its number, `claims` are in reading order."""

    reading: Reading
    sources: Mapping[int, Source]
    sentences: Sequence[Sentence]
    claims: Sequence[Claim]
    grids: Sequence[Grid]
    of_sentence: Mapping[int, Sequence[Claim]]

    def between(self, first: Claim, second: Claim) -> str:
        """The plain text between two claims of one paragraph."""
        return self.sources[first.paragraph].folded.text[first.mention.end : second.at]

    def plain(self, sentence: Sentence) -> str:
        return self.sources[sentence.paragraph].folded.text[sentence.start : sentence.end]

    def where(self, paragraph: int, start: int, end: int) -> Where:
        """A stretch of a paragraph's plain text as a place in the original."""
        return self.sources[paragraph].where(start, end)

    @property
    def figures(self) -> int:
        """How many quantities stand in the text and in the tables."""
        return len(self.claims) + sum(len(grid.bare) for grid in self.grids)


def extract(reading: Reading) -> Extract:
    """Everything the reading says in figures."""
    sources = {each.number: _source(each, reading.kind == "txt") for each in reading.paragraphs}
    context = Context(_report_year(list(sources.values())[:_TITLE_PARAGRAPHS]))
    topics = Topics()
    parted: list[Sentence] = []
    claims: list[Claim] = []
    dissolved, consumed = flattened(reading.paragraphs)
    for number, source in sources.items():
        if number in consumed:
            continue
        if source.paragraph.place is not None and not _SENTENCE.search(source.paragraph.text):
            continue
        context.paragraph_year, context.topic = None, topics.of(source.paragraph, source.folded.text)
        found = list(mentions(source.masked.text))
        here = sentences(_without(source.masked.text, found), number, len(parted))
        parted += here
        starts = [each.start for each in found]
        for sentence in here if found else ():
            inside = found[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
            claims += bind(source, sentence, inside, context)
    of_sentence: dict[int, list[Claim]] = defaultdict(list)
    for claim in claims:
        of_sentence[claim.sentence].append(claim)
    return Extract(reading, sources, parted, claims, [*grids(reading), *dissolved], of_sentence)


def _source(paragraph: Paragraph, wrapped: bool) -> Source:
    folded = fold(paragraph.text, wrapped=wrapped)
    plain = folded.text
    hidden = masked(plain) if _NUMERAL.search(plain) and _SENTENCE.search(plain) else Masked(plain, plain, [])
    return Source(paragraph, folded, hidden, depths(plain))


def _report_year(sources: list[Source]) -> int | None:
    """The first year named at the head that is no date of a day: 2023年…绩效评价报告."""
    for source in sources:
        for each in source.masked.dates:
            if each.year is not None and each.exact == f"{each.year}年":
                return each.year
    return None


def _without(text: str, found: list[Mention]) -> str:
    """The quantities masked too, so that the comma in 67,463.91 parts no clause."""
    return hidden(text, ((each.start, each.end) for each in found))
