"""各张事实表的列：量级和空格份额照常见的县取，每张口径用到的表都有行。"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

import numpy as np
import pyarrow as pa

from anju.policy.loader import load_policy
from nation.draw import Draw, counted_up, named
from nation.places import Places

Columns = dict[str, pa.Array]
WORDS = {name: list(vocabulary.terms) for name, vocabulary in load_policy().vocabularies.items()}
SPRING, AUTUMN, LATE = date(2022, 3, 1), date(2023, 11, 30), date(2024, 4, 30)
"""Some dates lie after the as-of day 2024-01-30, so that counting them would be seen."""


def several(name: str, places: Places, draw: Draw) -> pa.Array:
    """Words of a vocabulary, no word twice in the rows of one place: state tables have such keys."""
    words = WORDS[name]
    place = np.r_[0, np.cumsum((places.county[1:] != places.county[:-1]) | _moved(places))]
    start = draw.rng.integers(0, len(words), place[-1] + 1)[place]
    return named((start + counted_up(place)) % len(words), words)


def _moved(places: Places) -> np.ndarray:
    names = places.community.to_pandas().to_numpy()
    return (places.year[1:] != places.year[:-1]) | (names[1:] != names[:-1])


def renovations(draw: Draw, places: Places) -> Columns:
    households = draw.whole(40, 600, 0.02)
    area = draw.part(pa.compute.multiply(households, 12_000), 0.6)
    started = draw.days(SPRING, AUTUMN, 0.2)
    finished = draw.after(started, 90, 400, 0.3)
    whole = pa.array(~places.whole)
    number = draw.whole(10, 24, 0.1)
    begun = draw.part(number, 0.8, 0.2)
    stated = {"communities": number, "communities_started": begun, "communities_finished": draw.part(begun, 0.6, 0.2)}
    stated["communities_accepted"] = draw.part(stated["communities_finished"], 0.5, 0.3)
    return {
        **{name: pa.compute.if_else(whole, pa.scalar(None, pa.int64()), each) for name, each in stated.items()},
        "stage": draw.words(WORDS["stages"], 0.3),
        "from_library": draw.flags(0.9, 0.1),
        "area_package": draw.words([f"片区{n}" for n in range(40)], 0.6),
        "buildings_planned": draw.whole(2, 20, 0.02),
        "buildings_actual": draw.whole(2, 20, 0.2),
        "households_planned": households,
        "households_actual": draw.part(households, 0.9, 0.2),
        "area_planned_dm2": area,
        "area_actual_dm2": draw.part(area, 0.9, 0.2),
        "reused_dm2": pa.compute.multiply(draw.whole(-20_000, 60_000, 0.4), draw.whole(0, 1)),
        "started_on": started,
        "finished_on": finished,
    }


def work_items(draw: Draw, places: Places) -> Columns:
    planned = draw.whole(0, 3_000_000, 0.05)
    done = draw.part(planned, 0.0, 0.1)
    before = draw.whole(0, 900_000, 0.3)
    return {
        "work": several("work_items", places, draw),
        "planned_milli": planned,
        "done_milli": done,
        "accepted_milli": draw.part(done, 0.8, 0.3),
        "before_milli": before,
        "after_milli": pa.compute.add(before, done),
    }


def problems(draw: Draw, _: Places) -> Columns:
    found = draw.days(SPRING, LATE, 0.05)
    kind, solved = draw.words(WORDS["problem_kinds"]), draw.flags(0.8, 0.3)
    return {"kind": kind, "found_on": found, "solved": solved, "solved_on": draw.after(found, 5, 200, 0.4)}


def inspections(draw: Draw, _: Places) -> Columns:
    return {
        "kind": draw.words(WORDS["inspection_kinds"]),
        "inspected_on": draw.days(SPRING, LATE, 0.05),
        "defects": draw.whole(0, 6, 0.1),
        "upheld": draw.flags(0.01, 0.1),
    }


def fund_moves(draw: Draw, places: Places) -> Columns:
    kinds = {"下达": 12, "到位": 22, "拨付": 20, "支付": 38, "结转": 2, "收回": 1, "调整": 5}
    moved = draw.days(SPRING, LATE, 0.08)
    kind = draw.words(kinds)
    number = counted_up(places.county)
    other = (number * draw.rng.random(places.rows)).astype(np.int64) + 1
    corrects = pa.compute.if_else(pa.compute.equal(kind, "调整"), pa.array(other), pa.scalar(None, pa.int64()))
    return {
        "kind": kind,
        "source": draw.words(WORDS["source_levels"], 0.05),
        "amount_fen": draw.whole(0, 300_000_000, 0.01),
        "received_on": draw.after(moved, -60, -1, 0.2),
        "moved_on": moved,
        "voucher": draw.words([f"{n:05}" for n in range(50_000)], 0.2),
        "corrects": pa.compute.if_else(pa.array(draw.rng.random(places.rows) < 0.9), corrects, None).cast(pa.string()),
    }


def costings(draw: Draw, places: Places) -> Columns:
    return {"stage": several("costing_stages", places, draw), "amount_fen": draw.whole(10**7, 10**9, 0.03)}


def consents(draw: Draw, _: Places) -> Columns:
    owners = draw.whole(40, 600, 0.05)
    took_part = draw.part(owners, 0.6, 0.05)
    area = draw.whole(400_000, 7_000_000, 0.05)
    area_took_part = draw.part(area, 0.6, 0.05)
    return {
        "matter": draw.words({"改造方案": 50} | dict.fromkeys(WORDS["consent_matters"], 4)),
        "decided_on": draw.days(SPRING, LATE, 0.1),
        "owners_total": owners,
        "owners_took_part": took_part,
        "owners_agreed": draw.part(took_part, 0.4, 0.05),
        "area_total_dm2": area,
        "area_took_part_dm2": area_took_part,
        "area_agreed_dm2": draw.part(area_took_part, 0.4, 0.05),
    }


def acceptances(draw: Draw, _: Places) -> Columns:
    accepted, passed = draw.days(SPRING, LATE, 0.05), draw.flags(0.9, 0.05)
    return {"accepted_on": accepted, "passed": passed, "first_time": draw.flags(0.8, 0.1)}


def handovers(draw: Draw, _: Places) -> Columns:
    handed = draw.flags(0.7, 0.2)
    return {"asset": draw.words(WORDS["assets"]), "handed": handed, "handed_on": draw.days(SPRING, LATE, 0.5)}


def evidence(draw: Draw, _: Places) -> Columns:
    return {"kind": draw.words(WORDS["evidence_kinds"]), "grade": draw.words({"A": 30, "B": 40, "C": 25, "D": 5})}


def governance(draw: Draw, _: Places) -> Columns:
    names = ("party_organisation", "owners_committee", "property_service", "maintenance_fund", "merged")
    return {name: draw.flags(0.7, 0.2) for name in names}


def survey_frames(draw: Draw, _: Places) -> Columns:
    households = draw.whole(40, 600, 0.1)
    valid = draw.part(households, 0.3, 0.05)
    satisfied = draw.part(valid, 0.8, 0.1)
    surveyed = draw.days(SPRING, LATE, 0.1)
    return {"households": households, "valid": valid, "satisfied": satisfied, "surveyed_on": surveyed}


def communities(draw: Draw, _: Places) -> Columns:
    parts = ("basic", "wish", "plan", "progress", "pictures")
    flags = {f"dossier_{part}": draw.flags(0.9, 0.05) for part in parts}
    return {"name": draw.words([f"小区{n}" for n in range(5_000)]), "in_library": draw.flags(0.95, 0.02), **flags}


Write = Callable[[Draw, Places], Columns]
PER_COMMUNITY: Mapping[Write, tuple[int, float]] = {
    renovations: (1, 1.0),
    governance: (1, 0.9),
    survey_frames: (1, 0.9),
    work_items: (10, 0.95),
    costings: (4, 0.95),
}
"""State tables: rows for each community of a plan year, and in what share of them there are any."""
EVENTS: Mapping[Write, float] = {
    consents: 2.0,
    acceptances: 1.2,
    handovers: 4.0,
    problems: 8.0,
    inspections: 8.0,
    evidence: 6.0,
}
"""Event tables: rows a community on average."""
