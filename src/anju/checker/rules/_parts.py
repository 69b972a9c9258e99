"""规则共用：分项有哪些。先按一笔账连着读，再按一条一项只取第一个数读；哪样加得起来算哪样。"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import islice

from anju.checker.extract import Extract
from anju.checker.extract.claim import Claim
from anju.checker.extract.sentences import Sentence
from anju.checker.extract.words import acts

MOST_PARTS = 24
"""Numbers of a sentence that are tried as parts; whoever lists more has a table."""
_MOST_ITEMS = 40
_OPENS = re.compile(
    "调减|追加|调整|共支出|实际|全省|全市|合计|总计|共计|结转|结余|要求|累计|截[至止]|年底|目前|另|此外|同时|超出|剩余|其余"
)
"""What begins another account in the middle of a list."""
_ITEM = re.compile(r";|[①-⑳]|\(\d{1,2}\)|\([一二三四五六七八九十]{1,2}\)|[一二三四五六七八九]是")
_ENUMERATED = re.compile(
    r"\s*(?:\d{1,2}[.、．)](?!\d)|[一二三四五六七八九十]{1,2}[、是]|\(\d{1,2}\)|\([一二三四五六七八九十]{1,2}\)|[①-⑳])"
)
_ACCOUNTS = frozenset(
    {"开工", "完工", "竣工", "建成", "到位", "拨付", "支付", "支出", "下达", "结转", "结余", "发放", "验收", "收入"}
)
"""Acts that a part shares with the first of its list, or else it belongs to another account."""
_EITHER = re.compile(r"[()/、]")


def addable(part: Claim, total: Claim) -> bool:
    """Whether the one can be a part of the other: of one kind, by one word (套(户) takes both), no unit price."""
    if part.dimension is not total.dimension or part.mention.per or part.mention.ranged:
        return False
    ours, theirs = part.mention.counted, total.mention.counted
    return ours == theirs or bool(set(_EITHER.split(ours)) & set(_EITHER.split(theirs)) - {""})


def readings(
    extract: Extract, total: Claim, items: Sequence[Sequence[Claim]], sentence: Sentence
) -> tuple[tuple[Claim, ...], ...]:
    """The ways to read what may be the parts of the total, the plainest first."""
    if len(items) > 1:
        firsts = (_first(item, total) for item in items[:_MOST_ITEMS])
        return _kept([tuple(each for each in firsts if each is not None)])
    behind = [claim for item in items for claim in item]
    first = _first(behind, total)
    if first is None:
        return ()
    run = tuple(islice(_run(extract, total, first, behind), MOST_PARTS))
    single = tuple(islice(_of_items(extract, total, [c for c in behind if c.at >= first.at], sentence), MOST_PARTS))
    stop = extract.plain(sentence).find(";", first.at - sentence.start)
    clause = tuple(claim for claim in run if stop < 0 or claim.at < sentence.start + stop)
    return _kept([clause, run, single])


def _kept(found: list[tuple[Claim, ...]]) -> tuple[tuple[Claim, ...], ...]:
    """Without empty ones and repetitions; those of two parts and more first (分号之前的、连着的、一条取一个的)."""
    unique = [each for each in dict.fromkeys(found) if each]
    return tuple(sorted(unique, key=lambda each: len(each) < 2))


def _first(claims: Sequence[Claim], total: Claim) -> Claim | None:
    return next((claim for claim in claims if addable(claim, total)), None)


def _run(extract: Extract, total: Claim, first: Claim, behind: Sequence[Claim]) -> Iterator[Claim]:
    """From the first on, those of its kind at its depth, as long as no other account begins."""
    last, done = first, acts(first.label)
    for claim in behind:
        if claim.at < first.at:
            continue
        if claim.depth < first.depth or (claim is not first and _OPENS.search(extract.between(last, claim))):
            return
        if claim.depth == first.depth:
            last = claim
            if not addable(claim, total):
                continue
            if acts(claim.label) & _ACCOUNTS - done:
                return
            yield claim


def _of_items(extract: Extract, total: Claim, behind: Sequence[Claim], sentence: Sentence) -> Iterator[Claim]:
    """The first of its kind of each item: what stands between two semicolons, or behind ① ② ③."""
    text = extract.plain(sentence)
    starts = [sentence.start + match.start() for match in _ITEM.finditer(text)]
    last = -1
    for claim in behind:
        item = bisect_right(starts, claim.at)
        if item != last and addable(claim, total) and claim.depth == behind[0].depth:
            last = item
            yield claim


def following(extract: Extract, sentence: Sentence) -> list[list[Claim]]:
    """The claims of the paragraphs behind a sentence that announces a list, one for each numbered paragraph."""
    found: list[list[Claim]] = []
    number = sentence.number + 1
    paragraph = sentence.paragraph
    while number < len(extract.sentences) and len(found) < _MOST_ITEMS:
        each = extract.sentences[number]
        if each.paragraph == sentence.paragraph:
            return []
        if each.paragraph != paragraph:
            if not _ENUMERATED.match(extract.sources[each.paragraph].folded.text):
                break
            paragraph = each.paragraph
            found.append([])
        found[-1] += extract.of_sentence.get(each.number, ())
        number += 1
    return found
