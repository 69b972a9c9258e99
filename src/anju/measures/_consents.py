"""表决类口径共用：每个计划小区的改造方案通过了没有。"""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from anju.consent.tally import Count, Rule, Share, carried, consistent
from anju.facts.occasion import Occasion
from anju.facts.tables.consents import TABLE as CONSENTS
from anju.measures._rows import beside_plan, happened, of_year, worst_assurance


def rule(occasion: Occasion, kind: str) -> Rule:
    """The shares for a class of matters (vocabulary consent_classes), as in force for the plan year."""
    code = occasion.words("consent_classes").terms[kind].text("parameter")
    quorum, approval = occasion.parameter("consent/quorum_share"), occasion.parameter(code)
    return Rule(
        Share(quorum.fraction(), quorum.flag("strict")),
        Share(approval.fraction(), approval.flag("strict")),
    )


def with_consents(occasion: Occasion) -> ir.Table:
    """Each planned community with `consents`: true, false or NULL = unknown."""
    votes = _current(occasion)
    votes = votes.mutate(carried=_carried(votes, occasion))
    plan = votes.matter.isin(list(occasion.words("consent_matters").codes("plan")))
    found = votes.group_by("region", "community").aggregate(
        failed=(~votes.carried).any(),
        unclear=votes.carried.isnull().any(),
        plan=plan.any(),
        assurance=worst_assurance(votes),
    )
    clear = ~found.unclear & found.plan
    consents = ibis.ifelse(found.failed, False, ibis.ifelse(clear, True, ibis.null("boolean")))
    return beside_plan(found.select("region", "community", "assurance", consents=consents), occasion)


def _current(occasion: Occasion) -> ir.Table:
    """The votes that the gate asks for, each matter's last one where the days are known.

    A vote that names no community cannot be told to any and does not count.
    """
    rows = of_year(CONSENTS, occasion)
    gate = rows.matter.isin(list(occasion.words("consent_matters").codes("gate")))
    rows = rows.filter(gate, rows.community.notnull(), happened(rows.decided_on, occasion))
    last = rows.decided_on.max().over(group_by=["region", "community", "matter"])
    superseded = (rows.decided_on < last).fill_null(False)
    return rows.mutate(superseded=superseded).filter(lambda votes: ~votes.superseded)


def _carried(votes: ir.Table, occasion: Occasion) -> ir.Value:
    """Whether the vote was carried under the rule for its matter; figures that contradict each other prove nothing."""
    area = Count(votes.area_total_dm2, votes.area_took_part_dm2, votes.area_agreed_dm2)
    heads = Count(votes.owners_total, votes.owners_took_part, votes.owners_agreed)
    special = votes.matter.isin(list(occasion.words("consent_matters").codes("class", "special")))
    by_special, by_ordinary = (carried(area, heads, rule(occasion, kind)) for kind in ("special", "ordinary"))
    sound = (consistent(area) & consistent(heads)).fill_null(True)
    return ibis.ifelse(sound, ibis.ifelse(special, by_special, by_ordinary), ibis.null("boolean"))
