"""建议：补哪一条材料，已证实的分涨得最多；涨多少是真算出来的，不是估的。

Each piece of advice is tried as a county of its own: its rows, with the advised ones put in, go into the same engine
under a made-up region code, all candidates in one run. What is promised is the difference of two real scores.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from anju.facts.occasion import Occasion
from anju.facts.store import TABLES, open_store
from anju.measures._measure import Supply
from anju.policy.scheme import Scheme
from anju.scoring.county import counties
from anju.scoring.evaluation import Evaluation, ItemScore, PartScore
from anju.scoring.score import RULES, measures_of, score
from anju.scoring.supply import Supplied, evidence, supplied


@dataclass(frozen=True)
class Advice:
    """What to supply for one scoring point, and the confirmed points (1/10000) the whole score then gains."""

    item: ItemScore
    part: PartScore
    says: tuple[str, ...]
    supplied: Supplied
    gain: int


def advise(tables: Mapping[str, pa.Table], occasion: Occasion, evaluation: Evaluation) -> list[Advice]:
    """Advice that gains something, most first. `tables` are the facts the evaluation was made from."""
    own = {name: rows.filter(pc.equal(rows["region"], occasion.region.code)) for name, rows in tables.items()}
    county = {name: rows.to_pylist() for name, rows in own.items() if name in _read_by(evaluation.scheme)}
    candidates = [
        candidate
        for item in evaluation.items
        for part in item.parts
        if (candidate := _candidate(item, part, county, occasion)) is not None
    ]
    gains = _gains(own, occasion, evaluation, candidates)
    found = [replace(c, gain=gain) for c, gain in zip(candidates, gains, strict=True) if gain > 0]
    return sorted(found, key=lambda advice: -advice.gain)


def _read_by(scheme: Scheme) -> frozenset[str]:
    """Tables that can bear on a score; the sheets of a survey are tallied in survey_frames and stay out."""
    return frozenset(TABLES) - {"survey_answers", "statements"} | _statements(scheme)


def _statements(scheme: Scheme) -> frozenset[str]:
    return frozenset({"statements"}) if "performance.consistency" in measures_of(scheme) else frozenset()


def _candidate(item: ItemScore, part: PartScore, county: Mapping[str, Any], occasion: Occasion) -> Advice | None:
    """The missing facts of a scoring point and, unless its evidence is full, the document that proves them."""
    if part.confirmed >= part.at_most:
        return None
    supplies: list[Supply] = [
        each.supply for each, value in part.sums.values() if each.supply and (value.absent or value.unknown)
    ]
    rule = RULES[part.part.rule]
    if hasattr(rule, "supplies"):
        supplies += rule.supplies(part.part, item.item, occasion, county)
    if part.cap.share < 1:
        supplies.append(evidence(part.part.evidence[0]))
    if not supplies:
        return None
    known = {name: value.exact for name, (_, value) in part.sums.items() if value.exact is not None}
    rows = supplied(supplies, county, known, occasion)
    return Advice(item, part, tuple(dict.fromkeys(s.says for s in supplies)), rows, 0) if rows.rows else None


def _gains(
    own: Mapping[str, pa.Table], occasion: Occasion, evaluation: Evaluation, candidates: list[Advice]
) -> list[int]:
    if not candidates:
        return []
    read = {name: rows for name, rows in own.items() if name in _read_by(evaluation.scheme)}
    worlds = [_world(c.supplied.apply(read), f"{occasion.region.code}~{n}") for n, c in enumerate(candidates)]
    together = {name: pa.concat_tables([world[name] for world in worlds]) for name in read}
    codes = set(evaluation.county.declared)
    with open_store(together) as store:
        found = counties(store, occasion, codes)
    regions = [f"{occasion.region.code}~{n}" for n in range(len(candidates))]
    return [score(found[region], evaluation.scheme).confirmed - evaluation.confirmed for region in regions]


def _world(tables: Mapping[str, pa.Table], region: str) -> dict[str, pa.Table]:
    return {name: _moved(rows, region) for name, rows in tables.items()}


def _moved(rows: pa.Table, region: str) -> pa.Table:
    index = rows.schema.get_field_index("region")
    return rows.set_column(index, rows.schema.field(index), pa.repeat(pa.scalar(region), rows.num_rows))
