"""规则共用：分项有哪些。先按一笔账连着读，再一条一项、一列一列地读；哪样加得起来算哪样。"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice

from anju.checker.extract import Extract
from anju.checker.extract.claim import Claim
from anju.checker.extract.mention import Qualifier
from anju.checker.extract.sentences import Sentence
from anju.checker.extract.things import THINGS
from anju.checker.extract.words import acts

MOST_PARTS = 24
"""Numbers of a sentence that are tried as parts; whoever lists more has a table."""
_BOUNDS = frozenset({Qualifier.AT_LEAST, Qualifier.AT_MOST})
_MOST_COLUMNS = 4
_OPENS = re.compile(
    "调减|追加|调整|共支出|实际|全省|全市|合计|总计|共计|结转|结余|要求|累计|截[至止]|年底|目前|另|此外|同时|超出|剩余|其余"
)
"""What begins another account in the middle of a list."""
_ITEM = re.compile(r";|[①-⑳]|\(\d{1,2}\)|\([一二三四五六七八九十]{1,2}\)|[一二三四五六七八九]是")
_ACCOUNTS = frozenset(
    {"开工", "完工", "竣工", "建成", "到位", "拨付", "支付", "支出", "下达", "结转", "结余", "发放", "验收", "收入"}
)
"""Acts that a part shares with the first of its list, or else it belongs to another account."""
_MEAN = re.compile(r"(?:[户人年月日]均|平均|每[户人个年月套])[\u4e00-\u9fff]{0,6}$|(?:单价|标准)[为是]?$")
_LESS = re.compile("[较比].{1,8}[少多增减]|(?:少|多|增加|减少)$")
_EITHER = re.compile(r"[()/、]")
_SAME_WORD = {"名": "人", "位": "人", "人次": "人", "幢": "栋", "户次": "户"}


def addable(part: Claim, total: Claim) -> bool:
    """Whether the one can be a part of the other: of one kind, by one word (套(户) takes both), no unit price."""
    ours, theirs = part.mention, total.mention
    if part.dimension is not total.dimension or ours.per != theirs.per or ours.ranged:
        return False
    if ours.qualifier in _BOUNDS or theirs.qualifier in _BOUNDS:
        return False
    if ours.counted != theirs.counted and not words(ours.counted) & words(theirs.counted):
        return False
    if ours.counted == "个" and part.thing != total.thing and part.thing in THINGS and total.thing in THINGS:
        return False
    return not averaged(part.label) and not averaged(total.label)


@lru_cache(maxsize=1 << 12)
def words(counted: str) -> frozenset[str]:
    """What is counted, a word or two."""
    found = set(_EITHER.split(counted)) - {""}
    return frozenset(_SAME_WORD.get(word, word) for word in found)


@lru_cache(maxsize=1 << 12)
def averaged(label: str) -> bool:
    """Whether it is so much for each, which nobody adds up."""
    return _MEAN.search(label) is not None


def readings(
    extract: Extract, total: Claim, behind: Sequence[Claim], sentence: Sentence, announced: bool
) -> tuple[tuple[Claim, ...], ...]:
    """The ways to read what may be the parts of the total in one sentence; by the first of them it is judged."""
    first = next((claim for claim in behind if addable(claim, total)), None)
    if first is None:
        return ()
    behind = [claim for claim in behind if claim.at >= first.at]
    own = [claim for claim in behind if not beside(claim)]
    run = tuple(islice(_run(extract, total, first, own), MOST_PARTS))
    stop = extract.plain(sentence).find(";", first.at - sentence.start)
    clause = tuple(claim for claim in run if stop < 0 or claim.at < sentence.start + stop)
    plain = tuple(claim for claim in own if addable(claim, total) and claim.depth == first.depth)
    judged = [run, clause] if announced else [clause, run]
    return kept([*judged, *columns(total, items(extract, behind, sentence)), plain[:MOST_PARTS]])


def beside(claim: Claim) -> bool:
    """为预算32000万元的58.25%, 较计划少120万元: no part of anything, only what a rate is of or a difference."""
    return claim.after == "的" or _LESS.search(claim.label) is not None


def kept(found: Sequence[tuple[Claim, ...]]) -> tuple[tuple[Claim, ...], ...]:
    """Without empty ones and repetitions."""
    return tuple(each for each in dict.fromkeys(found) if each)


def items(extract: Extract, claims: Sequence[Claim], sentence: Sentence) -> list[list[Claim]]:
    """What stands between two semicolons, or behind ① ② ③."""
    starts = _item_starts(extract.plain(sentence))
    if not starts:
        return [list(claims)] if claims else []
    found: dict[int, list[Claim]] = {}
    for claim in claims:
        found.setdefault(bisect_right(starts, claim.at - sentence.start), []).append(claim)
    return list(found.values())


@lru_cache(maxsize=256)  # each number of a sentence asks it again
def _item_starts(text: str) -> tuple[int, ...]:
    return tuple(match.start() for match in _ITEM.finditer(text))


def columns(total: Claim, parts: Sequence[Sequence[Claim]]) -> Iterator[tuple[Claim, ...]]:
    """The first addable number of every item, the second of every item, and so on, as far as all have one."""
    like = [[claim for claim in item if addable(claim, total)] for item in parts]
    like = [item for item in like if item][: 2 * MOST_PARTS]
    if len(like) > 1:
        for place in range(min(_MOST_COLUMNS, *map(len, like))):
            yield tuple(item[place] for item in like)
        yield tuple(item[-1] for item in like)


def _run(extract: Extract, total: Claim, first: Claim, behind: Sequence[Claim]) -> Iterator[Claim]:
    """From the first on, those of its kind at its depth, as long as no other account begins."""
    last, done = first, acts(first.label)
    for claim in behind:
        if claim.depth < first.depth or (claim is not first and _OPENS.search(extract.between(last, claim))):
            return
        if claim.depth == first.depth:
            if not addable(claim, total):
                last = claim
                continue
            if acts(claim.label) & _ACCOUNTS - done and not _side_by_side(extract, last, claim):
                return
            last = claim
            yield claim


def _side_by_side(extract: Extract, one: Claim, other: Claim) -> bool:
    """续建18个、新开工25个: what 、 joins is one list, whatever was done with each."""
    between = extract.between(one, other)
    return between.startswith(("、", "和", "及")) and "," not in between
