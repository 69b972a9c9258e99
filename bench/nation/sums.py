"""哪个口径的哪个合计，在手写算法的哪张小表、哪几列。"""

from __future__ import annotations

from dataclasses import dataclass

from anju.measures._statement import REST
from nation.words import FAMILIES, POLICY

ROWS = "n"
"""Column that counts the rows of a group."""


@dataclass(frozen=True)
class Read:
    """The small table, the columns of the parts (as in anju.measures._statement), and the class of rows if any."""

    table: str
    low: str
    known: str
    rows: str = ROWS
    bound: str | None = None
    bounded: str | None = None
    at: tuple[str, str] | None = None


def plain(table: str, stem: str, rows: str = ROWS) -> Read:
    """A sum whose unknown rows may add anything."""
    return Read(table, stem, f"{stem}_known", rows)


def bound(table: str, stem: str) -> Read:
    """A sum of which it is added up what its unknown rows may add."""
    return Read(table, stem, f"{stem}_known", ROWS, f"{stem}_bound", f"{stem}_bounded")


def ones(table: str, stem: str, known: str | None = None, rows: str = ROWS) -> Read:
    """A count to which an unknown row may add one."""
    return Read(table, stem, known or f"{stem}_known", rows, REST, REST)


def counted(table: str, stem: str = ROWS, rows: str = ROWS) -> Read:
    """A count of which nothing is unknown."""
    return Read(table, stem, rows, rows)


def moved(stem: str) -> Read:
    return plain("moves", stem, f"{stem}_rows")


PLANNED = plain("renovations", "planned")
FINISHED = bound("renovations", "finished")
HOUSEHOLDS = plain("renovations", "households_planned")
INVESTMENT = plain("costings", "investment")
QUANTITIES = ("planned", "done", "accepted", "before", "after")

SUMS: dict[str, Read] = {
    "communities.dossiers.communities": PLANNED,
    "communities.dossiers.complete": bound("dossiers", "complete"),
    "communities.from_library.chosen": bound("renovations", "chosen"),
    "communities.from_library.planned": PLANNED,
    "communities.linked.linked": bound("governance", "linked"),
    "communities.linked.planned": PLANNED,
    "communities.reused_space.area": plain("renovations", "reused"),
    "communities.reused_space.planned": PLANNED,
    "communities.reused_space.with_space": bound("renovations", "with_space"),
    "consent.plan_consented.failed": Read("consents", "failed", "passed_known", ROWS, "passed_bound", "passed_bounded"),
    "consent.plan_consented.passed": bound("consents", "passed"),
    "consent.plan_consented.planned": PLANNED,
    "costs.investment.amount": INVESTMENT,
    "costs.per_household.amount": INVESTMENT,
    "costs.per_household.households": plain("renovations", "living"),
    "costs.saving.actual": plain("costings", "settled"),
    "costs.saving.planned": plain("costings", "planned"),
    "effects.households.accepted": bound("acceptances", "living"),
    "effects.households.done": bound("renovations", "living_finished"),
    "effects.households.planned": HOUSEHOLDS,
    "funds.audit.audits": counted("audits"),
    "funds.audit.findings": counted("audits", "findings"),
    "funds.audit.mended": ones("audits", "mended", rows="findings"),
    "funds.audit.serious": counted("audits", "serious"),
    "funds.balance.allocated": moved("allocated"),
    "funds.balance.carried_over": moved("carried_over"),
    "funds.balance.paid": moved("paid"),
    "funds.balance.passed_on": moved("passed_on"),
    "funds.balance.received": moved("received"),
    "funds.balance.recovered": moved("recovered"),
    "funds.execution_rate.allocated": moved("passed_on"),
    "funds.execution_rate.paid": moved("paid"),
    "funds.in_place.in_place": moved("public"),
    "funds.in_place.promised": moved("allocated"),
    "funds.local_contribution.local": moved("local"),
    "funds.local_contribution.upper": moved("upper"),
    "funds.passed_on.instalments": ones("instalments", "instalments", known="instalments"),
    "funds.passed_on.late": ones("instalments", "late"),
    "funds.raised.in_place": moved("received"),
    "funds.raised.investment": INVESTMENT,
    "funds.upper_used.received": moved("above"),
    "funds.upper_used.used": moved("above_used"),
    "handovers.transferred.due": counted("handovers"),
    "handovers.transferred.handed": ones("handovers", "handed"),
    "performance.consistency.compared": ones("statements", "compared", known="compared"),
    "performance.consistency.different": ones("statements", "different", known="compared"),
    "performance.consistency.planned": PLANNED,
    "performance.filed_on_time.filings": ones("filings", "filings", known="filings"),
    "performance.filed_on_time.on_time": ones("filings", "on_time"),
    "problems.solved.confirmed": Read("problems", "confirmed", ROWS),
    "problems.solved.solved": Read("problems", "solved", "solved_known", ROWS, "solved_bound", REST),
    "progress.accepted.accepted": bound("acceptances", "accepted"),
    "progress.accepted.planned": PLANNED,
    "progress.finished.finished": FINISHED,
    "progress.finished.planned": PLANNED,
    "progress.finished_earlier.finished": bound("earlier", "finished"),
    "progress.finished_earlier.planned": plain("earlier", "planned"),
    "progress.households_started.planned": HOUSEHOLDS,
    "progress.households_started.started": bound("renovations", "living_started"),
    "progress.started.planned": PLANNED,
    "progress.started.started": bound("renovations", "started"),
    "quality.first_time_acceptance.acceptances": plain("acceptances", "due"),
    "quality.first_time_acceptance.first_time": bound("acceptances", "first_time"),
    "quality.incidents.inspections": counted("inspections"),
    "quality.incidents.upheld": ones("inspections", "upheld"),
    "quantities.area.actual": plain("renovations", "area_actual"),
    "quantities.area.planned": plain("renovations", "area_planned"),
    "quantities.buildings.actual": plain("renovations", "buildings_actual"),
    "quantities.buildings.planned": plain("renovations", "buildings_planned"),
    "quantities.communities.actual": FINISHED,
    "quantities.communities.planned": PLANNED,
    "quantities.households.actual": plain("renovations", "households_actual"),
    "quantities.households.planned": HOUSEHOLDS,
    "survey.satisfaction.households": plain("survey", "households"),
    "survey.satisfaction.satisfied": bound("survey", "satisfied"),
    "survey.satisfaction.valid": plain("survey", "valid"),
    "works.improvement_and_upgrade.both": bound("works", "both_done"),
    "works.improvement_and_upgrade.planned": PLANNED,
    **{f"funds.channels.{name}": moved(name) for name in ("bond", "utility", "resident", "social", "other")},
    **{
        f"governance.{measure}.{name}": read
        for measure, stem in {
            "party_organisation": "party",
            "owners_committee": "owners",
            "property_service": "service",
            "maintenance_fund": "fund",
        }.items()
        for name, read in (("communities", PLANNED), ("having", bound("governance", stem)))
    },
    **{
        f"institutions.present.{kind}": Read(
            "institutions", "present", "present_known", ROWS, REST, REST, ("kind", kind)
        )
        for kind in POLICY.vocabularies["institution_kinds"].terms
    },
    **{
        f"effects.{family}.{name}": Read("effects", name, f"{name}_known", at=("family", family))
        for family in FAMILIES
        for name in QUANTITIES
    },
}
"""By measure code and sum name. A measure that is not here is not compared, and not timed: the bench says so."""
