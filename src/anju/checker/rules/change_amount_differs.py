"""增减额对不上：增加、减少、提高了多少，或者相差多少，不等于写明的两个数相减。

The amount of a change against the two numbers it is between (由A增加到B, 比上年的A), percentage points included, and
what two numbers side by side are said to differ by. Any two like numbers before it that give it will do. An error only
where the words leave no other reading. Wrong when the earlier number was adjusted since: write the adjusted one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from anju.checker.extract import Extract
from anju.checker.extract.claim import Claim
from anju.checker.relation import Relation
from anju.checker.rules import _compared as said
from anju.checker.rules._changes import Change, rate, sign
from anju.checker.rules._comparisons import changes
from anju.checker.rules._neighbours import Equation, Told, ends, paragraphs, valued
from anju.checker.rules._shown import amount, quoted
from anju.checker.rules._tiers import Interval, apart
from anju.kernel.finding import Severity

WHY = "从多少到多少、增减了多少，三个数连着写，读的人顺手就减了；减出来不一样，前后两个数也跟着没人信。"
WRONG = "居民满意度由上年的90.5%提高到95.3%，提高5.8个百分点。"
RIGHT = "居民满意度由上年的90.5%提高到95.3%，提高4.8个百分点。"
MISTAKEN = "上年的数后来调整过，或者增减额只是其中一项的。"
SETTLE = "把两个数和增减额按同一口径重写；写错的改正那一个。"

_APART = re.compile(r"(?:相差|差额|差距|多出|超出|高出)(?:了)?(?:约|为|是|:)*$")


def check(extract: Extract) -> Iterator[Relation]:
    for readings in changes(extract):
        if not rate(readings[0].stated):
            yield from _changed(extract, readings)
    for told in paragraphs(extract):
        yield from (_way(extract, *each) for each in _transitions(told) if valued(each[0]) and valued(each[1]))
        for place, each in enumerate(told):
            if place > 1 and _APART.search(each.lead) and valued(each.claim):
                yield from _apart(extract, told[place - 2 : place + 1])


def _transitions(told: Sequence[Told]) -> Iterator[tuple[Claim, Claim, int]]:
    """由A增加到B: the two numbers and the way (1 up, -1 down), where no amount or rate of the change follows."""
    for at, (one, other) in enumerate(pairwise(told)):
        found = said.TO.fullmatch(other.lead)
        alike = one.claim.family == other.claim.family and one.claim.sentence == other.claim.sentence
        if found is None or not alike or not said.FROM.search(one.lead):
            continue
        follows = told[at + 2] if at + 2 < len(told) else None
        if follows is None or follows.claim.sentence != one.claim.sentence or not sign(follows.lead):
            yield one.claim, other.claim, 1 if found["up"] else -1


def _way(extract: Extract, before: Claim, now: Claim, way: int) -> Relation:
    """由1800户增加到1500户."""
    equation = Equation(now, (before,), before.text, f"{before}{'≤' if way > 0 else '≥'}{now}")
    against = ends(now)[1] < ends(before)[0] if way > 0 else ends(now)[0] > ends(before)[1]
    if not against:
        return equation.held(bound=True)
    wrote, found = ("增加", "减少") if way > 0 else ("减少", "增加")
    message = (
        f"{quoted(extract, now)}，写的是{wrote}，从{before}到{now}却是{found}，不一致，请核。请更正方向或其中一个数。"
    )
    return equation.failed(message, Severity.ERROR)


def _changed(extract: Extract, readings: Sequence[Change]) -> Iterator[Relation]:
    found = [one for one in readings if one.now is not None and one.before is not None]
    held = next((one for one in found if not apart(_moved(one), one.stated.interval)), None)
    if held is not None:
        yield _of_change(held).held()
        return
    for one in found:
        if one.explicit or one.near:
            yield _differs(extract, _of_change(one), Severity.ERROR if one.explicit else Severity.WARNING)
            return


def _moved(one: Change) -> Interval:
    assert one.now is not None
    assert one.before is not None
    now, before = ends(one.now), ends(one.before)
    return (now[0] - before[1], now[1] - before[0]) if one.sign > 0 else (before[0] - now[1], before[1] - now[0])


def _of_change(one: Change) -> Equation:
    assert one.now is not None
    assert one.before is not None
    first, second = (one.now, one.before) if one.sign > 0 else (one.before, one.now)
    computed = amount(first.base - second.base, one.stated.mention.quantity.unit)
    return Equation(one.stated, (first, second), computed, f"{first}－{second}＝{computed}")


def _apart(extract: Extract, three: Sequence[Told]) -> Iterator[Relation]:
    """A，B，相差D: nothing else between them in their sentence."""
    one, other, stated = (each.claim for each in three)
    same = one.family == other.family == stated.family and one.sentence == other.sentence == stated.sentence
    if not same or not valued(one) or not valued(other):
        return
    more, less = (one, other) if one.base >= other.base else (other, one)
    computed = amount(more.base - less.base, stated.mention.quantity.unit)
    equation = Equation(stated, (more, less), computed, f"{more}－{less}＝{computed}")
    low, high = ends(more)[0] - ends(less)[1], ends(more)[1] - ends(less)[0]
    if not apart((low, high), stated.interval):
        yield equation.held()
    elif re.search("最[高低]|最[多少]", three[0].lead + three[1].lead) or _just_two(extract, stated):
        yield _differs(extract, equation, Severity.WARNING)


def _just_two(extract: Extract, stated: Claim) -> bool:
    return len([each for each in extract.of_sentence[stated.sentence] if each.family == stated.family]) == 3


def _differs(extract: Extract, equation: Equation, severity: Severity) -> Relation:
    message = (
        f"{quoted(extract, equation.stated)}，按前面的两个数{equation.formula}，不一致，请核。"
        f"若两个数的口径不同，请写明；否则请更正其中一处。"
    )
    return equation.failed(message, severity)
