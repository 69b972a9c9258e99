"""排名次序不对：写着由高到低、排名依次，后面的数却不按这个次序；最高、最低不是列出的最大、最小。

The numbers of one kind that follow such words in their sentence must not rise (由低到高: not fall).
Greatest and least (最高, 最低) behind a list must be those of the list. Warnings. Wrong when the order is by something
other than the number printed: say by what.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from anju.checker.extract import Extract
from anju.checker.extract.claim import Claim
from anju.checker.extract.mention import Qualifier
from anju.checker.relation import Relation
from anju.checker.rules._neighbours import Equation, Told, containing
from anju.checker.rules._shown import quoted
from anju.kernel.unit import Dimension

WHY = "通报排名牵动各地考核，次序和得分对不上，被排低的地方第一个来问。"
WRONG = "得分由高到低依次为东山县91.75分、贵溪区81分、青石县90分、石坪县80.5分。"
RIGHT = "得分由高到低依次为东山县91.75分、青石县90分、贵溪区81分、石坪县80.5分。"
MISTAKEN = "次序是按另一个数排的（按开工率排名，括号里写的是个数）。"
SETTLE = "写明按什么排名；次序排错的，按数的大小重排。"

_DOWN = re.compile(
    "(?:由|从)(?:高|多|大)(?:到|至|往)(?:低|少|小)|排名(?:前[一二三四五六七八九十两\\d]+(?:位|名)?的?)?(?:依次|顺序|分别)|降序"
)
_UP = re.compile(
    "(?:由|从)(?:低|少|小)(?:到|至|往)(?:高|多|大)|升序|排名(?:后[一二三四五六七八九十两\\d]+(?:位|名)?的?)"
)
_OTHER = re.compile("其中|平均|目标|任务|满分|上年|增长|下降|比|高于|低于|相差|合计|总|以上|以下|扣")
_MOST, _LEAST = re.compile(r"最高[^,;:。\d]{0,14}$"), re.compile(r"最低[^,;:。\d]{0,14}$")
_KINDS = frozenset({Dimension.POINTS, Dimension.SHARE})
_FEWEST, _MOST_LISTED = 3, 40
_NOTHING = ("",)


def check(extract: Extract) -> Iterator[Relation]:
    for told in containing(extract, "最高", "最低", "排名", "升序", "降序", "低", "少", "小"):
        for place, each in enumerate(told):
            yield from _ordered(extract, told, place)
            if _MOST.search(each.lead) or _LEAST.search(each.lead):
                yield from _extreme(extract, told, place)


def _ordered(extract: Extract, told: Sequence[Told], place: int) -> Iterator[Relation]:
    """The numbers that follow the words in the sentence of the first of them."""
    lead = told[place].lead
    up, down = _UP.search(lead), _DOWN.search(lead)
    words = (up or down or _NOTHING)[0]
    if (up is None) == (down is None) or (place and told[place - 1].lead.endswith(lead)):
        return
    listed = _listed(told[place:])
    if len(listed) < _FEWEST:
        return
    found = next((pair for pair in pairwise(listed) if _against(pair, rising=up is not None)), None)
    equation = Equation(listed[0], listed[1:], listed[0].text, ("≤" if up else "≥").join(map(str, listed)))
    if found is None:
        yield equation.held(bound=True)
        return
    one, other = found
    message = (
        f"{quoted(extract, one)}，排在它后面的是{other}，与所写的“{words}”不一致，请核。"
        f"若按别的数排名，请写明；否则请更正次序或其中一处。"
    )
    yield Equation(one, (other,), other.text, equation.formula).failed(message)


def _against(pair: tuple[Claim, Claim], *, rising: bool) -> bool:
    one, other = pair
    return one.base > other.base if rising else one.base < other.base


def _listed(told: Sequence[Told]) -> list[Claim]:
    found: list[Claim] = []
    first = told[0].claim
    for each in told:
        claim = each.claim
        like = claim.mention.quantity.unit == first.mention.quantity.unit and claim.family == first.family
        if not like or claim.sentence != first.sentence or claim.depth != first.depth or _bounded(claim):
            break
        if found and _OTHER.search(each.lead):
            break
        found.append(claim)
    return found


def _bounded(claim: Claim) -> bool:
    return claim.mention.qualifier is not Qualifier.NONE or claim.mention.ranged


def _extreme(extract: Extract, told: Sequence[Told], place: int) -> Iterator[Relation]:
    """最高的是…95分: none of the list before it in its paragraph is greater."""
    stated = told[place].claim
    if stated.dimension not in _KINDS or _bounded(stated):
        return
    before = [
        each.claim for each in told[max(0, place - _MOST_LISTED) : place] if each.claim.sentence >= stated.sentence - 1
    ]
    listed = [claim for claim in before if claim.family == stated.family and not _bounded(claim)]
    most = _MOST.search(told[place].lead) is not None
    run = _last_run(told[max(0, place - _MOST_LISTED) : place], listed)
    if len(run) < _FEWEST:
        return
    best = max(run, key=lambda claim: claim.base) if most else min(run, key=lambda claim: claim.base)
    equation = Equation(stated, (best,), best.text, f"列出的{'最大' if most else '最小'}是{best}")
    if stated.base == best.base:
        yield equation.held()
    elif (stated.base < best.base) == most:
        further = "高" if most else "低"
        message = (
            f"{quoted(extract, stated)}，前面列出的{quoted(extract, best)}比它还{further}，不一致，请核。"
            f"若说的不是同一批，请写明；否则请更正其中一处。"
        )
        yield equation.failed(message)


def _last_run(told: Sequence[Told], listed: Sequence[Claim]) -> list[Claim]:
    """The numbers that stand one after the other right before, with 分别 or 、 between them."""
    found: list[Claim] = []
    for each in reversed(told):
        if each.claim not in listed:
            break
        found.append(each.claim)
        if re.search("分别|依次", each.lead):
            return found
    return []
