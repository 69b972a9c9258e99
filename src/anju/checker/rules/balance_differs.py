"""差额对不上：结余、剩余、未支付、缺口，不等于前面两个数相减。

What is left against the whole and what was used, before it in its sentence or the one before; more uses and money
carried over from last year are tried too, and any numbers that give it will do. At odds only when whole, used and
left are of one account and stand one after the other, with nothing of the kind between them: an error in one
sentence. Wrong when something else was taken off, or came in, that is not written down: write it next to them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from anju.checker.extract import Extract
from anju.checker.extract.claim import Claim
from anju.checker.relation import Relation
from anju.checker.rules._balances import Reading, complement, done, left_over, one_account, readings, unsure
from anju.checker.rules._carried import carried, spent
from anju.checker.rules._changes import rate
from anju.checker.rules._neighbours import Told, containing, valued
from anju.checker.rules._shown import quoted
from anju.checker.rules._slips import digits, slipped
from anju.kernel.finding import Severity
from anju.kernel.unit import Dimension

WHY = "结余、未付和缺口是结转、收回、追责的依据。到位、支出、结余三个数并排写着，减出来对不上，必被问到。"
WRONG = "2023年到位资金59000万元，实际支出47317.66万元，结余资金11862.34万元。"
RIGHT = "2023年到位资金59000万元，实际支出47317.66万元，结余资金11682.34万元。"
MISTAKEN = "还有一笔没有写出来：上年结转进来的、收回或调减的、利息收入。"
SETTLE = "把每一笔来和去都写出来；写错的，按账面余额改正。"

_NEAR = 8
_ROLLED = re.compile("(?:年末|期末)?(?:累计|滚存)(?:结余|结存)(?:资金)?(?:为|是|:)*$")
_BEFORE = 14
"""Sentences before it in which a whole of the document is looked for."""


def check(extract: Extract) -> Iterator[Relation]:
    for told in containing(extract, "结", "剩", "余", "未", "缺口", "还", "尚", "欠", "待"):
        for place, each in enumerate(told):
            if left_over(extract, each):
                yield from _judged(extract, told, place)
            elif _ROLLED.search(each.lead) and valued(each.claim):
                yield from _rolled(extract, told, place)


def _rolled(extract: Extract, told: Sequence[Told], place: int) -> Iterator[Relation]:
    """上年结余、当年收入、当年支出、年末滚存结余: nothing else goes into it."""
    left = told[place]
    near = [each for each in told[max(0, place - 3) : place] if each.claim.family == left.claim.family]
    found = carried(extract, left, [each for each in near if valued(each.claim)])
    if found is not None and near[0].claim.sentence == left.claim.sentence:
        yield (
            found[0].equation(left.claim).held()
            if found[0].gives(left.claim)
            else _differs(extract, left.claim, *found)
        )


def _judged(extract: Extract, told: Sequence[Told], place: int) -> Iterator[Relation]:
    left = told[place].claim
    near = [each for each in told[max(0, place - _NEAR) : place] if each.claim.family == left.family]
    near = [each for each in near if valued(each.claim) and each.claim.sentence >= left.sentence - 3]
    held = next((each for each in readings([each.claim for each in near]) if each.gives(left)), None)
    if held is not None:
        yield held.equation(left).held()
        return
    left_ = told[place]
    found = _pair(extract, told, place, near) or carried(extract, left_, near) or _rest(left_, near)
    if found is not None:
        yield _differs(extract, left, *found)
    elif near and near[-1].claim.sentence == left.sentence:
        said = list(_elsewhere(extract, left_, near[-1])) or list(_slip(extract, left_, near))
        yield from said
    else:
        used = spent(told, place, near)
        yield from _elsewhere(extract, left_, used) if used is not None else ()


def _pair(extract: Extract, told: Sequence[Told], place: int, near: Sequence[Told]) -> tuple[Reading, Severity] | None:
    """Whole and used, when the words say so and nothing else came in or went out between them and what is left."""
    left, text = told[place], extract.sources[told[place].claim.paragraph].folded.text
    near = [each for each in near if each.claim.sentence >= left.claim.sentence - 1]
    if len(near) < 2 or near[-1].claim.sentence != left.claim.sentence:
        return None
    used = near[-1]
    for at in range(len(near) - 2, -1, -1):
        whole, between = near[at], near[at + 1 : -1]
        if between and "其中" not in between[0].lead:
            return None
        said = re.split("[;,:]", whole.lead)[-1] + _between(text, whole, used, left)
        level = whole.claim.depth == used.claim.depth == left.claim.depth
        if not between and unsure(said):
            return None
        named = one_account(extract, left, used.lead, whole.lead)
        if level and (named or _plain(text, near, whole, used, left)) and whole.claim.base > used.claim.base > 0:
            beside = used.claim is told[place - 1].claim or rate(told[place - 1].claim)
            alone = named and len(near) == 2 and beside and whole.claim.sentence == left.claim.sentence
            return Reading((whole.claim,), (used.claim,)), Severity.ERROR if alone else Severity.WARNING
    return None


def _between(text: str, whole: Told, used: Told, left: Told) -> str:
    """The words from the whole to what is left, without those that say what was done."""
    start = used.claim.at - len(used.lead)
    return text[whole.claim.mention.end : start] + text[used.claim.at : left.claim.at - len(left.lead)]


def _plain(text: str, near: Sequence[Told], whole: Told, used: Told, left: Told) -> bool:
    """Just two in the sentence, something done with one, and all the rest of the other: 11处工程已改造9处，剩余2处."""
    here = [each for each in near if each.claim.sentence == left.claim.sentence]
    inside = text[whole.claim.mention.end : whole.claim.mention.end + 8]
    of_it = re.match(r"[\u4e00-\u9fff]{0,6}中[,的]", inside) is not None
    return len(here) == 2 and complement(left) and done(used.lead) and (of_it or not done(whole.lead))


def _rest(left: Told, near: Sequence[Told]) -> tuple[Reading, Severity] | None:
    """其余 behind the parts of one whole, all in a sentence: 其中985万元…，其余247.45万元."""
    here = [each for each in near if each.claim.sentence == left.claim.sentence]
    here = [each for each in here if each.claim.depth == left.claim.depth]
    if len(here) < 2 or not re.search("其余", left.lead):
        return None
    opened = next((at for at in range(len(here) - 1, 0, -1) if "其中" in here[at].lead), None)
    whole, parts = (here[0], here[1:]) if opened is None else (here[opened - 1], here[opened:])
    listed = opened is not None or all(done(each.lead) for each in parts)
    if not listed or len(parts) > 4 or (done(whole.lead) and opened is None):
        return None
    reading = Reading((whole.claim,), tuple(each.claim for each in parts))
    return (reading, Severity.WARNING) if sum(each.claim.base for each in parts) < whole.claim.base else None


def _elsewhere(extract: Extract, left: Told, used: Told) -> Iterator[Relation]:
    """The whole stands in a paragraph before: it holds, or one slip of the pen parts the two."""
    claim = left.claim
    wholes = [
        each
        for number in range(max(0, claim.sentence - _BEFORE), claim.sentence)
        for each in extract.of_sentence.get(number, ())
        if each.family == claim.family and valued(each) and not each.in_table and each.base > used.claim.base
    ]
    wholes = [
        each
        for each in wholes
        if one_account(extract, left, used.lead, each.label) and each.sources in {(), claim.sources}
    ]
    for whole in reversed(wholes):
        one = Reading((whole,), (used.claim,))
        if one.gives(claim):
            yield one.equation(claim).held()
            return
    for whole in reversed(wholes):
        if slipped(claim.mention.quantity, whole.base - used.claim.base) and digits(claim.mention.quantity) > 2:
            yield _differs(extract, claim, Reading((whole,), (used.claim,)), Severity.WARNING)
            return


def _slip(extract: Extract, left: Told, near: Sequence[Told]) -> Iterator[Relation]:
    """All the rest of one of the two wholes nearest to it, but for one slip of the pen in one of the three."""
    used = near[-1]
    if not complement(left) or not done(used.lead):
        return
    wholes = [each for each in reversed(near[:-1]) if each.claim.base > used.claim.base and not done(each.lead)]
    for whole in wholes[:2]:
        one, rest, spent = whole.claim, left.claim, used.claim
        meant = ((rest, one.base - spent.base), (spent, one.base - rest.base), (one, spent.base + rest.base))
        if any(slipped(each.mention.quantity, base) and digits(each.mention.quantity) > 2 for each, base in meant):
            yield _differs(extract, rest, Reading((one,), (spent,)), Severity.WARNING)
            return


def _differs(extract: Extract, left: Claim, reading: Reading, severity: Severity) -> Relation:
    equation = reading.equation(left)
    told = f"{quoted(extract, left)}，按前面的数{equation.formula}"
    money = left.dimension is Dimension.MONEY
    other = "收回、调减或上年结转的" if money else "取消、新增或正在办理的"
    message = f"{told}，不一致，请核。若另有{other}，请写明；否则请更正其中一处。"
    return equation.failed(message, severity)
