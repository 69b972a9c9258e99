"""一个县的评分材料：各口径的合计，加上县里自己的目标、评议和佐证。"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import ibis.expr.types as ir

from anju.facts._table import WHOLE_COUNTY, Table
from anju.facts.occasion import Occasion
from anju.facts.preference import prefers_whole
from anju.facts.store import FactStore
from anju.facts.tables.evidence import TABLE as EVIDENCE
from anju.facts.tables.goals import TABLE as GOALS
from anju.facts.tables.judgements import TABLE as JUDGEMENTS
from anju.facts.tables.renovations import TABLE as RENOVATIONS
from anju.kernel.assurance import RowAssurance
from anju.measures._measure import Sums
from anju.measures._resolve import ABSENT, SumValue
from anju.measures._rows import happened, of_year
from anju.measures.catalogue import declared, evaluate

Rows = list[dict[str, Any]]
Grades = Mapping[str, Mapping[str, str]]
"""Kind of evidence → community ("" = the whole county) → best grade."""


@dataclass(frozen=True)
class County:
    """What the rules may look at. `communities` is how many the plan year has, 0 when nobody says."""

    region: str
    occasion: Occasion
    values: Mapping[str, Mapping[str, SumValue]]
    declared: Mapping[str, Sums]
    goals: Rows
    judgements: Mapping[str, dict[str, Any]]
    evidence: Grades
    communities: int

    def value(self, measure: str, name: str) -> SumValue:
        return self.values.get(measure, {}).get(name, ABSENT)


def counties(store: FactStore, occasion: Occasion, measures: Iterable[str]) -> dict[str, County]:
    """The occasion's region and every other the facts speak of, ready to be scored under these measures."""
    codes = sorted(set(measures))
    values, sums = evaluate(store, occasion, codes), declared(codes, occasion)
    goals = _by_region(store, _said(GOALS, occasion))
    judged = _by_region(store, _said(JUDGEMENTS, occasion))
    evidence = _by_region(store, _evidence(occasion))
    plans = {region: _plan(rows) for region, rows in _by_region(store, _planned(occasion)).items()}
    found = {}
    for region in sorted({occasion.region.code, *values, *goals, *judged, *evidence}):
        size, named = plans.get(region, (0, False))
        found[region] = County(
            region=region,
            occasion=occasion,
            values=values.get(region, {}),
            declared=sums,
            goals=goals[region],
            judgements={row["item"]: row for row in judged[region]},
            evidence=_grades(evidence[region], named, occasion),
            communities=size,
        )
    return found


def _said(table: Table, occasion: Occasion) -> ir.Table:
    """Made-up rows prove and promise nothing, so they stay out of goals, judgements and evidence."""
    rows = of_year(table, occasion)
    rows = rows.filter(rows.assurance != RowAssurance.ILLUSTRATIVE.value)
    return rows.order_by([rows[name] for name in table.key])


def _evidence(occasion: Occasion) -> ir.Table:
    """The best grade of each kind and place; `planned` when the plan names the community."""
    rows = _said(EVIDENCE, occasion)
    rows = rows.filter(happened(rows.dated_on, occasion))
    rows = rows.mutate(community=rows.community.nullif(WHOLE_COUNTY).fill_null(""))
    best = rows.group_by("region", "kind", "community").aggregate(grade=rows.grade.min())
    plan = of_year(RENOVATIONS, occasion).select("region", "community", planned=True)
    return best.left_join(plan, ["region", "community"]).select("region", "kind", "community", "grade", "planned")


def _planned(occasion: Occasion) -> ir.Table:
    """How many communities the plan has, as single rows and as stated, by how sure the rows are."""
    rows = of_year(RENOVATIONS, occasion)
    whole = rows.community == WHOLE_COUNTY
    return rows.group_by("region", "assurance").aggregate(
        single=rows.count(where=~whole), stated=rows.communities.max(where=whole)
    )


def _plan(rows: Rows) -> tuple[int, bool]:
    """The number of planned communities by law 4, and whether they are named."""
    single = [row for row in rows if row["single"]]
    stated = [row for row in rows if row["stated"] is not None]
    if prefers_whole((row["assurance"] for row in stated), (row["assurance"] for row in single)):
        return max(row["stated"] for row in stated), False
    return sum(row["single"] for row in single), bool(single)


def _grades(rows: Rows, named: bool, occasion: Occasion) -> Grades:
    """No material earns more than its kind can; what belongs to a community outside a named plan proves nothing."""
    kinds = occasion.words("evidence_kinds").terms
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for row in rows:
        if row["planned"] or not row["community"] or not named:
            ceiling = kinds[row["kind"]].text("grade") if row["kind"] in kinds else ""
            found[row["kind"]][row["community"]] = max(row["grade"], ceiling)
    return dict(found)


def _by_region(store: FactStore, rows: ir.Table) -> dict[str, Rows]:
    found: dict[str, Rows] = defaultdict(list)
    for row in store.rows(rows):
        found[row["region"]].append(row)
    return found
