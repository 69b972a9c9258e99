"""手写算法用到的词、日子和界限：与口径同取自政策数据，免得词表改了这里忘改。"""

from __future__ import annotations

from datetime import date

from anju.kernel.region import Region
from anju.kernel.unit import Dimension, unit
from anju.measures._agreement import SPELT
from anju.policy.loader import load_policy

POLICY = load_policy()
YEAR = 2023
AS_OF = date(2024, 1, 30)
NATION = Region("000000")


def words(vocabulary: str, key: str, value: str | None = None) -> tuple[str, ...]:
    """The words of which the vocabulary says so."""
    return POLICY.vocabularies[vocabulary].codes(key, value)


def number(parameter: str) -> int:
    return POLICY.parameters[parameter].at(NATION, date(YEAR, 12, 31)).integer()


def _from_stage(first: str) -> tuple[str, ...]:
    terms = POLICY.vocabularies["stages"].terms
    return tuple(code for code, term in terms.items() if int(term.text("order")) >= int(terms[first].text("order")))


def _units(dimension: Dimension, factor: int) -> tuple[str, ...]:
    return tuple(each for each in SPELT if unit(each).dimension is dimension and unit(each).factor == factor)


def _deadline() -> date:
    month, day = POLICY.parameters["reporting/county_deadline"].at(NATION, date(YEAR, 12, 31)).value.text().split("-")
    return date(YEAR + 1, int(month), int(day))


FAMILIES = {
    family: works for family in POLICY.vocabularies["effects"].terms if (works := words("work_items", "effect", family))
}
LISTS = {
    "begun": _from_stage("已开工"),
    "done": _from_stage("主体完工"),
    "accepted": _from_stage("已验收"),
    "kinds": tuple(kind for kind, term in POLICY.vocabularies["fund_move_kinds"].terms.items() if term.text("leaves")),
    "above": words("source_levels", "above_county"),
    "public": words("source_levels", "government"),
    **{name: words("source_levels", "channel", name) for name in ("bond", "utility", "resident", "social", "other")},
    **{name: words("source_levels", "channel", name) for name in ("local_budget", "upper")},
    "gate_matters": words("consent_matters", "gate"),
    "plan_matters": words("consent_matters", "plan"),
    "special": words("consent_matters", "class", "special"),
    "improvements": words("work_items", "class", "完善"),
    "upgrades": words("work_items", "class", "提升"),
    "with_family": tuple(work for works in FAMILIES.values() for work in works),
    "stages": tuple(POLICY.vocabularies["costing_stages"].terms),
    "found": words("audit_finding_severities", "found"),
    "specialised": words("assets", "specialised"),
    "urgent": tuple({*words("problem_kinds", "safety"), *words("problem_kinds", "pipes")}),
    "units_one": _units(Dimension.COUNT, 1),
    "units_10k": _units(Dimension.COUNT, 10_000),
    "units_m2": _units(Dimension.AREA, 100),
    "units_10k_m2": _units(Dimension.AREA, 1_000_000),
}
PASS_ON_DAYS = number("funds/pass_on_days")
URGENT_WEIGHT = number("problems/urgent_weight")
DEADLINE = _deadline()

SUBJECTS = {
    "小区数": "weight",
    "楼栋数": "buildings_planned",
    "户数": "households_planned",
    "改造面积": "area_planned_dm2",
}
"""What a statement is about → the planned number that it is compared with."""

STAGES = ("allocated", "received", "passed_on", "paid", "carried_over", "recovered")
"""In the order of LISTS["kinds"]."""
SOURCES = (
    *((stem, "到位", stem) for stem in ("bond", "utility", "resident", "social", "other", "upper", "above", "public")),
    ("local", "到位", "local_budget"),
    ("above_used", "支付", "above"),
)
"""A total of the moves: its name, their kind, the list of their sources."""
