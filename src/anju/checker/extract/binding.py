"""归位：一个数前面的话里，哪一年、计划还是实际、谁的、什么的；小句里没有的，从本句开头承接。"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from operator import attrgetter
from typing import NamedTuple

from anju.checker.extract.claim import Bound, Claim
from anju.checker.extract.mention import Mention
from anju.checker.extract.sentences import Sentence
from anju.checker.extract.source import Context, Source
from anju.checker.extract.things import thing
from anju.checker.extract.topics import Topics
from anju.checker.extract.words import acts, between, headless, rest, scopes, sources, unlisted
from anju.kernel.unit import Dimension

_LONGEST, _FOLLOWING = 80, 16
"""Characters before a number, and behind it, that may say what it is."""
_start = attrgetter("start")
_SIDES = frozenset({"收入", "支出"})
"""On which side of a budget a number stands is said once for a whole sentence."""
_JOINED = re.compile("[、,和与及或至到~—–-]{1,2}")
_PART = frozenset({"其中"})
_OPPOSITE = {"计划": "实际", "实际": "计划"}


class _Frame(NamedTuple):
    """What the beginning of a sentence, or of its part between semicolons, says for all that follows; `own`: what the
    last number adds for itself."""

    start: int
    subject: str
    acts: frozenset[str]
    scopes: frozenset[str]
    own: str


def bind(source: Source, sentence: Sentence, mentions: list[Mention], context: Context) -> Iterator[Claim]:
    """The claims of one sentence, in order."""
    frame: _Frame | None = None
    said: _Said | None = None
    last: Mention | None = None
    which = source.folded.text.find("其中", sentence.start, sentence.end)
    for mention in mentions:
        if said is None or last is None or not _in_one_list(source, last, mention):
            before = sentence.start if last is None else last.end
            said = _said(source, sentence, mention, before)
            frame = _framed(source, said, frame, before)
        assert frame is not None
        yield _claim(source, sentence, mention, _Told(said, frame, 0 <= which < mention.start), context)
        last = mention
    first, end = (bisect_left(source.masked.dates, at, key=_start) for at in (sentence.start, sentence.end))
    years = [each.year for each in source.masked.dates[first:end] if each.year]
    context.paragraph_year = years[-1] if years else context.paragraph_year


def _in_one_list(source: Source, last: Mention, mention: Mention) -> bool:
    """120、98户; 各是4125.49,4143.91万元: what is said before the first is said of all that share its unit."""
    if not last.inferred and not mention.inferred:
        return False
    return _JOINED.fullmatch(source.masked.text, last.end, mention.start) is not None


class _Said(NamedTuple):
    """What the words around a quantity say; `bare`: the label without the names it lists, `left` what is left of it
    without what is counted; `clause` and `begins`: where its clause and its part of the sentence begin."""

    label: str
    bare: str
    after: str
    thing: str
    left: str
    clause: int
    begins: int


def _said(source: Source, sentence: Sentence, mention: Mention, before: int) -> _Said:
    text, start = source.masked.text, mention.start
    begins = max(text.rfind(";", sentence.start, start) + 1, sentence.start)
    clause = sentence.start_of_clause(start)
    label = source.words(max(clause, before, start - _LONGEST), start)
    bare = unlisted(label)
    after = _after(text[mention.end : mention.end + _FOLLOWING])
    of, left = thing(mention, bare, after)
    return _Said(label, bare, after, of, left, clause, begins)


def _framed(source: Source, said: _Said, frame: _Frame | None, before: int) -> _Frame:
    """The frame of the number's part of the sentence: made by its first number, narrowed by clauses without any."""
    if frame is not None and frame.start == said.begins:
        more = between(source.words(before, said.clause)) if said.clause > before else ""
        return _Frame(said.begins, frame.subject + more, frame.acts, frame.scopes, rest(said.left))
    lead = unlisted(source.words(said.begins, max(said.clause, before, said.begins)))
    whole = lead + said.bare
    return _Frame(said.begins, rest(headless(lead + said.left)), acts(whole), scopes(whole), "")


class _Told(NamedTuple):
    """All that is told of a quantity; `part`: 其中 stands before it."""

    said: _Said
    frame: _Frame
    part: bool

    @property
    def acts(self) -> frozenset[str]:
        """What stands before the number goes before what the sentence began with."""
        told = acts(self.said.bare) or self.frame.acts or acts(self.said.after)
        return told if told & _SIDES else told | (self.frame.acts & _SIDES)


def _claim(source: Source, sentence: Sentence, mention: Mention, told: _Told, context: Context) -> Claim:
    paragraph, said, own = source.paragraph, told.said, scopes(told.said.bare)
    period, year, bound = _period(source, sentence, mention, context)
    context.claims += 1
    return Claim(
        index=context.claims - 1,
        where=source.where(mention.start, mention.end),
        mention=mention,
        sentence=sentence.number,
        at=mention.start,
        depth=source.depths[mention.start] if source.depths else 0,
        label=said.label,
        after=said.after,
        thing=said.thing,
        subject=told.frame.subject + told.frame.own,
        acts=told.acts,
        scopes=_scopes(own, told.frame.scopes, told.part),
        sources=sources(said.label) if mention.quantity.unit.dimension is Dimension.MONEY else (),
        period=period,
        year=year,
        bound=bound,
        in_table=paragraph.place is not None,
        topic=_topic(source, mention, context),
        own=own,
    )


def _scopes(own: frozenset[str], inherited: frozenset[str], part: bool) -> frozenset[str]:
    if inherited:
        inherited -= {_OPPOSITE[word] for word in own & _OPPOSITE.keys()}
    found = own | inherited
    return found | _PART if part else found


def _topic(source: Source, mention: Mention, context: Context) -> str:
    account = Topics.account(source.folded.text, mention.start)
    return context.topic if not account or account in context.topic else f"{account}·{context.topic}"


def _after(following: str) -> str:
    for index, character in enumerate(following):
        if not "\u4e00" <= character <= "\u9fff":
            return following[:index]
    return following


def _period(source: Source, sentence: Sentence, mention: Mention, context: Context) -> tuple[str, int | None, Bound]:
    """The date last named before the number in its sentence, else the year of the paragraph, else of the report."""
    dates = source.masked.dates
    first = bisect_left(dates, sentence.start, key=_start)
    here = dates[first : bisect_right(dates, mention.start, key=_start)]
    years = [each.year for each in here if each.year is not None]
    if years:
        last = here[-1]
        exact = last.exact if last.year is not None else f"{years[-1]}年{last.exact}"
        return exact, years[-1], Bound.SENTENCE
    for year, bound in ((context.paragraph_year, Bound.PARAGRAPH), (context.report_year, Bound.DOCUMENT)):
        if year is not None:
            return f"{year}年{here[-1].exact if here else ''}", year, bound
    return here[-1].exact if here else "", None, Bound.NOWHERE
