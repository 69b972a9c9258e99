"""规则共用：一个比率说的是谁比谁。“占…的”看占谁的，“支付率”“开工率”看谁支付、谁开工，基数是计划、预算还是到位。"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from anju.checker.extract.claim import Claim
from anju.checker.extract.mention import Qualifier
from anju.checker.rules._leads import Lead
from anju.checker.rules._parts import addable
from anju.checker.rules._shown import share
from anju.checker.rules._tiers import Interval, apart, narrowed
from anju.kernel.unit import Dimension

_WHOLE = 10_000
_SAME_ACT = {
    "执行": "执行支出支付使用拨付",
    "支付": "支付支出",
    "使用": "使用支出支付拨付",
    "支出": "支出支付",
    "拨付": "拨付",
    "回收": "回收收回",
    "收回": "回收收回",
    "完成": "完成建成完工竣工",
}
_BASES = re.compile(
    "计划|规划|目标|要求|任务|预算|安排|到位|下达|应|批复|投资|总|合同|可用|筹集|筹措|发放[^,;:。]{0,8}(?:问卷|调查|表)|发出"
)
_COMMON = re.compile("年度|当年|全部|本|该|数额?|的|额")
_CHANGED = re.compile(
    r"(?:增加(?!值)|减少|增长|下降|提高|降低|增收|减收|短收|超收|上升|回落|净增|超出|多出|相差|少)[^\d]{0,4}$"
)
_BEFORE = re.compile("(?:上年|去年|上月|上季度|同期|年初)(?!结转|结余)[^\\d]{0,6}$")
_GOING_ON = re.compile("正在|正|继续|尚|仍|推进")
_MEASURE = re.compile("面积|人口")
_DUE = re.compile("应|计划|目标|任务|规划|预算|指标")
_ACCOUNT = re.compile("(?:公共(?:财政)?|基金|经营)预算")
"""The names of accounts, which are no plan."""
_BOUNDS = frozenset({Qualifier.AT_LEAST, Qualifier.AT_MOST})
_MOST = Fraction(2, 3)
Pair = tuple[Claim, Claim]


def countable(claim: Claim) -> bool:
    """Whether it can be a part or a base of a rate."""
    mention = claim.mention
    if claim.reach.floor <= 0 or claim.dimension is Dimension.SHARE:
        return False
    return not mention.per and not mention.ranged and mention.qualifier not in _BOUNDS


def due(words: str | None) -> bool:
    """Whether the words name what was to be done, which each part has its own of."""
    return bool(words and _DUE.search(words))


def changed(claim: Claim) -> bool:
    """Whether it says by how much something grew or shrank, or what it was a year before."""
    return _CHANGED.search(claim.label) is not None or _BEFORE.search(claim.label) is not None


def named_pairs(told: Lead, rate: Claim, near: Sequence[Claim]) -> Iterator[Pair]:
    """For 支付率: what was paid, over what was to be paid; the numbers nearest to the rate first."""
    acts = _SAME_ACT.get(told.act, told.act)
    for part in _parts(acts, rate, near):
        for base in reversed(near):
            fits = base is not part and base.family == part.family and _base(base, part)
            fits = fits and part.sources in {(), base.sources}
            if fits and (not told.base or named_by(told.base, base) >= _MOST):
                yield part, base


def usual_pairs(act: str, rate: Claim, near: Sequence[Claim]) -> Iterator[Pair]:
    """发现隐患56处，整改54处，整改率96.4%: the number with the act of the rate, over the like one right before it."""
    here = [claim for claim in near if claim.sentence == rate.sentence and claim.depth <= rate.depth]
    here = [
        claim for claim in here if not changed(claim) and not left_over(claim) and not _GOING_ON.search(claim.label)
    ]
    own = re.compile(f"(?<![不未]){act}[\u4e00-\u9fff]{{0,2}}$")
    if sum(act in claim.label for claim in here) > 1:  # 满意、基本满意、不满意: nobody says which make the rate
        return
    for index in range(len(here) - 1, 0, -1):
        if own.search(here[index].label):
            whole = here[index - 1]
            if addable(here[index], whole):
                yield here[index], whole
            return


def _parts(acts: str, rate: Claim, near: Sequence[Claim]) -> Iterator[Claim]:
    """The last number that did what the rate says; anything else that was done stands between (发放8922户，完成率)."""
    for claim in reversed(near):
        other = _of_money(acts) and claim.dimension is not Dimension.MONEY
        if other or changed(claim) or claim.depth > rate.depth or left_over(claim):
            continue
        if _did(claim, acts):
            yield claim
            if "其中" not in claim.scopes:
                return
            continue
        if not _BASES.search(claim.label) and "计划" not in claim.scopes:
            return


def _of_money(acts: str) -> bool:
    return acts[:2] in {"执行", "支付", "使用", "支出", "拨付", "到位"}


def _base(base: Claim, part: Claim) -> bool:
    """Whether it can be what was to be done: what is called so, for the whole or for just this act."""
    if left_over(base) or not _BASES.search(base.label + base.after):
        return False
    return "其中" not in base.scopes - part.scopes or bool(base.acts & part.acts)


def _did(claim: Claim, acts: str) -> bool:
    told = any(act in acts for act in claim.acts) or claim.thing[:2] in acts
    return told and "计划" not in claim.scopes and not left_over(claim)


def left_over(claim: Claim) -> bool:
    """未支付、欠: what is not yet done."""
    return bool(re.search("[未欠]|结余|结转|剩余|缺口", claim.label))


def like(part: Claim, whole: Claim) -> bool:
    return (addable(part, whole) or _by_head(part, whole)) and not left_over(whole) and not changed(whole)


def _by_head(part: Claim, whole: Claim) -> bool:
    """Two amounts by head, of which the one may be a share of the other."""
    alike = part.family == whole.family and part.mention.per == whole.mention.per and not part.mention.ranged
    return alike and "人均" in part.label and "人均" in whole.label


def named_by(words: str | None, claim: Claim) -> Fraction:
    """How many of the words' characters stand by the claim; no words name anything."""
    if not words:
        return Fraction(1)
    text = claim.label + claim.after
    text = _ACCOUNT.sub("", text) if _ACCOUNT.search(text) else text + claim.thing
    if _DUE.search(words) and not _DUE.search(text + "".join(claim.scopes)):
        return Fraction(0)
    words = _MEASURE.sub("", _COMMON.sub("", words)) or _COMMON.sub("", words) or words
    return Fraction(sum(character in text for character in words), len(words))


def gives(pair: Pair, rate: Claim) -> bool:
    """Rounded, or cut off after the last place, which many do."""
    if pair[0].dimension is not pair[1].dimension or _far(pair, rate):
        return False
    printed = rate.mention.quantity
    step = Fraction(printed.step) * printed.unit.factor
    low, high = rate.interval
    if rate.mention.qualifier is not Qualifier.NONE:
        return not apart(_interval(pair), (low, high))
    return not apart(_interval(pair), (rate.base - step / 2, rate.base + step))


def _far(pair: Pair, rate: Claim) -> bool:
    """Whether whole numbers alone show that the quotient is another; most pairs end here."""
    part, whole, wanted = pair[0].reach, pair[1].reach, rate.reach
    if part.room < 0 or whole.room < 0 or wanted.room < 0:
        return False
    gap = abs(part.floor * _WHOLE - wanted.floor * whole.floor)
    room = 2 * wanted.room + 2
    slack = room * (whole.floor + whole.room + 1) + _WHOLE * (part.room + 1) + wanted.floor * (whole.room + 1)
    return gap > slack


def _interval(pair: Pair) -> Interval:
    steps = [each.mention.quantity.step for each in pair]
    decimals = any(0 < step < 1 for step in steps)
    (low, high), (least, most) = (narrowed(each.mention, decimals) for each in pair)
    bottom = None if low is None or most is None else low * _WHOLE / most
    return bottom, None if high is None or not least or least <= 0 else high * _WHOLE / least


def quotient(pair: Pair) -> Fraction:
    """In base units of a share."""
    return pair[0].base * _WHOLE / pair[1].base


def shown(pair: Pair) -> str:
    return share(pair[0].base, pair[1].base)
