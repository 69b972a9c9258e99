"""规则共用：总数和它的分项。“其中”后面的是分项，到括号、句号或另起一笔账的词为止；也有另起一段、一条一项列的。"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

from anju.checker.extract import Extract
from anju.checker.extract.claim import Claim
from anju.checker.extract.sentences import Sentence
from anju.checker.rules._below import below, closing
from anju.checker.rules._partitions import partition
from anju.checker.rules._parts import MOST_PARTS, addable, beside, columns, kept, readings
from anju.kernel.unit import Dimension

_MARK = re.compile(
    r"其中:|其中[,包]?|(?:具体)?包括:?|(?:具体)?包含:?|分别(?:为|是)?(?=[:\d]|[\u4e00-\u9fff]{1,8}\d)(?!为?年|占|比|较|增|下降|完成)"
    r"|分[两二三四五六七八]批|[中里][,:]|:|\((?=[^()])"
)
_LAST = re.compile(r"^[^\u4e00-\u9fff]*(?:其他|其余|剩余|余下)")
_FULL = re.compile(r"分别|依次|分[两二三四五六七八]批|(?:具体)?包[括含]:")
_SOME = re.compile("其中|等|核增|核减|增加|减少|主要|含|包括|目标|计划|任务|上年|同比|较|比")
_NEVER_ADDED = frozenset({Dimension.SHARE, Dimension.TIME})
"""Rates of parts are no parts of a rate."""
_ORDINALS = re.compile(r"第[一二三四五六七八]批|第[一二三四]季度|[一二三四]季度|[上下]半年|[上下]学期|[春秋]季")
_BY = re.compile("按[\u4e00-\u9fff]{1,8}分?$")
_SHORTEST = 24
"""Characters of a table's cell that may hold a list in words."""
_BACK = 4
"""Sentences in which the total is looked for when none stands before the mark in its own."""


class Form(IntEnum):
    """分项是怎么引出来的：“其中：”，“其中”，“包括”、冒号、括号，什么也没有。"""

    ANNOUNCED = 0
    NAMED = 1
    LOOSE = 2
    BARE = 3


@dataclass(frozen=True, slots=True)
class Breakdown:
    """Totals that the parts may belong to, nearest first, and the ways to read the parts; judged by the first of each.

    `complete`: the text says that these are all (分别为, 第一批、第二批, 其余), or the law does (基本支出: 人员、公用).
    """

    totals: tuple[Claim, ...]
    readings: tuple[tuple[Claim, ...], ...]
    form: Form
    complete: bool


def breakdowns(extract: Extract) -> Iterator[Breakdown]:
    """Every 其中 of the report, and what is like it, with a total before it and parts behind it."""
    for sentence in extract.sentences:
        if (
            sentence.end - sentence.start < _SHORTEST
            and extract.sources[sentence.paragraph].paragraph.place is not None
        ):
            continue
        text = extract.plain(sentence)
        marks = list(_MARK.finditer(text))
        for index, mark in enumerate(marks):
            nested = next((each.start() for each in marks[index + 1 :] if each[0].startswith("其中")), len(text))
            if mark[0] == "其中:" and ";" in text[mark.end() : nested]:
                nested = len(text)  # 其中：甲…；乙…，其中…；丙…: the inner one is of its item alone
            yield from _breakdowns(extract, sentence, mark, sentence.start + nested)
        if sentence.number in extract.of_sentence:
            yield from _bare(extract, sentence.number)


def _breakdowns(extract: Extract, sentence: Sentence, match: re.Match[str], until: int) -> Iterator[Breakdown]:
    """One for each kind of number that stands before and behind (18个小区3256户，其中续建5个800户，新建13个2456户)."""
    source, text = extract.sources[sentence.paragraph], extract.plain(sentence)
    mark, bracket = sentence.start + match.start(), match[0] == "("
    depth = (source.depths[mark] if source.depths else 0) - bracket
    here = extract.of_sentence.get(sentence.number, ())
    before = [claim for claim in here if claim.at < mark and claim.depth <= depth][-MOST_PARTS:]
    if not before and not bracket:
        before = [claim for claim in _earlier(extract, sentence, match) if claim.depth <= depth]
    behind = [claim for claim in here if mark < claim.at < (closing(source, mark) if bracket else until)]
    inline = ";" in text[match.end() :].rstrip(";")
    listed = [] if bracket or inline else below(extract, sentence, behind)
    for total in _totals(before):
        likely = [each for each in reversed(before) if addable(each, total) and not _apart(each, total)]
        totals = tuple(sorted(likely, key=beside))
        found = kept([*columns(total, listed)]) if listed else ()
        if behind and not found:
            announced = match[0].endswith(":") or not match[0].startswith("其中")
            found = readings(extract, total, behind, sentence, announced)
        if match[0].startswith("分别") and sum(addable(each, total) for each in before) > 1:
            continue  # 412吨、138吨，分别为年度任务380吨、130吨的…: one to one, not the parts of one
        several = any(len(reading) > 1 for reading in found)
        if found and not _apart(total, found[0][0]) and (several or match[0].startswith("其中")):
            form = _form(match[0])
            by = match[0] == ":" and len(totals) == 1 and _BY.search(text[: match.start()]) is not None
            yield Breakdown(totals, found, form, by or _complete(extract, match[0], total, found[0]))


def _apart(total: Claim, part: Claim) -> bool:
    """增收0.58亿元，其中税收5.24亿元: the part of an increase would be an increase."""
    return total.narrowed and not total.own - {"其中"} <= part.scopes


def _totals(before: Sequence[Claim]) -> Iterator[Claim]:
    """The last of each kind before the mark, and the last that is no difference."""
    kinds = set()
    for claim in reversed(before):
        kind = (*claim.family, claim.narrowed)
        if claim.dimension not in _NEVER_ADDED and kind not in kinds:
            kinds.add(kind)
            yield claim


def _form(mark: str) -> Form:
    if mark.startswith("其中"):
        return Form.ANNOUNCED if mark.endswith(":") else Form.NAMED
    return Form.LOOSE


def _complete(extract: Extract, mark: str, total: Claim, parts: Sequence[Claim]) -> bool:
    if len(parts) < 2:
        return False
    bracket = mark == "(" and _within(extract, total, parts)
    all_told = bracket or bool(_FULL.match(mark) or _LAST.search(parts[-1].label) or _numbered(extract, parts))
    return all_told or partition(total, parts)


def _within(extract: Extract, total: Claim, parts: Sequence[Claim]) -> bool:
    """318个（2021年96个、2022年108个、2023年114个）: a bracket right behind its total names all, unless it says not."""
    text = extract.sources[total.paragraph].folded.text
    if total.paragraph != parts[0].paragraph or parts[0].at < total.mention.end:
        return False
    opening = text.find("(", total.mention.end)
    end = parts[-1].mention.end
    return opening - total.mention.end <= 2 and text[end : end + 1] == ")" and not _SOME.search(text, opening, end)


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


def _earlier(extract: Extract, sentence: Sentence, match: re.Match[str]) -> list[Claim]:
    """The claims of the nearest sentence before that has any: of its paragraph, or the end of the one before.

    Only when the mark opens its sentence (其中，…), or what stands before it names the total (“三公”经费支出中，…).
    """
    lead = re.sub(r"[\s,:“”\"]", "", extract.plain(sentence)[: match.start()])
    lead = _BY.sub("", lead.removeprefix("在").removesuffix("的"))
    if lead and match[0][0] not in "中里:分":
        return []
    for number in range(sentence.number - 1, max(-1, sentence.number - 1 - _BACK), -1):
        before = extract.sentences[number]
        if before.paragraph < sentence.paragraph - 1:
            return []
        found = extract.of_sentence.get(number, ())
        named = [claim for claim in found if not lead or _names(lead, claim)]
        if named:
            return named
    return []


def _names(lead: str, claim: Claim) -> bool:
    """Whether most of the words are those of the claim."""
    text = claim.label + claim.subject + claim.thing + claim.topic
    return sum(character in text for character in lead) * 5 >= len(lead) * 3
