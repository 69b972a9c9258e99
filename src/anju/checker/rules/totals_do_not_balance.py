"""收支总计不平：决算的收入总计与支出总计应当相等而不相等，或者不等于本年合计加结转结余。

Said together (收、支总计各是…) they must be equal: an error. Said one after the other (收入总计…支出总计…) a warning,
and none when what they differ by stands next to them as 结余 or 结转. 支出总计 is 本年支出合计 and 年末结转和结余, and
what came in likewise: a warning, where the report names nothing else of a side. Wrong when 总计 was written for 合计,
the money of the year alone: write 合计, and what was carried over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from anju.checker.extract import Extract
from anju.checker.extract.claim import Claim
from anju.checker.relation import Relation
from anju.checker.rules._neighbours import Equation, Told, ends, paragraphs, runs, valued
from anju.checker.rules._shown import amount, quoted
from anju.checker.rules._tiers import apart, differ
from anju.checker.rules._two_sides import OTHER, sides
from anju.kernel.finding import Severity
from anju.kernel.unit import Dimension

WHY = "决算的“总计”含上年结转和结余分配，收支两边必须相等；不相等，整套报表都要退回重做。"
WRONG = "2023年度收、支总计分别为4125.49万元、4143.91万元。"
RIGHT = "2023年度收、支总计均为4143.91万元。"
MISTAKEN = "写的是本年收入合计和支出合计，两者可以不等，却写成了总计。"
SETTLE = "总计按决算公开表改为两边相等的数；本年的数请写“合计”，并写明结转、结余。"

_TOGETHER = re.compile(
    r"(?:收[、,]?支|收入(?:和|与|、)支出)(?:决算|预算)?总(?:计|额|预算|决算)?(?:数|金额)?(?:各|分别)?(?:为|是|:)*$"
)
_SIDES = (
    (re.compile(r"收入总计[^,;:。\d]{0,6}$"), re.compile(r"支出总计[^,;:。\d]{0,6}$")),
    (
        re.compile(r"资金来源(?:合计|总计)[^,;:。\d]{0,6}$"),
        re.compile(r"资金(?:运用|占用)(?:合计|总计)[^,;:。\d]{0,6}$"),
    ),
    (
        re.compile(r"资产总计[^,;:。\d]{0,6}$"),
        re.compile(r"负债(?:和|及|与)(?:净资产|所有者权益)总计[^,;:。\d]{0,6}$"),
    ),
)
_ACCOUNT = re.compile("一般公共预算|政府性基金|国有资本|社会保险|社保基金|全[市县区州省]|本级")
_FARTHEST = 3
"""Paragraphs between the two sides of one account."""


def check(extract: Extract) -> Iterator[Relation]:
    said = [told for told in paragraphs(extract) if any(re.search("总|合计", each.lead) for each in told)]
    for told in said:
        for run in runs(told):
            if len(run.claims) == 2 and _TOGETHER.search(run.lead) and all(map(_money, run.claims)):
                yield _relation(extract, run.claims[0], run.claims[1], Severity.ERROR)
    everything = [each for told in said for each in told if _money(each.claim)]
    for first, second in _SIDES:
        yield from _one_by_one(extract, everything, first, second)
    if not any(OTHER.search(source.folded.text) for source in extract.sources.values()):
        yield from (_made_up(extract, total, parts) for total, parts in sides(everything))


def _made_up(extract: Extract, total: Claim, parts: tuple[Claim, Claim]) -> Relation:
    """支出总计 of 本年支出合计 and 年末结转和结余."""
    value = sum((each.base for each in parts), Fraction(0))
    computed = amount(value, total.mention.quantity.unit)
    equation = Equation(total, parts, computed, f"{'＋'.join(each.text for each in parts)}＝{computed}，写明{total}")
    low, high = (sum((ends(each)[side] for each in parts), Fraction(0)) for side in (0, 1))
    if not apart((low, high), total.interval):
        return equation.held()
    message = (
        f"{quoted(extract, total)}，{quoted(extract, parts[0])}，{quoted(extract, parts[1])}，后两个相加是{computed}，"
        f"不一致，请核。若另有结余分配或使用非财政拨款结余，请写明；否则请按决算表更正其中一处。"
    )
    return equation.failed(message)


def _one_by_one(
    extract: Extract, told: Sequence[Told], first: re.Pattern[str], second: re.Pattern[str]
) -> Iterator[Relation]:
    """Each total of what went out with the total of what came in that stands before it."""
    last: Told | None = None
    for each in told:
        if first.search(each.lead):
            last = each
        elif second.search(each.lead) and last is not None:
            if _one_account(last, each):
                yield _relation(extract, last.claim, each.claim, _severity(extract, last.claim, each.claim))
            last = None


def _one_account(one: Told, other: Told) -> bool:
    accounts = [_ACCOUNT.findall(each.lead) or [each.claim.topic] for each in (one, other)]
    near = other.claim.paragraph - one.claim.paragraph <= _FARTHEST and one.claim.year == other.claim.year
    return near and (accounts[0] == accounts[1] or not _ACCOUNT.search(other.lead))


def _severity(extract: Extract, one: Claim, other: Claim) -> Severity | None:
    """None when what they differ by stands next to them."""
    gap = abs(one.base - other.base)
    near = extract.claims[max(0, one.index - 6) : other.index + 7]
    left = [each for each in near if _money(each) and re.search("余|结转|赤字|相抵|差额|平衡", each.label)]
    return None if any(each.mention.quantity.admits(gap) for each in left) else Severity.WARNING


def _money(claim: Claim) -> bool:
    return claim.dimension is Dimension.MONEY and valued(claim)


def _relation(extract: Extract, one: Claim, other: Claim, severity: Severity | None) -> Relation:
    equation = Equation(one, (other,), other.text, f"{one}与{other}应当相等")
    if not differ(one, other):
        return equation.held()
    gap = amount(abs(one.base - other.base), one.mention.quantity.unit)
    if severity is None:
        return replace(equation, formula=f"{one}与{other}相差{gap}，相差的数写在旁边").held()
    message = (
        f"{quoted(extract, one)}，{quoted(extract, other)}，决算的收支总计两边应当相等，这里相差{gap}，不一致，请核。"
        f"可能写的是本年的收入合计和支出合计，请写明结转和结余；否则请按决算表更正。"
    )
    return equation.failed(message, severity)
