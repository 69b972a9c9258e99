"""一个县的评分材料：各口径的合计，加上县里自己的目标、评议和佐证。"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import ibis
import ibis.expr.types as ir

from anju.facts._table import WHOLE_COUNTY, Table
from anju.facts.occasion import Occasion
from anju.facts.store import FactStore
from anju.facts.tables.evidence import TABLE as EVIDENCE
from anju.facts.tables.goals import TABLE as GOALS
from anju.facts.tables.judgements import TABLE as JUDGEMENTS
from anju.facts.tables.renovations import TABLE as RENOVATIONS
from anju.kernel.assurance import RowAssurance
from anju.measures._measure import Sums
from anju.measures._resolve import ABSENT, SumValue
from anju.measures.catalogue import declared, evaluate

Rows = list[dict[str, Any]]


@dataclass(frozen=True)
class County:
    """What the rules may look at. `evidence` is kind → community ("" = the whole county) → best grade."""

    region: str
    occasion: Occasion
    values: Mapping[str, Mapping[str, SumValue]]
    declared: Mapping[str, Sums]
    goals: Rows
    judgements: Mapping[str, dict[str, Any]]
    evidence: Mapping[str, Mapping[str, str]]
    communities: int

    def value(self, measure: str, name: str) -> SumValue:
        return self.values.get(measure, {}).get(name, ABSENT)


def counties(store: FactStore, occasion: Occasion, measures: Iterable[str]) -> dict[str, County]:
    """The occasion's region and every other the facts speak of, ready to be scored under these measures."""
    codes = sorted(set(measures))
    values = evaluate(store, occasion, codes)
    sums = declared(codes, occasion)
    goals = _by_region(store, _of_year(GOALS, occasion))
    judged = _by_region(store, _of_year(JUDGEMENTS, occasion))
    evidence = _by_region(store, _evidence(occasion))
    sizes = {row["region"]: row["size"] for row in store.rows(_size(occasion))}
    return {
        region: County(
            region=region,
            occasion=occasion,
            values=values.get(region, {}),
            declared=sums,
            goals=goals[region],
            judgements={row["item"]: row for row in judged[region]},
            evidence=_grades(evidence[region]),
            communities=sizes.get(region) or 0,
        )
        for region in sorted({occasion.region.code, *values, *goals, *judged, *evidence})
    }


def _of_year(table: Table, occasion: Occasion) -> ir.Table:
    """Made-up rows prove and promise nothing, so they stay out of goals, judgements and evidence."""
    rows = table.rows
    return rows.filter(rows.year == occasion.year, rows.assurance != RowAssurance.ILLUSTRATIVE.value).order_by(
        [rows[name] for name in table.key]
    )


def _evidence(occasion: Occasion) -> ir.Table:
    rows = _of_year(EVIDENCE, occasion)
    place = ibis.ifelse(rows.community == WHOLE_COUNTY, "", rows.community).fill_null("")
    return rows.group_by(region=rows.region, kind=rows.kind, place=place).aggregate(grade=rows.grade.min())


def _size(occasion: Occasion) -> ir.Table:
    """How many communities the plan year has: the single rows, or what the whole-county row states if more."""
    rows = RENOVATIONS.rows.filter(RENOVATIONS.rows.year == occasion.year)
    stated = rows.communities.max(where=rows.community == WHOLE_COUNTY).fill_null(0)
    single = rows.count(where=rows.community != WHOLE_COUNTY)
    return rows.group_by("region").aggregate(size=ibis.greatest(stated, single).cast("int64"))


def _grades(rows: Rows) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for row in rows:
        found[row["kind"]][row["place"]] = row["grade"]
    return dict(found)


def _by_region(store: FactStore, rows: ir.Table) -> dict[str, Rows]:
    found: dict[str, Rows] = defaultdict(list)
    for row in store.rows(rows):
        found[row["region"]].append(row)
    return found
