"""手写的 pandas 算法：只读要用的列，分组相加；要配上本年度计划的各表在 beside_pandas。"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pandas as pd
import pyarrow as pa

from nation.beside_pandas import acceptances, consents, dossiers, governance, plan, works
from nation.frames_pandas import (
    DAY,
    NAMES,
    PLACE,
    Files,
    by,
    case,
    done_by,
    grouped,
    happened,
    ranked,
    read,
    with_whole,
)
from nation.moves_pandas import moves
from nation.statements_pandas import statements
from nation.words import DEADLINE, FAMILIES, LISTS, PASS_ON_DAYS, URGENT_WEIGHT, YEAR

NUMBERS = ("communities", "communities_started", "communities_finished", "communities_accepted", "reused_dm2")
PLANNED = tuple(f"{what}_{step}" for what in ("buildings", "households") for step in ("planned", "actual"))
RENOVATIONS = (
    *("community", "stage", "area_package", "from_library", "started_on", "finished_on"),
    *(*NUMBERS, *PLANNED, "area_planned_dm2", "area_actual_dm2"),
)


def aggregates(files: Mapping[str, Path]) -> dict[str, pa.Table]:
    """Name → small table, from Parquet files."""
    rows = _reached(read(files["renovations"], RENOVATIONS))
    planned = plan(rows)
    tables = {each.__name__: each(files) for each in TABLES}
    tables |= {each.__name__: each(files, planned) for each in (dossiers, governance, acceptances, consents, works)}
    tables |= {"renovations": renovations(rows), "statements": statements(files, rows)}
    return {name: pa.Table.from_pandas(table, preserve_index=False) for name, table in tables.items()}


def _reached(rows: pd.DataFrame) -> pd.DataFrame:
    """With the communities a row stands for, and how many of them were started and finished."""
    rows = with_whole(rows)
    weight = rows["communities"].where(rows["whole"], 1)
    ended = by(rows["finished_on"])
    stage = rows["stage"].notna()
    begun = by(rows["started_on"]).fillna(rows["stage"].isin(LISTS["begun"]).astype("boolean").where(stage))
    begun = begun.fillna(ended.where(ended.fillna(False))).astype("Int64") * weight
    ended = ended.fillna(rows["stage"].isin(LISTS["done"]).astype("boolean").where(stage)).astype("Int64") * weight
    return rows.assign(
        weight=weight,
        started=rows["communities_started"].where(rows["whole"]).fillna(begun),
        finished=rows["communities_finished"].where(rows["whole"]).fillna(ended),
    )


def renovations(rows: pd.DataFrame) -> pd.DataFrame:
    weight, started, finished = rows["weight"], rows["started"], rows["finished"]
    households, reused = rows["households_planned"], rows["reused_dm2"]
    living = rows["households_actual"].fillna(households)
    weighed = {
        "chosen": rows["from_library"].astype("Int64") * weight,
        "with_space": case(weight, (reused == 0, 0), ((reused > 0) & (weight == 1), 1)),
        "started": started,
        "finished": finished,
    }
    shares = {
        "living_started": (case(weight, (started == weight, households), (started == 0, 0)), households),
        "living_finished": (case(weight, (finished == weight, living), (finished == 0, 0)), living),
    }
    columns = {"planned": weight, "reused": reused, "living": living, **{name: rows[name] for name in PLANNED}}
    columns |= {"area_planned": rows["area_planned_dm2"], "area_actual": rows["area_actual_dm2"]}
    columns |= weighed | {name: value for name, (value, _) in shares.items()}
    return grouped(rows, columns, dict.fromkeys(weighed, weight) | {name: most for name, (_, most) in shares.items()})


def earlier(files: Files) -> pd.DataFrame:
    columns = ("community", "stage", "started_on", "finished_on", *NUMBERS[:3])
    rows = _reached(read(files["renovations"], columns, YEAR - 1))
    return grouped(rows, {"planned": rows["weight"], "finished": rows["finished"]}, {"finished": rows["weight"]})


def effects(files: Files) -> pd.DataFrame:
    names = ("planned", "done", "accepted", "before", "after")
    family = {work: name for name, works in FAMILIES.items() for work in works}
    rows = read(files["work_items"], ("community", "work", *(f"{name}_milli" for name in names)))
    rows = with_whole(rows[rows["work"].isin(list(family))])
    rows = rows.assign(family=rows["work"].map(family))
    return grouped(rows, {name: rows[f"{name}_milli"] for name in names}, more=("family",))


def costings(files: Files) -> pd.DataFrame:
    rows = read(files["costings"], ("community", "stage", "amount_fen", "determined_on"))
    rows = rows[(rows["stage"] != "送审") & happened(rows["determined_on"])]
    place = {stage: place for place, stage in enumerate(LISTS["stages"])}
    rows = rows.assign(rank=ranked(rows), place=rows["stage"].map(place))
    known = rows["amount_fen"].notna()
    rows = rows.assign(real=known & (rows["assurance"] != "illustrative"))
    groups = rows.groupby(PLACE, sort=False, dropna=False)
    any_real = groups["real"].transform("any")
    counted = rows[rows["real"] | ~any_real]
    worst = counted.groupby(PLACE, sort=False, dropna=False)["rank"].max()
    amounts = counted[counted["amount_fen"].notna()].sort_values("place", kind="stable")
    some = {"investment": None, "planned": ["预算", "概算"], "settled": ["决算", "审定"]}
    best = {
        name: (amounts if stages is None else amounts[amounts["stage"].isin(stages)])
        .groupby(PLACE, sort=False, dropna=False)["amount_fen"]
        .last()
        for name, stages in some.items()
    }
    found = pd.concat([worst, *(each.rename(name) for name, each in best.items())], axis=1).reset_index()
    found = with_whole(found.assign(assurance=found["rank"].map(NAMES)))
    return grouped(found, {name: found[name] for name in some})


def instalments(files: Files) -> pd.DataFrame:
    rows = read(files["fund_moves"], ("community", "kind", "source", "received_on", "moved_on"))
    above = rows["source"].isin(LISTS["above"]).astype("boolean").where(rows["source"].notna())
    here = (rows["kind"] == "下达") & above.fillna(True) & happened(rows["received_on"])
    rows, above = with_whole(rows[here]), above[here]
    moved, received = rows["moved_on"], rows["received_on"]
    kept = (moved.where(moved < DAY, DAY) - received).dt.days > PASS_ON_DAYS
    late = kept.astype("boolean").mask(received.isna() | (moved.isna() & kept)) & above
    return grouped(rows, {"instalments": above, "late": late})


def audits(files: Files) -> pd.DataFrame:
    rows = read(files["audit_findings"], ("severity", "found_on", "mended", "mended_on"))
    rows = with_whole(rows[happened(rows["found_on"])])
    found, mended = rows["severity"].isin(LISTS["found"]), done_by(rows, "mended", "mended_on")
    return grouped(rows, {"findings": found, "serious": rows["severity"] == "严重", "mended": mended.where(found)})


def handovers(files: Files) -> pd.DataFrame:
    rows = read(files["handovers"], ("community", "asset", "handed", "handed_on"))
    rows = with_whole(rows[rows["asset"].isin(LISTS["specialised"])])
    return grouped(rows, {"handed": done_by(rows, "handed", "handed_on")})


def institutions(files: Files) -> pd.DataFrame:
    rows = with_whole(read(files["institutions"], ("kind", "present", "issued_on")))
    return grouped(rows, {"present": done_by(rows, "present", "issued_on")}, more=("kind",))


def filings(files: Files) -> pd.DataFrame:
    rows = read(files["filings"], ("kind", "due_on", "sent_on"))
    rows = with_whole(rows[(rows["kind"] == "绩效自评报告").fillna(True)])
    ours, due = (rows["kind"] == "绩效自评报告").astype("boolean"), rows["due_on"].fillna(pd.Timestamp(DEADLINE))
    in_time = (rows["sent_on"] <= due).astype("boolean").mask(rows["sent_on"].isna()) & ours
    return grouped(rows, {"filings": ours, "on_time": in_time})


def problems(files: Files) -> pd.DataFrame:
    rows = read(files["problems"], ("community", "kind", "found_on", "solved", "solved_on"))
    rows = with_whole(rows[happened(rows["found_on"])])
    counts = rows["kind"].isin(LISTS["urgent"]).astype("int64") * (URGENT_WEIGHT - 1) + 1
    solved = done_by(rows, "solved", "solved_on").astype("Int64") * counts
    return grouped(rows, {"confirmed": counts, "solved": solved}, {"solved": counts.astype("Int64")})


def inspections(files: Files) -> pd.DataFrame:
    rows = read(files["inspections"], ("community", "inspected_on", "upheld"))
    rows = with_whole(rows[happened(rows["inspected_on"])])
    return grouped(rows, {"upheld": rows["upheld"]})


def survey(files: Files) -> pd.DataFrame:
    rows = read(files["survey_frames"], ("community", "households", "valid", "satisfied", "surveyed_on"))
    rows = with_whole(rows[happened(rows["surveyed_on"])])
    columns = {name: rows[name] for name in ("households", "valid", "satisfied")}
    return grouped(rows, columns, {"satisfied": rows["valid"]})


TABLES = (
    *(earlier, effects, costings, moves, instalments, audits, handovers, institutions, filings, problems),
    *(inspections, survey),
)
