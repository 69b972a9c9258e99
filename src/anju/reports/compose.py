"""编报告：按报告种类把句子、填报人的段落、图和附件依次放好。"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from types import ModuleType

from anju.figures.book import Book
from anju.kernel.catalogue import Catalogue, walk_modules
from anju.policy.report_kind import Named, ReportKind, ReportPart, Section
from anju.reports import narrative
from anju.reports.document import Annex, Block, Document, Drawing, Paragraph, Run, Style
from anju.reports.official_head import head
from anju.reports.plain_words import WORDS
from anju.reports.sentence import Sentence
from anju.reports.sentence_reader import chapter, shipped
from anju.reports.tell import Told, joined, lacking, tell
from anju.reports.template import parse

NUMERALS = "一二三四五六七八九十"


def compose(book: Book, kind_code: str = "performance_evaluation") -> Document:
    """The report of that kind. LookupError for a kind there is none of; PolicyError for a kind that names a chapter,
    picture or annex that is not there."""
    kinds = book.assessment.occasion.policy.report_kinds
    if kind_code not in kinds:
        raise LookupError(f"没有代码为“{kind_code}”的报告种类；有：{'、'.join(kinds)}")
    kind = kinds[kind_code]
    title = "".join(piece if isinstance(piece, str) else WORDS[piece.name](book) or "" for piece in parse(kind.heading))
    return Document(
        _id(book, kind.code), kind.code, head(book), title, tuple(_body(book, kind)), tuple(_annexes(book, kind))
    )


def _id(book: Book, kind: str) -> str:
    """The same for the same facts, policy, table, day and code."""
    depends = book.provenance
    parts = (depends.snapshot, depends.policy, depends.scheme, depends.as_of, depends.code)
    return f"{kind}-{sha256('|'.join(parts).encode()).hexdigest()[:12]}"


def _body(book: Book, kind: ReportKind) -> Iterator[Block]:
    yield from _chapter(book, kind.opening)
    for numeral, part in zip(NUMERALS, kind.parts, strict=False):
        yield Paragraph((f"{numeral}、{part.title}",), Style.LEVEL1)
        yield from _sections(book, part)


def _sections(book: Book, part: ReportPart) -> Iterator[Block]:
    """A section that has nothing to say has no heading either, and those behind it move up."""
    told = [(section, blocks) for section in part.sections if (blocks := list(_section(book, section)))]
    numerals = iter(NUMERALS)
    for section, blocks in told:
        if section.title:
            yield Paragraph((f"（{next(numerals)}）{section.title}",), Style.LEVEL2)
        yield from blocks


def _section(book: Book, section: Section) -> Iterator[Block]:
    yield from _chapter(book, section.chapter)
    for named in section.pictures:
        drawing: Drawing | None = _module("anju.reports.pictures", named).draw(book)
        if drawing is not None:
            yield drawing


def _chapter(book: Book, named: Named) -> Iterator[Block]:
    """The sentences, run together into paragraphs, then the officer's own."""
    sentences = chapter(shipped(), named.name)
    if not sentences:
        raise named.where.fail(f"没有叫“{named.name}”的章；句子在 reports/chapters 下的同名文件夹里")
    yield from paragraphs(book, sentences)
    yield from narrative.paragraphs(book, named.name)


def paragraphs(book: Book, sentences: list[Sentence]) -> Iterator[Paragraph]:
    """Sentences in their order; one that begins a paragraph ends the last, unless both only tell what is missing."""
    found = _Paragraph()
    for sentence in sentences:
        for told in tell(sentence, book):
            if sentence.paragraph and found.names and not (told.gap and found.only_gaps):
                yield found.closed()
                found = _Paragraph()
            found.add(sentence.name, told)
    if found.names:
        yield found.closed()


@dataclass
class _Paragraph:
    """A paragraph as it grows; what neighbouring sentences have not got is told in one."""

    runs: list[Run] = field(default_factory=list)
    gaps: list[Told] = field(default_factory=list)
    names: list[str] = field(default_factory=list)

    @property
    def only_gaps(self) -> bool:
        return not self.runs

    def add(self, name: str, told: Told) -> None:
        self.names.append(name)
        if self.gaps and not (told.gap and told.lack is self.gaps[0].lack):
            self._tell_gaps()
        if told.gap:
            self.gaps.append(told)
        else:
            self.runs += told.runs

    def closed(self) -> Paragraph:
        self._tell_gaps()
        return Paragraph(joined(self.runs), origin="+".join(dict.fromkeys(self.names)))

    def _tell_gaps(self) -> None:
        if self.gaps:
            self.runs.append(lacking([each.gap for each in self.gaps], self.gaps[0].lack))
            self.gaps = []


def _annexes(book: Book, kind: ReportKind) -> Iterator[Annex]:
    for named in kind.annexes:
        module = _module("anju.reports.annexes", named)
        blocks = tuple(module.blocks(book))
        if blocks:
            yield Annex(module.TITLE, blocks, module.LANDSCAPE)


def _module(package: str, named: Named) -> ModuleType:
    modules = _modules(package)
    if named.name not in modules:
        raise named.where.fail(f"没有“{named.name}”；有：{'、'.join(modules)}")
    return modules[named.name]


@cache
def _modules(package: str) -> Catalogue[ModuleType]:
    return walk_modules(package, None)
