"""资金超过投资：到位、拨付或支付的比总投资还多，多出的没有交代。

The largest total of money that the report gives for a year, nearest to the payee, against what it says the project
costs. A warning, never an error: savings not yet returned, an added project or an investment not brought up to its
final account may explain it; a note when the same sentence or the next one names such a reason. Wrong when the money
serves more than the investment was said of: write down what else it was for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from anju.checker.extract import Extract
from anju.checker.extract.claim import Claim
from anju.checker.relation import Relation, Result
from anju.checker.rules._money import STEPS, investments, moved, same_project
from anju.checker.rules._shown import amount, quoted, share
from anju.checker.rules._tiers import apart
from anju.kernel.finding import Computation, Severity

AUDIT_POINTS = ("C04",)
WHY = "钱比要办的事还多，多出的部分去了哪里，是复核和审计必问的一句。报告先说清楚，就不必再来回问。"
WRONG = """
2023年计划改造7个小区，总投资约为2033.23万元。
截至2023年12月底，县财政拨付老旧小区改造资金共计2100.01万元。
"""
RIGHT = """
2023年计划改造7个小区，总投资约为2133.23万元。
截至2023年12月底，县财政拨付老旧小区改造资金共计2100.01万元。
"""
MISTAKEN = "资金里有上年结转、有别的项目的钱，或者投资还是概算数、没有换成决算数，而报告没有写出来。"
SETTLE = "多出的是结余、结转或含其他项目的，就在那句话里写明，本条降为提示；写错的，按拨款凭证或批复改正。"

_OTHER = Fraction(8, 5)
"""Whoever spends so many times the investment spends it on something else."""
_EXPLAINED = re.compile("(?<![无有未])结余|追加|超概|调整概算|变更|上年结转|含(?!义)|因(?!此)|预付|质保金")


def check(extract: Extract) -> Iterator[Relation]:
    """One relation an investment: with the step that is too great, or else with the greatest."""
    totals = investments(extract)
    for year in dict.fromkeys(claim.year for claim in totals):
        here = [claim for claim in totals if claim.year == year]
        highest = max(here, key=lambda claim: claim.base)
        against = [claim for step in STEPS for claim in moved(extract, step) if same_project(claim, highest)]
        if against and (year is not None or len({claim.base for claim in totals}) == 1):
            yield _relation(extract, highest, here, against)


def _relation(extract: Extract, cost: Claim, costs: Sequence[Claim], against: Sequence[Claim]) -> Relation:
    too_great = [claim for claim in against if claim.base > cost.base and apart(claim.interval, cost.interval)]
    if too_great and too_great[0].base > cost.base * _OTHER:
        return _made(Result.NOT_ASSESSABLE, too_great[0], cost, ())
    if not too_great:
        return _made(Result.HELD, max(against, key=lambda claim: claim.base), cost, ())
    money = too_great[0]
    over = money.base - cost.base
    unit = money.mention.quantity.unit
    message = (
        f"{quoted(extract, money)}，{quoted(extract, cost)}，{money.thing}的比投资多{amount(over, unit)}"
        f"（{share(over, cost.base)}），不一致，请核。"
        f"若为结余、追加，或资金还用于其他项目，请写明金额和去向；否则请更正其中一处。"
    )
    others = [claim for claim in (*too_great[1:], *costs) if claim is not cost and claim is not money]
    severity = Severity.NOTE if _explained(extract, money) else Severity.WARNING
    return _made(Result.FAILED, money, cost, others, severity, message)


def _explained(extract: Extract, money: Claim) -> bool:
    sentences = extract.sentences[money.sentence : money.sentence + 2]
    here = (each for each in sentences if each.paragraph == money.paragraph)
    return any(_EXPLAINED.search(extract.plain(each)) for each in here)


def _made(  # noqa: PLR0913, PLR0917  a relation has so many sides
    result: Result,
    money: Claim,
    cost: Claim,
    others: Sequence[Claim],
    severity: Severity = Severity.WARNING,
    message: str = "",
) -> Relation:
    gap = amount(abs(money.base - cost.base), money.mention.quantity.unit)
    told = f"{'多' if money.base > cost.base else '少'}{gap}" if money.base != cost.base else "相等"
    return Relation(
        result,
        money.where,
        tuple(claim.where for claim in (cost, *others)),
        Computation(money.text, told, (money.text, cost.text)),
        severity,
        message,
        (money.mention.quantity, cost.mention.quantity),
        formula=f"{money.thing}{money.text}，{cost.thing}{cost.text}，{told}",
        bound=True,
    )
