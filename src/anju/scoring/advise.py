"""建议：补哪一条材料，已证实的分涨得最多；涨多少是真算出来的，不是估的。

Each piece of advice is tried as a county of its own: its rows, with the advised ones put in, go into the same engine
under a made-up region code, all candidates in one run. What is promised is the difference of two real scores.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

import pyarrow as pa
import pyarrow.compute as pc

from anju.facts.occasion import Occasion
from anju.facts.store import TABLES, open_store
from anju.facts.tables.renovations import TABLE as RENOVATIONS
from anju.kernel.outcome import NotApplicable
from anju.measures._measure import Supply
from anju.policy.scheme import Scheme
from anju.scoring.county import counties
from anju.scoring.evaluation import Evaluation, ItemScore, PartScore
from anju.scoring.scheme_check import RULES, measures_of
from anju.scoring.score import score
from anju.scoring.supply import Supplied, evidence, supplied

Facts = Mapping[str, pa.Table]


@dataclass(frozen=True)
class Advice:
    """What to supply for one scoring point, and the confirmed points (1/10000) the whole score then gains."""

    item: ItemScore
    part: PartScore
    says: tuple[str, ...]
    supplied: Supplied
    gain: int


def advise(tables: Facts, occasion: Occasion, evaluation: Evaluation) -> list[Advice]:
    """Advice that gains something, most first. `tables` are the facts the evaluation was made from."""
    region = occasion.region.code
    own = {name: tables[name].filter(pc.equal(tables[name]["region"], region)) for name in _read_by(evaluation.scheme)}
    open_ = [(item, part) for item in evaluation.items for part in item.parts if part.confirmed < part.at_most]
    found = _tried(own, evaluation, _candidates(own, evaluation, open_))
    # What can only be known community by community gains nothing as a number for the whole county.
    rest = [(item, part) for item, part in open_ if part.part not in {each.part.part for each in found}]
    found += _tried(own, evaluation, _candidates(own, evaluation, rest, by_community=True))
    place = {part.part: number for number, (_, part) in enumerate(open_)}
    return sorted(found, key=lambda advice: (-advice.gain, place[advice.part.part]))


def _read_by(scheme: Scheme) -> list[str]:
    """Tables that can bear on a score; the sheets of a survey are tallied in survey_frames and stay out."""
    apart = {"survey_answers"} if "performance.consistency" in measures_of(scheme) else {"survey_answers", "statements"}
    return [name for name in TABLES if name not in apart]


def _candidates(
    own: Facts, evaluation: Evaluation, parts: list[tuple[ItemScore, PartScore]], by_community: bool = False
) -> list[Advice]:
    """For each of these scoring points the rows that may make it rise, not yet tried."""
    asked = [(item, part, _supplies(part, evaluation)) for item, part in parts]
    names = {each.table.name for _, _, supplies in asked for supply in supplies for each in supply.every()}
    county = {name: own[name].to_pylist() for name in sorted(names | {RENOVATIONS.name})}
    found = []
    for item, part, supplies in asked:
        known, occasion = _known(part, evaluation), evaluation.county.occasion
        rows, says = supplied(supplies, county, known, occasion, by_community)
        if rows.rows:
            found.append(Advice(item, part, says, rows, 0))
    return found


def _known(part: PartScore, evaluation: Evaluation) -> dict[str, int]:
    """All sums of the measure that are known, also those the rule does not look at: best values build on them."""
    values = evaluation.county.values.get(part.part.measure or "", {})
    return {name: value.exact for name, value in values.items() if value.exact is not None}


def _supplies(part: PartScore, evaluation: Evaluation) -> list[Supply]:
    """The facts a scoring point lacks and, while material can be handed in, what proves them better."""
    supplies = [each.supply for each, value in part.sums.values() if each.supply and (value.absent or value.unknown)]
    rule = RULES[part.part.rule]
    if hasattr(rule, "supplies"):
        supplies += rule.supplies(part.part, evaluation.county)
    if part.part.evidence and not evaluation.late:
        supplies += _better_evidence(part, evaluation)
    return supplies


def _better_evidence(part: PartScore, evaluation: Evaluation) -> list[Supply]:
    """The kind asked for that can count for most, if that is more than what is there counts for."""
    occasion, caps = evaluation.county.occasion, evaluation.scheme.evidence_cap
    kinds = occasion.words("evidence_kinds").terms
    grades = {kind: kinds[kind].text("grade", "A") for kind in part.part.evidence}
    best = max(grades, key=lambda kind: caps[grades[kind]])
    if Fraction(caps[grades[best]], 100) <= part.cap.share:
        return []
    return [evidence(best, grades[best], occasion)]


def _tried(own: Facts, evaluation: Evaluation, candidates: list[Advice]) -> list[Advice]:
    """Those that raise their own scoring point, with what the whole score then gains."""
    if not candidates:
        return []
    occasion = evaluation.county.occasion
    regions = [f"{occasion.region.code}~{number}" for number in range(len(candidates))]
    worlds = [_moved(each.supplied.apply(own), region) for each, region in zip(candidates, regions, strict=True)]
    together = {name: pa.concat_tables([world[name] for world in worlds]) for name in own}
    with open_store(together) as store:
        found = counties(store, occasion, evaluation.county.declared)
    after = [score(found[region], evaluation.scheme) for region in regions]
    gained = [
        replace(each, gain=new.confirmed - evaluation.confirmed) for each, new in zip(candidates, after, strict=True)
    ]
    return [each for each, new in zip(gained, after, strict=True) if each.gain > 0 and _raised(each.part, new)]


def _raised(part: PartScore, after: Evaluation) -> bool:
    """Whether the point itself rose, or proved not to apply.

    A document may prove another point better while the facts beside it bring this one nothing.
    """
    new = next(new for item in after.items for new in item.parts if new.part is part.part)
    return new.confirmed > part.confirmed or isinstance(new.outcome, NotApplicable)


def _moved(tables: Facts, region: str) -> dict[str, pa.Table]:
    """The same rows as those of another region."""
    moved = {}
    for name, rows in tables.items():
        index = rows.schema.get_field_index("region")
        moved[name] = rows.set_column(index, rows.schema.field(index), pa.repeat(pa.scalar(region), rows.num_rows))
    return moved
