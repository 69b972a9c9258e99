"""规则共用：总数和它的分项。“其中”后面的是分项，到括号、句号或另起一笔账的词为止。"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from anju.checker.extract import Extract
from anju.checker.extract.claim import Claim
from anju.checker.extract.sentences import Sentence
from anju.checker.extract.words import acts, narrowed
from anju.kernel.unit import Dimension

_OPENS = re.compile(
    "调减|追加|调整|共支出|实际|全省|全市|合计|总计|共计|结转|结余|要求|累计|截[至止]|年底|目前|另|此外|同时|超出|剩余|其余"
)
"""What begins another account in the middle of a list."""
_MARK = re.compile(r"其中|包括|分别[为是]|\(")
_MOST_PARTS = 16
"""Numbers of a sentence that are tried as parts; whoever lists more has a table."""
_NEVER_ADDED = frozenset({Dimension.SHARE, Dimension.TIME})
"""Rates of parts are no parts of a rate."""
_ACCOUNTS = frozenset(
    {"开工", "完工", "竣工", "建成", "到位", "拨付", "支付", "支出", "下达", "结转", "结余", "发放", "验收", "收入"}
)
"""Acts that a part shares with the first of its list, or else it belongs to another account."""


@dataclass(frozen=True, slots=True)
class Breakdown:
    """Totals that the parts may belong to, nearest first, and the parts.

    `colon`: the list is announced (其中：). `loose`: only 包括, 分别为 or a bracket makes it one.
    """

    totals: tuple[Claim, ...]
    parts: tuple[Claim, ...]
    colon: bool
    loose: bool


def breakdowns(extract: Extract) -> Iterator[Breakdown]:
    """Every 其中 of the report, and what is like it, with a total before it and parts behind it."""
    for number in extract.of_sentence:
        sentence = extract.sentences[number]
        marks = list(_MARK.finditer(extract.plain(sentence)))
        ends = [sentence.start + match.start() for match in marks[1:]]
        for mark, until in zip(marks, [*ends, sentence.end], strict=False):
            for found in _breakdown(extract, sentence, mark, until):
                if len(found.parts) > 1 or not found.loose:
                    yield found


def _breakdown(extract: Extract, sentence: Sentence, match: re.Match[str], until: int) -> Iterator[Breakdown]:
    """One for each kind of number that stands before and behind (18个小区3256户，其中续建5个800户，新建13个2456户)."""
    source = extract.sources[sentence.paragraph]
    mark = sentence.start + match.start()
    depth = source.depths[mark] if source.depths else 0
    here = extract.of_sentence.get(sentence.number, ())
    before = [claim for claim in here if claim.at < mark and claim.depth <= depth][-_MOST_PARTS:]
    if not before and extract.plain(sentence)[: mark - sentence.start].strip(" ,") == "":
        before = _previous(extract, sentence)
    behind = [claim for claim in here if mark < claim.at < until]
    colon = source.folded.text[mark + 2 : mark + 3] == ":"
    families = {claim.family for claim in before if claim.dimension not in _NEVER_ADDED}
    for family in dict.fromkeys(claim.family for claim in behind if claim.family in families):
        first = next((claim for claim in behind if claim.family == family and not claim.mention.per), None)
        if first is not None and (match[0] != "(" or first.depth >= depth):
            totals = tuple(claim for claim in reversed(before) if claim.family == family and not claim.mention.per)
            parts = tuple(islice(_parts(extract, first, behind), _MOST_PARTS))
            if totals:
                yield Breakdown(totals, parts, colon, match[0] != "其中")


def _previous(extract: Extract, sentence: Sentence) -> list[Claim]:
    """The claims of the sentence before, when one begins with 其中."""
    if sentence.number == 0 or extract.sentences[sentence.number - 1].paragraph != sentence.paragraph:
        return []
    return list(extract.of_sentence.get(sentence.number - 1, ()))


def _parts(extract: Extract, first: Claim, behind: Sequence[Claim]) -> Iterator[Claim]:
    """From the first on, those of its kind at its depth, as long as no other account begins."""
    last, done = first, acts(first.label)
    for claim in behind:
        if claim.at < first.at:
            continue
        if claim.depth < first.depth or (claim is not first and _OPENS.search(extract.between(last, claim))):
            return
        if claim.depth == first.depth:
            last = claim
            if not _alike(claim, first):
                continue
            if acts(claim.label) & _ACCOUNTS - done:
                return
            yield claim


@dataclass(frozen=True, slots=True)
class Gathered:
    """Parts, and the total named behind or before them; `explicit`: the text says that it is their sum (共计)."""

    total: Claim
    parts: tuple[Claim, ...]
    explicit: bool


_SUM = re.compile(r"^(?:[,;:、]|以上|上述|资金|全部|各项|[两三四五]项|经费|任务)*(?:共计|合计|总计|总共)")


def gathered(extract: Extract) -> Iterator[Gathered]:
    """Sentences that name parts of one kind and then their total (A 2021万元，B 79.01万元，共计2100.01万元)."""
    for claims in extract.of_sentence.values():
        for index, total in enumerate(claims):
            if narrowed(total.scopes - {"其中"}) or total.mention.per or total.mention.ranged:
                continue
            parts = tuple(c for c in claims[max(0, index - _MOST_PARTS) : index] if _alike(c, total))
            if len(parts) > 1:
                yield Gathered(total, parts, _says_sum(total, parts))


def _alike(part: Claim, total: Claim) -> bool:
    return (
        part.family == total.family and part.depth == total.depth and not part.mention.per and not part.mention.ranged
    )


def _says_sum(total: Claim, parts: Sequence[Claim]) -> bool:
    """共计 at the head of the clause, and no act of its own that the parts do not share."""
    told = _SUM.match(total.label)
    return told is not None and all(total.acts <= part.acts for part in parts)
