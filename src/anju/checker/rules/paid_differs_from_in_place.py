"""付出与到位不符：拨付或支付的总额比到位的还多，或者说全部拨付了却比到位的少。

Money cannot leave an account before it entered it. In place is the total the report gives, or the sum of the sources
that one sentence names. A warning: money of another year or lent by the treasury may explain more, an error of copying
less. Less is only at odds when the sentence says that all was passed on. Wrong when only part of what was in place is
named: write down all sources.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from anju.checker.extract import Extract
from anju.checker.extract.claim import Bound, Claim
from anju.checker.extract.things import IN_PLACE, PAID, PASSED_ON
from anju.checker.relation import Relation, Result
from anju.checker.rules._money import moved, same_project
from anju.checker.rules._shown import amount, quoted
from anju.checker.rules._tiers import added, apart
from anju.kernel.finding import Computation, Severity

WHY = "没有到账的钱付不出去。付的比到的多，或者说全部拨付了却还差一截，说明有一笔没有写，或有一个数抄错了。"
WRONG = """
2023年资金到位2033.23万元。
2023年拨付资金2100.01万元。
"""
RIGHT = """
2023年资金到位2133.23万元。
2023年拨付资金2100.01万元。
"""
MISTAKEN = "付的钱里有上年结转或财政垫付的，到位的只写了其中几个来源，而报告没有写明。"
SETTLE = "把所有来源写全，结转、垫付的注明金额；写错的，按国库支付凭证改正。"

_ALL = re.compile("(?:全部|全额|足额|如数)(?:拨付|支付|拨完|付清)|(?:拨付|支付)完毕")


def check(extract: Extract) -> Iterator[Relation]:
    done: set[int | None] = set()
    totals = moved(extract, IN_PLACE)
    for step in (PAID, PASSED_ON):
        for claim in moved(extract, step):
            entered = _in_place(extract, claim, totals)
            if entered and claim.year not in done:
                done.add(claim.year)
                yield _relation(extract, claim, entered)


def _in_place(extract: Extract, out: Claim, all_totals: Sequence[Claim]) -> list[Claim]:
    """The greatest of: a total in place of the same project; the sources named in the same sentence before it."""
    totals = [claim for claim in all_totals if same_project(claim, out) and _of_all_years(claim, out)]
    here = [claim for claim in extract.of_sentence[out.sentence] if claim.at < out.at and claim.family == out.family]
    parts = [claim for claim in here if (claim.sources or claim.thing == IN_PLACE) and not claim.mention.per]
    readings = [[claim] for claim in totals]
    if len(parts) > 1 and any(claim.thing == IN_PLACE for claim in parts):
        readings.append(parts)
    return max(readings, key=lambda claims: sum(claim.base for claim in claims), default=[])


def _of_all_years(entered: Claim, out: Claim) -> bool:
    """What was paid in all years is not paid out of what came in one: 2023年到位5400万元，累计支出7854.5万元."""
    return "累计" not in out.scopes or "累计" in entered.scopes or entered.bound is not Bound.SENTENCE


def _relation(extract: Extract, out: Claim, entered: Sequence[Claim]) -> Relation:
    total = added([claim.mention for claim in entered], decimals=True)
    unit = out.mention.quantity.unit
    listed = "＋".join(claim.text for claim in entered)
    computation = Computation(out.text, amount(total.base, unit), (out.text, *(claim.text for claim in entered)))
    formula = f"{out.thing}{out.text}，到位{listed}"
    amounts = (out.mention.quantity, *(claim.mention.quantity for claim in entered))
    related = tuple(claim.where for claim in entered)
    over = out.base > total.base and apart(out.interval, total.printed)
    short = out.base < total.base and apart(out.interval, total.strict) and _all_gone(extract, out)
    if not over and not short:
        formula += "，付的不多于到位的" if len(entered) == 1 else f"＝{amount(total.base, unit)}，付的不多于到位的"
        return Relation(Result.HELD, out.where, related, computation, amounts=amounts, formula=formula, bound=True)
    gap = amount(abs(out.base - total.base), unit)
    told = f"{out.thing}比到位多{gap}" if over else f"写明全部{out.thing}，却比到位少{gap}"
    mend = "若动用了上年结转或先行垫付的资金，请写明" if over else "若有未付或结转的资金，请写明"
    message = f"{quoted(extract, out)}，到位的是{listed}，{told}，不一致，请核。{mend}；否则请更正其中一处。"
    return Relation(Result.FAILED, out.where, related, computation, Severity.WARNING, message, amounts, formula=formula)


def _all_gone(extract: Extract, out: Claim) -> bool:
    return _ALL.search(extract.plain(extract.sentences[out.sentence])) is not None
