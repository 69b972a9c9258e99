"""规则共用：一个比率照它的话应当是哪两个数相除，哪一对没有除出来就要问。"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from anju.checker.extract import Extract
from anju.checker.extract.claim import Claim
from anju.checker.rules._leads import Lead
from anju.checker.rules._rates import Pair, changed, due, named_pairs, quotient, usual_pairs
from anju.checker.rules._shares import share_pairs
from anju.checker.rules._slipped_rate import slipped_rate
from anju.kernel.finding import Severity

_CLOSE = 300
"""Three points, in base units of a share: what a rate misses its quotient by when one of the three was miscopied."""
_NOT_FAR = 1000
_FOUND_AND_DONE = frozenset({"整改", "销号", "回收", "收回", "签约", "兑付"})
"""Acts whose base is not a plan but what was found, sent out or signed for right before."""
_SPENT = frozenset({"执行", "支付", "支出", "使用"})
"""Rates whose base in the same paragraph is the budget named last."""


def natural_pairs(
    extract: Extract, told: Lead, rate: Claim, near: Sequence[Claim], bases: dict[int, Claim]
) -> Iterator[Pair]:
    act = told.usual or told.act
    if told.named:
        found = list(named_pairs(told, rate, near))
        usual = told.special if told.special in _FOUND_AND_DONE else act
        yield from found or (usual_pairs(usual, rate, near) if usual in _FOUND_AND_DONE else ())
    elif act:
        found = list(usual_pairs(act, rate, near)) or list(_two(rate, near))
        yield from [pair for pair in found if not _other_list(extract, pair)]
    elif told.whole is not None:
        yield from share_pairs(extract, told, rate, near, bases)
    else:
        yield from _two(rate, near)


def _other_list(extract: Extract, pair: Pair) -> bool:
    """Whether a semicolon parts the two, so that each has a rate of its own: 甲管理35960人，管理率78.6%；乙管理…"""
    first, last = sorted(pair, key=lambda claim: claim.index)
    return ";" in extract.sources[last.paragraph].folded.text[first.at : last.at]


def _spent(told: Lead, pair: Pair, rate: Claim) -> bool:
    """Whether the budget named last, of the same source, is what the rate of spending is of."""
    same = pair[0].sources == pair[1].sources
    return same and told.act in _SPENT and pair[1].paragraph == rate.paragraph


def _two(rate: Claim, near: Sequence[Claim]) -> Iterator[Pair]:
    """The last two like numbers of its sentence, for a rate that only its figures can tie to anything."""
    here = [each for each in near if each.sentence == rate.sentence and each.depth <= rate.depth and not changed(each)]
    if len(here) > 1 and here[-1].family == here[-2].family:
        yield here[-1], here[-2]


def _tied(told: Lead, pair: Pair) -> bool:
    """Whether words tie the rate to the pair, and not only that its two numbers are alike."""
    by_words = told.named or told.whole is not None or (bool(told.usual) and told.usual in pair[0].label)
    return by_words and (not told.special or told.special in _FOUND_AND_DONE)


def _just(pair: Pair, rate: Claim) -> bool:
    """Close to the quotient or one slip away, in a rate with two decimals: no chance."""
    fine = -int(rate.mention.quantity.value.as_tuple().exponent) > 1
    return fine and (abs(quotient(pair) - rate.base) <= _CLOSE / 3 or slipped_rate(pair, rate))


def likely_pairs(
    told: Lead, rate: Claim, natural: Sequence[Pair], bases: dict[int, Claim]
) -> Iterator[tuple[Pair, Severity]]:
    """The pair it names: when it is the only one, has the base of its neighbours, comes close, or is one slip away."""
    if told.whole == "":
        natural = natural[:1]
    likely = sorted(natural, key=lambda pair: abs(quotient(pair) - rate.base))
    here = {pair for pair in natural if pair[0].sentence == pair[1].sentence == rate.sentence}
    only = bool(told.whole) and not due(told.whole) and len({pair[1].base for pair in natural}) == 1
    whole = [pair for pair in natural if "其中" not in pair[0].scopes] or natural
    spent = [pair for pair in whole[:1] if _spent(told, pair, rate)]
    for pair in (*spent, *likely):
        if not _tied(told, pair) and not _just(pair, rate):
            continue
        gap = abs(quotient(pair) - rate.base)
        own = due(told.whole) and "其中" in pair[0].scopes - pair[1].scopes
        alone = {pair} == here and not own and told.usual != "满意" and (told.whole != "" or gap <= _NOT_FAR)
        close = gap <= (_NOT_FAR if told.usual else _CLOSE) or _slip(pair, rate)
        if alone or close or pair in spent or only or pair[1] is bases.get(rate.sentence):
            yield pair, Severity.WARNING


def _slip(pair: Pair, rate: Claim) -> bool:
    """Two sentences apart, too many pairs are one slip from a rate with one decimal."""
    fine = -int(rate.mention.quantity.value.as_tuple().exponent) > 1
    return (fine or pair[0].sentence == pair[1].sentence) and slipped_rate(pair, rate)
