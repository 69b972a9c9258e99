"""表决不够：参与或同意的面积、人数没有达到法定比例。"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import ibis.expr.types as ir

from anju.consent.tally import Count, Rule, Share, carried, consistent
from anju.facts.checking import Fault, row_of
from anju.facts.checks._rows import of_year
from anju.facts.checks._words import called, names, percent
from anju.facts.occasion import Occasion
from anju.facts.store import FactStore
from anju.facts.tables.consents import TABLE as CONSENTS
from anju.kernel.area import square_metres
from anju.kernel.assurance import PolicyAssurance
from anju.kernel.citation import Citation
from anju.kernel.finding import Computation, Severity

AUDIT_POINTS = ("E02",)
SEVERITY = Severity.ERROR
BASIS = Citation("civil-code-278", "第二款", "", PolicyAssurance.RECALLED, "面积和人数都要达到")
COUNTS = (("面积", "area_{}_dm2"), ("人数", "owners_{}"))


def check(store: FactStore, occasion: Occasion) -> Iterator[Fault]:
    """A later vote on the same matter takes the place of the earlier; matters without a legal share are left out."""
    known = names(store, occasion)
    classes, matters = occasion.words("consent_classes"), occasion.words("consent_matters")
    votes = _last(of_year(CONSENTS, occasion))
    for kind, term in classes.terms.items():
        if term.text("parameter"):
            rule = _rule(occasion, term.text("parameter"))
            rows = votes.filter(votes.matter.isin(matters.codes("class", kind)))
            area, heads = (_count(rows, columns) for _, columns in COUNTS)
            lost = ~carried(area, heads, rule)
            for row in store.rows(rows.filter(lost, (consistent(area) & consistent(heads)).fill_null(True))):
                yield _fault(row, rule, called(known, row["community"]))


def _last(rows: ir.Table) -> ir.Table:
    last = rows.decided_on.max().over(group_by=["community", "matter"])
    return rows.mutate(superseded=(rows.decided_on < last).fill_null(False)).filter(lambda votes: ~votes.superseded)


def _rule(occasion: Occasion, approval: str) -> Rule:
    quorum, agreed = (occasion.parameter(code) for code in ("consent/quorum_share", approval))
    return Rule(
        Share(quorum.fraction(), quorum.flag("strict")),
        Share(agreed.fraction(), agreed.flag("strict")),
    )


def _count(votes: Any, columns: str) -> Count:
    """The three numbers of one way of counting: columns of a relation, or values of a row."""
    return Count(*(votes[columns.format(step)] for step in ("total", "took_part", "agreed")))


def _fault(row: dict[str, Any], rule: Rule, place: str) -> Fault:
    short = [words for title, columns in COUNTS for words in _short(title, _count(row, columns), rule)]
    return Fault(
        f"{place}{row['matter']}的表决没有达到法定比例：{'；'.join(short)}。面积和人数须同时达到。"
        f"请核对票数；确未达到的，方案不能实施，应当重新征求意见后表决。",
        row_of(CONSENTS, row, "owners_agreed"),
        Computation(None, short[0], tuple(short)),
    )


def _short(title: str, count: Count, rule: Rule) -> Iterator[str]:
    """What one way of counting lacks, as far as its numbers are known."""
    steps = (
        ("参与", "总", count.took_part, count.total, rule.quorum),
        ("同意", "参与", count.agreed, count.took_part, rule.approval),
    )
    for words, of, part, whole, needed in steps:
        if None in (part, whole) or (whole and needed.met(part, whole)):
            continue
        shown = [f"{square_metres(each)}㎡" if title == "面积" else f"{each}人" for each in (part, whole)]
        ratio = f"，为{percent(part, whole)}" if whole else ""
        limit = f"须{'超过' if needed.strict else '达到'}{needed.of.numerator}/{needed.of.denominator}"
        yield f"{words}{title}{shown[0]}，{of}{title}{shown[1]}{ratio}，{limit}"
