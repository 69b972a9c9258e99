"""规则共用：写明分布在几个区县、逐个列全的。“94个。任务分布在4个区（县）：泉阳区38个、……”，列的就是全部。"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from anju.checker.extract import Extract
from anju.checker.extract.claim import Claim
from anju.checker.extract.sentences import Sentence
from anju.checker.rules._neighbours import valued
from anju.checker.rules._parts import addable

_PLACES = re.compile(
    r"(?:分布|分配|分解|落实|涉及|下达|安排)(?:在|于|到|至)?(?:全[市县区])?(?P<many>\d{1,2})个"
    r"(?:[区县市旗镇乡、()]|街道|社区|乡镇|片区|标段){1,10}:"
)
_NAMED = re.compile("[区县市旗镇乡道社段园片][^,;:。\\d]{0,3}$")


def spread(extract: Extract) -> Iterator[tuple[Claim, tuple[Claim, ...]]]:
    """The total of the sentence before, and as many parts as places are counted."""
    for sentence in extract.sentences:
        text = extract.plain(sentence)
        found = _PLACES.search(text)
        if found is None:
            continue
        here = extract.of_sentence.get(sentence.number, ())
        parts = tuple(claim for claim in here if claim.at >= sentence.start + found.end() and not claim.depth)
        whole = _total(extract, sentence, parts)
        if len(parts) == int(found["many"]) > 1 and whole is not None and all(map(_named, parts)):
            yield whole, parts


def _named(part: Claim) -> bool:
    return valued(part) and _NAMED.search(part.label) is not None


def _total(extract: Extract, sentence: Sentence, parts: Sequence[Claim]) -> Claim | None:
    """The only number of the kind in the sentence before, all parts being of it."""
    before = [
        claim
        for claim in extract.of_sentence.get(sentence.number - 1, ())
        if claim.paragraph == sentence.paragraph and not claim.depth and valued(claim)
    ]
    like = [claim for claim in before if parts and all(addable(part, claim) for part in parts)]
    return like[0] if len(like) == 1 else None
