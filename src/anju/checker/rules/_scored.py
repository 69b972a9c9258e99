"""规则共用：正文里列出的各项得分。每项写着满分，满分合起来是100分，得分合起来就应是综合得分。"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from anju.checker.extract import Extract
from anju.checker.extract.claim import Claim
from anju.checker.rules._neighbours import paragraphs
from anju.kernel.unit import Dimension

_MARK = r"\d{1,3}(?:\.\d{1,2})?"
_FULL_AHEAD = re.compile(
    rf"\((?:满分|分值|标准分|权重)?(?:为|:)?(?P<full>{_MARK})分\)[,:]?(?:实际|自评|评价)?得分?(?:为|是|:)?(?P<score>{_MARK})分"
)
_FULL_BEHIND = re.compile(rf"(?<![\d.])(?P<score>{_MARK})分\((?:满分|分值|标准分|权重)(?:为|:)?(?P<full>{_MARK})分?\)")
_WHOLE = re.compile("(?:综合|自评|评价|最终|绩效|总)(?:评价|评定)?(?:得分|评分|总分|分)(?:合计)?(?:为|是|:)*$")
_GOT = re.compile("[\u4e00-\u9fff]{2}(?:得|得分|得分为)$")
_TOTAL_BEHIND = re.compile("[,;](?:最终|综合|合计|总计|总|自评)(?:评定|评价|得分|评分|得|总分|分)*(?:为|是)?")
_NEAR = 5
"""Points: farther apart they are scores of another scale, or weighted."""
_FULL, _FEWEST, _BACK = 100, 3, 3


def scored(extract: Extract) -> Iterator[tuple[Claim, tuple[Claim, ...]]]:
    """综合得分92分。决策17.6分（满分20分）、过程…: the total told before, and the scores of all its hundred marks."""
    for number, claims in extract.of_sentence.items():
        if any(claim.dimension is Dimension.POINTS for claim in claims):
            scores = _scores(extract, claims)
            total = _total(extract, number, scores[0]) if scores else None
            if total is not None:
                yield total, scores


def scored_one_by_one(extract: Extract) -> Iterator[tuple[Claim, tuple[Claim, ...]]]:
    """决策得9.2分，过程得18.4分，产出得38.5分，最终评定94.7分: scores that are 得, and behind them the total."""
    for told in paragraphs(extract):
        run: list[Claim] = []
        for each in told:
            claim = each.claim
            goes_on = claim.dimension is Dimension.POINTS and (not run or claim.sentence == run[-1].sentence)
            if goes_on and _GOT.search(each.lead) and not claim.depth:
                run.append(claim)
                continue
            whole = len(run) >= _FEWEST and goes_on and _TOTAL_BEHIND.fullmatch(each.lead)
            if whole and abs(sum(part.base for part in run) - claim.base) <= _NEAR * claim.mention.quantity.unit.factor:
                yield claim, tuple(run)
            run = []


def _scores(extract: Extract, claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Empty when a mark is missing or the full marks are not a hundred."""
    sentence = extract.sentences[claims[0].sentence]
    text, at = extract.plain(sentence), {claim.at: claim for claim in claims}
    for form in (_FULL_AHEAD, _FULL_BEHIND):
        found = list(form.finditer(text))
        full = sum(Fraction(match["full"]) for match in found)
        scores = [at.get(sentence.start + match.start("score")) for match in found]
        chosen = tuple(score for score in scores if score is not None)
        if len(found) >= _FEWEST and full == _FULL and len(chosen) == len(found):
            return chosen
    return ()


def _total(extract: Extract, number: int, first: Claim) -> Claim | None:
    """The nearest score of the whole before the list, in its paragraph."""
    before = [
        claim
        for each in range(max(0, number - _BACK), number + 1)
        for claim in extract.of_sentence.get(each, ())
        if claim.index < first.index and claim.family == first.family and not claim.depth
    ]
    text = extract.sources[first.paragraph].folded.text
    whole = [
        claim
        for claim in before
        if claim.paragraph == first.paragraph and _WHOLE.search(text[max(0, claim.at - 14) : claim.at])
    ]
    return whole[-1] if whole else None
