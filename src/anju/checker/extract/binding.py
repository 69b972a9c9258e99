"""归位：一个数前面的话里，哪一年、计划还是实际、谁的、什么的；小句里没有的，从本句开头承接。"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from operator import attrgetter

from anju.checker.extract.claim import Bound, Claim
from anju.checker.extract.folded import Folded
from anju.checker.extract.layers import FILL, Masked
from anju.checker.extract.mention import Mention
from anju.checker.extract.sentences import Sentence
from anju.checker.extract.things import thing
from anju.checker.extract.topics import Topics
from anju.checker.extract.words import acts, between, headless, rest, scopes, sources, unlisted
from anju.checker.reading import Paragraph
from anju.kernel.finding import Where
from anju.kernel.unit import Dimension

_LONGEST, _FOLLOWING = 80, 16
"""Characters before a number, and behind it, that may say what it is."""
_start = attrgetter("start")
_SIDES = frozenset({"收入", "支出"})
"""On which side of a budget a number stands is said once for a whole sentence."""
_PART = frozenset({"其中"})
_OPPOSITE = {"计划": "实际", "实际": "计划"}


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

    def words(self, start: int, end: int) -> str:
        """The words of a stretch, dates and names left out."""
        return self.masked.labels[start:end].replace(FILL, "")


@dataclass(slots=True)
class _Frame:
    """What the beginning of a sentence, or of its part between semicolons, says for all that follows."""

    start: int
    subject: str
    acts: frozenset[str]
    scopes: frozenset[str]


def bind(source: Source, sentence: Sentence, mentions: list[Mention], context: Context) -> Iterator[Claim]:
    """The claims of one sentence, in order."""
    frame: _Frame | None = None
    before = sentence.start
    text = source.masked.text
    which = source.folded.text.find("其中", sentence.start, sentence.end)
    for mention in mentions:
        start = mention.start
        begins = max(text.rfind(";", sentence.start, start) + 1, sentence.start)
        clause = sentence.start_of_clause(start)
        label = source.words(max(clause, before, start - _LONGEST), start)
        bare = unlisted(label)
        after = _after(text[mention.end : mention.end + _FOLLOWING])
        of, left = thing(mention, bare, after)
        own = ""
        if frame is not None and frame.start == begins:
            own = rest(left)
            if clause > before:
                frame.subject += between(source.words(before, clause))
        else:
            lead = unlisted(source.words(begins, max(clause, before, begins)))
            whole = lead + bare
            frame = _Frame(begins, rest(headless(lead + left)), acts(whole), scopes(whole))
        said = _Said(label, bare, after, of, frame.subject + own, 0 <= which < start)
        yield _claim(source, sentence, mention, said, frame, context)
        before = mention.end
    first, end = (bisect_left(source.masked.dates, at, key=_start) for at in (sentence.start, sentence.end))
    years = [each.year for each in source.masked.dates[first:end] if each.year]
    context.paragraph_year = years[-1] if years else context.paragraph_year


@dataclass(frozen=True, slots=True)
class _Said:
    """What the words around a quantity say; `bare`: the label without the names it lists; `part`: 其中 before it."""

    label: str
    bare: str
    after: str
    thing: str
    subject: str
    part: bool


def _claim(  # noqa: PLR0913, PLR0917  all that a claim is made of
    source: Source, sentence: Sentence, mention: Mention, said: _Said, frame: _Frame, context: Context
) -> Claim:
    """What stands before the number goes before what the sentence began with; plan and actual shut each other out."""
    start, end = source.folded.span(mention.start, mention.end)
    paragraph = source.paragraph
    period, year, bound = _period(source, sentence, mention, context)
    own = scopes(said.bare)
    told = acts(said.bare) or frame.acts or acts(said.after)
    money = mention.quantity.unit.dimension is Dimension.MONEY
    context.claims += 1
    return Claim(
        index=context.claims - 1,
        where=Where(paragraph=paragraph.number, start=start, end=end, text=paragraph.text[start:end]),
        mention=mention,
        sentence=sentence.number,
        at=mention.start,
        depth=source.depths[mention.start] if source.depths else 0,
        label=said.label,
        after=said.after,
        thing=said.thing,
        subject=said.subject,
        acts=told if told & _SIDES else told | (frame.acts & _SIDES),
        scopes=_scopes(own, frame.scopes, said.part),
        sources=sources(said.label) if money else (),
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
