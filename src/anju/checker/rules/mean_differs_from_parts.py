"""平均数对不上：平均得分、综合得分不等于列出各项的平均。

A mean score against the scores listed next to it. 平均 must be their mean; 综合 and 整体 may be weighted, so only one
outside of them all is at odds. Warnings. Wrong when the parts are weighted or not all listed: say so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from anju.checker.extract import Extract
from anju.checker.extract.claim import Claim
from anju.checker.relation import Relation
from anju.checker.rules._neighbours import Equation, Told, containing, cut_off, ends, paragraphs, valued
from anju.checker.rules._shown import quoted
from anju.checker.rules._tiers import apart
from anju.kernel.unit import Dimension, decimal_text

WHY = "平均分是从旁边几个数算出来的；几个数都列着，谁都能算，差一点就露出来。"
WRONG = "四个县平均得分87.81分，其中东山县91.75分，青石县90分，贵溪区81分，石坪县80.5分。"
RIGHT = "四个县平均得分85.81分，其中东山县91.75分，青石县90分，贵溪区81分，石坪县80.5分。"
MISTAKEN = "平均数是加权的，或者列出的只是其中几项。"
SETTLE = "写明是简单平均还是加权、权数是多少；算错的按列出的数重新算。"

_MEAN = re.compile(
    r"(?P<mean>平均[值数]|平均(?:综合|绩效|自评|评价)*(?:得分|成绩|分值?|满意度|满意率|得分率)|均分)(?:[\u4e00-\u9fff]{0,2})(?:为|是|达|约|:)*$"
)
_BARE = re.compile("[,;(](?:[一二三四五六七八九十\\d]+项)?平均(?:为|是|达到?|约)?")
_WHOLE = re.compile(
    r"(?:整体|总体|综合)(?:绩效|自评|评价|评分|满意度)*(?:得分|评分|分值?|成绩|满意度)?(?:为|是|达|:)*$"
)
_OTHER = re.compile(
    "满分|分值|以上|以下|扣|目标|标准|权重|去年|上年|最高|最低|相差|高于|低于|全国|全省|平均|提高|下降|比"
)
_WEIGHTED = re.compile("加权|权重|按[\u4e00-\u9fff]{0,6}比例")
_SIMPLE = re.compile("(?:简单|算术)平均")
_WORDS = "〇一二三四五六七八九十"
_FEWEST, _MOST = 2, 60
_READABLE = 8


def check(extract: Extract) -> Iterator[Relation]:
    of = {told[0].claim.paragraph: told for told in paragraphs(extract)}
    for told in containing(extract, "平均", "均分", "整体", "总体", "综合"):
        below = of.get(told[0].claim.paragraph + 1, [])
        for place, each in enumerate(told):
            bare = place > 1 and _BARE.fullmatch(each.lead) is not None
            if (bare or _MEAN.search(each.lead)) and valued(each.claim):
                yield from _mean(extract, told, place)
            elif _WHOLE.search(each.lead) and valued(each.claim) and _simple(extract, each.claim):
                yield from _mean(extract, [*told, *below], place)
            elif _WHOLE.search(each.lead) and valued(each.claim):
                yield from _whole(extract, told, place)


def _parts(told: Sequence[Told], place: int) -> list[Claim]:
    """The scores listed behind it, each with a name, up to the first that is something else; else those before it."""
    mean = told[place].claim
    if mean.dimension not in {Dimension.POINTS, Dimension.SHARE}:
        return []
    behind = told[place + 1 : place + _MOST]
    while behind and behind[0].claim.dimension is Dimension.COUNT:
        behind = behind[1:]
    later = _listed(mean, behind)
    before = list(reversed(told[max(0, place - _MOST) : place]))
    if before and before[0].claim.dimension is Dimension.COUNT:  # 五项满意率的平均值
        before = before[1:]
    return later if len(later) >= _FEWEST else _listed(mean, before)


def _listed(mean: Claim, told: Sequence[Told]) -> list[Claim]:
    found: list[Claim] = []
    for each in told[:_MOST]:
        claim = each.claim
        like = claim.mention.quantity.unit == mean.mention.quantity.unit and valued(claim)
        if not like or abs(claim.sentence - mean.sentence) > 2 or _OTHER.search(each.lead[-14:]):
            break
        found.append(claim)
    return found


def _mean(extract: Extract, told: Sequence[Told], place: int) -> Iterator[Relation]:
    mean, parts = told[place].claim, _parts(told, place)
    if len(parts) < _FEWEST:
        return
    equation = _equation(mean, parts)
    if not apart(_average(parts), cut_off(mean)):
        yield equation.held()
    elif not _complete(extract, told, place, parts) or _weighted(extract, mean):
        yield equation.unclear()
    else:
        message = (
            f"{quoted(extract, mean)}，列出的{len(parts)}个数{_listing(parts)}平均是{equation.computed}，不一致，请核。"
            f"若是加权平均或还有没列出的，请写明；否则请更正其中一处。"
        )
        yield equation.failed(message)


def _listing(parts: Sequence[Claim]) -> str:
    """As they stand in the text; none when they are too many to read."""
    told = sorted(parts, key=lambda claim: claim.index)
    return f"（{'、'.join(map(str, told))}）" if len(told) <= _READABLE else ""


def _whole(extract: Extract, told: Sequence[Told], place: int) -> Iterator[Relation]:
    """An overall score may be weighted: it holds when it is the mean, and cannot lie outside of its parts."""
    mean, parts = told[place].claim, _parts(told, place)
    if len(parts) < _FEWEST:
        return
    equation = _equation(mean, parts)
    if not apart(_average(parts), cut_off(mean)):
        yield equation.held()
        return
    names = "县" in told[place + 1].lead or "区" in told[place + 1].lead if place + 1 < len(told) else False
    low, high = min(ends(each)[0] for each in parts), max(ends(each)[1] for each in parts)
    if names and apart((low, high), mean.interval) and _complete(extract, told, place, parts):
        message = (
            f"{quoted(extract, mean)}，列出的{len(parts)}个数都{'低' if mean.base > high else '高'}于它，"
            f"怎样加权也得不出，不一致，请核。若还有没列出的或另有加减分，请写明；否则请更正其中一处。"
        )
        yield equation.failed(message)
    else:
        yield equation.unclear()


def _complete(extract: Extract, told: Sequence[Told], place: int, parts: Sequence[Claim]) -> bool:
    """Whether the list is whole: as many as are counted before it, or said to be 分别 or 依次."""
    first = min(parts, key=lambda claim: claim.index)
    lead = next(each.lead for each in told if each.claim is first)
    counted = any(int(each.claim.base) == len(parts) for each in told[max(0, place - 3) : place] if _counts(each.claim))
    text = extract.sources[first.paragraph].folded.text[max(0, told[place].claim.at - 20) : told[place].claim.at]
    named = re.search(rf"{_numeral(len(parts))}[个县区市项家类]", text) is not None
    return counted or named or re.search("分别|依次|各[^,;。]{0,6}得分", lead) is not None


def _counts(claim: Claim) -> bool:
    return claim.dimension is Dimension.COUNT and claim.base.denominator == 1


def _numeral(number: int) -> str:
    word = _WORDS[number] if number < len(_WORDS) else str(number)
    return f"(?:{number}|{word}{'|两' if number == 2 else ''})"


def _simple(extract: Extract, mean: Claim) -> bool:
    return _SIMPLE.search(extract.sources[mean.paragraph].folded.text[: mean.at]) is not None


def _weighted(extract: Extract, mean: Claim) -> bool:
    text = extract.sources[mean.paragraph].folded.text
    return _WEIGHTED.search(text[max(0, mean.at - 400) : mean.at + 400]) is not None


def _average(parts: Sequence[Claim]) -> tuple[Fraction, Fraction]:
    """Whole marks were not rounded; whole percentages may have been."""
    spans = [(each.base, each.base) if _whole_mark(each) else ends(each) for each in parts]
    low, high = (sum((span[side] for span in spans), Fraction(0)) for side in (0, 1))
    return low / len(parts), high / len(parts)


def _whole_mark(claim: Claim) -> bool:
    return claim.dimension is Dimension.POINTS and claim.mention.quantity.step >= 1


def _equation(mean: Claim, parts: Sequence[Claim]) -> Equation:
    base = sum((each.base for each in parts), Fraction(0)) / len(parts)
    unit = mean.mention.quantity.unit
    computed = decimal_text(base, unit.factor, 2) + unit.symbol
    return Equation(mean, parts, computed, f"（{'＋'.join(map(str, parts))}）÷{len(parts)}＝{computed}")
