"""规则共用：总数和它的分项。“其中”后面的是分项，到括号、句号或另起一笔账的词为止。"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

from anju.checker.extract import Extract
from anju.checker.extract.claim import Claim
from anju.checker.extract.sentences import Sentence
from anju.checker.rules._parts import MOST_PARTS, addable, following, readings
from anju.kernel.unit import Dimension

_MARK = re.compile(
    r"其中:|其中[,包]?|(?:具体)?包括:?|(?:具体)?包含:?|分别(?:为|是|安排|下达|用于)?:?|分[两二三四五六七八]批|:|\((?=[^()])"
)
_LAST = re.compile(r"(?:其他|其余|剩余|余下|另外)[^,;:]{0,12}$")
_FULL = re.compile("分别|依次|分[两二三四五六七八]批")
_NEVER_ADDED = frozenset({Dimension.SHARE, Dimension.TIME})
"""Rates of parts are no parts of a rate."""
_ORDINALS = re.compile(r"第[一二三四五六七八]批|第[一二三四]季度|[一二三四]季度|[上下]半年|[上下]学期|[春秋]季")


class Form(IntEnum):
    """分项是怎么引出来的：“其中：”，“其中”，“包括”、冒号、括号，什么也没有。"""

    ANNOUNCED = 0
    NAMED = 1
    LOOSE = 2
    BARE = 3


@dataclass(frozen=True, slots=True)
class Breakdown:
    """Totals that the parts may belong to, nearest first, and the ways to read the parts, plainest first.

    `complete`: the text says that these are all (分别为, 第一批、第二批, 其余).
    """

    totals: tuple[Claim, ...]
    readings: tuple[tuple[Claim, ...], ...]
    form: Form
    complete: bool


def breakdowns(extract: Extract) -> Iterator[Breakdown]:
    """Every 其中 of the report, and what is like it, with a total before it and parts behind it."""
    for number in extract.of_sentence:
        sentence = extract.sentences[number]
        text = extract.plain(sentence)
        marks = list(_MARK.finditer(text))
        for index, mark in enumerate(marks):
            nested = next((each.start() for each in marks[index + 1 :] if each[0].startswith("其中")), len(text))
            yield from _breakdowns(extract, sentence, mark, sentence.start + nested)
        yield from _bare(extract, number)


def _breakdowns(extract: Extract, sentence: Sentence, match: re.Match[str], until: int) -> Iterator[Breakdown]:
    """One for each kind of number that stands before and behind (18个小区3256户，其中续建5个800户，新建13个2456户)."""
    source = extract.sources[sentence.paragraph]
    mark, bracket = sentence.start + match.start(), match[0] == "("
    depth = (source.depths[mark] if source.depths else 0) - bracket
    here = extract.of_sentence.get(sentence.number, ())
    before = [claim for claim in here if claim.at < mark and claim.depth <= depth][-MOST_PARTS:]
    if not before and extract.plain(sentence)[: mark - sentence.start].strip(" ,") == "":
        before = [claim for claim in _previous(extract, sentence) if claim.depth <= depth]
    behind = [claim for claim in here if mark < claim.at < until and (not bracket or claim.depth > depth)]
    ends = sentence.start + match.end() >= sentence.end or not behind
    items = [behind] if behind else following(extract, sentence) if ends and not bracket else []
    for total in _totals(before):
        totals = tuple(each for each in reversed(before) if each.family == total.family and not each.mention.per)
        found = readings(extract, total, items, sentence)
        if total.narrowed and found and not total.scopes - {"其中"} <= found[0][0].scopes:
            continue
        if found and (len(found[0]) > 1 or match[0].startswith("其中")):
            yield Breakdown(totals, found, _form(match[0]), _complete(extract, match[0], found[0]))


def _totals(before: Sequence[Claim]) -> Iterator[Claim]:
    """The last of each kind before the mark."""
    families = set()
    for claim in reversed(before):
        if claim.dimension not in _NEVER_ADDED and claim.family not in families and not claim.mention.per:
            families.add(claim.family)
            yield claim


def _form(mark: str) -> Form:
    if mark.startswith("其中"):
        return Form.ANNOUNCED if mark.endswith(":") else Form.NAMED
    return Form.LOOSE


def _complete(extract: Extract, mark: str, parts: Sequence[Claim]) -> bool:
    return bool(_FULL.match(mark) or (len(parts) > 1 and _LAST.search(parts[-1].label)) or _numbered(extract, parts))


def _numbered(extract: Extract, parts: Sequence[Claim]) -> bool:
    """第一批8167户，第二批8804户: each part is one of a series that begins with the first."""
    told = [_ordinal(extract, claim) for claim in parts]
    return len(parts) > 1 and all(told) and len(set(told)) == len(told) and bool(re.search("一|上|春", told[0]))


def _ordinal(extract: Extract, claim: Claim) -> str:
    text = extract.sources[claim.paragraph].folded.text
    found = _ORDINALS.findall(text[max(0, claim.at - 20) : claim.at])
    return found[-1] if found else ""


def _bare(extract: Extract, number: int) -> Iterator[Breakdown]:
    """下达16971户，第一批8167户，第二批8804户: a total, and a numbered series of its parts without any mark."""
    here = [claim for claim in extract.of_sentence[number] if not claim.mention.per and not claim.mention.ranged]
    for index, total in enumerate(here):
        if total.dimension in _NEVER_ADDED or _ordinal(extract, total):
            continue
        parts = [claim for claim in here[index + 1 : index + MOST_PARTS] if addable(claim, total)]
        if _numbered(extract, parts):
            yield Breakdown((total,), (tuple(parts),), Form.BARE, True)
        return


def _previous(extract: Extract, sentence: Sentence) -> list[Claim]:
    """The claims of the sentence before, when one begins with 其中."""
    if sentence.number == 0:
        return []
    before = extract.sentences[sentence.number - 1]
    near = before.paragraph == sentence.paragraph or (
        before.paragraph == sentence.paragraph - 1 and not extract.sources[before.paragraph].paragraph.place
    )
    return list(extract.of_sentence.get(sentence.number - 1, ())) if near else []


@dataclass(frozen=True, slots=True)
class Gathered:
    """Parts, and the total named behind them; `explicit`: the text says that it is their sum (共计)."""

    total: Claim
    parts: tuple[Claim, ...]
    explicit: bool


_SUM = re.compile(r"^(?:[,;:、]|以上|上述|资金|全部|各项|[两三四五]项|经费|任务)*(?:共计|合计|总计|总共)")


def gathered(extract: Extract) -> Iterator[Gathered]:
    """Sentences that name parts of one kind and then their total (A 2021万元，B 79.01万元，共计2100.01万元)."""
    for claims in extract.of_sentence.values():
        for index, total in enumerate(claims):
            if total.narrowed or total.mention.per or total.mention.ranged:
                continue
            parts = tuple(c for c in claims[max(0, index - MOST_PARTS) : index] if _alike(c, total))
            if len(parts) > 1:
                yield Gathered(total, parts, _says_sum(total, parts))


def _alike(part: Claim, total: Claim) -> bool:
    return addable(part, total) and part.depth == total.depth


def _says_sum(total: Claim, parts: Sequence[Claim]) -> bool:
    """共计 at the head of the clause, and no act of its own that the parts do not share."""
    told = _SUM.match(total.label)
    return told is not None and all(total.acts <= part.acts for part in parts)
