"""倍数与数对不上：是上年的1.5倍、是计划的两倍，不等于两个数相除。

The multiple against the two numbers before it, the second of which it names (是上年3200万元的1.5倍); when that one is
not printed between, any two like numbers before it that give it hold. A warning only where both are printed. Wrong
when the earlier number was adjusted since: write the adjusted one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import permutations

from anju.checker.extract import Extract
from anju.checker.extract.claim import Claim
from anju.checker.relation import Relation
from anju.checker.rules._changes import rate
from anju.checker.rules._neighbours import Equation, Told, containing, cut_off, ends, valued
from anju.checker.rules._shown import quoted
from anju.checker.rules._tiers import apart
from anju.kernel.unit import decimal_text

WHY = "“是上年的几倍”和“增长几倍”差着一倍，最容易写混；两个数都写着，一除就知道。"
WRONG = "2023年完成投资4800万元，是上年3200万元的2.5倍。"
RIGHT = "2023年完成投资4800万元，是上年3200万元的1.5倍。"
MISTAKEN = "上年的数后来调整过，或者比的不是写出来的那个数。"
SETTLE = "按两个数相除重写倍数；“增长”要减去一倍。"

_WHOLE = 10_000
_MULTIPLE = re.compile(r"(?:是|为|达到?|相当于|约)[^,;:。]{0,16}的(?:近|约)?$|^的(?:近|约)?$")
_BASE = re.compile(r"[,(]?(?:是|为|达到?|相当于)[^,;:。\d]{0,10}(?:(?:19|20)\d\d年)?[^,;:。\d]{0,8}$")


def check(extract: Extract) -> Iterator[Relation]:
    for told in containing(extract, "倍"):
        for place, each in enumerate(told):
            multiple = each.claim.mention.quantity.unit.symbol == "倍" and _MULTIPLE.search(each.lead)
            if multiple and valued(each.claim):
                yield from _judged(extract, told, place)


def _judged(extract: Extract, told: Sequence[Told], place: int) -> Iterator[Relation]:
    stated = told[place].claim
    near = [each.claim for each in told[max(0, place - 4) : place] if each.claim.sentence >= stated.sentence - 1]
    near = [claim for claim in near if valued(claim) and not rate(claim) and ends(claim)[0] > 0]
    for now, base in permutations(reversed(near), 2):
        if now.family == base.family and _gives(now, base, stated):
            yield _equation(now, base, stated).held()
            return
    pair = told[max(0, place - 2) : place]
    if len(pair) < 2 or not _BASE.fullmatch(pair[1].lead) or not told[place].lead.startswith("的"):
        return
    now, base = pair[0].claim, pair[1].claim
    if now in near and base in near and now.family == base.family and now.sentence == stated.sentence:
        equation = _equation(now, base, stated)
        message = (
            f"{quoted(extract, stated)}，按{equation.formula}，不一致，请核。"
            f"若比的是调整后的数，请写明；否则请更正其中一处。"
        )
        yield equation.failed(message)


def _gives(now: Claim, base: Claim, stated: Claim) -> bool:
    (low, high), (least, most) = ends(now), ends(base)
    return not apart((low / most * _WHOLE, high / least * _WHOLE), cut_off(stated))


def _equation(now: Claim, base: Claim, stated: Claim) -> Equation:
    computed = decimal_text(Fraction(now.base) / base.base, 1, 2) + "倍"
    return Equation(stated, (now, base), computed, f"{now}÷{base}＝{computed}")
