"""手写的 pandas 算法里，要配上本年度计划的各表：每个计划小区一行，没有说的是空。"""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from nation.frames_pandas import NAMES, PLACE, Files, case, grouped, happened, ranked, read, with_whole
from nation.words import LISTS


@dataclass(frozen=True)
class Planned:
    """The plan's rows, and for each region how many communities it has."""

    rows: pd.DataFrame
    sizes: pd.Series


def plan(rows: pd.DataFrame) -> Planned:
    whole, number, rank = rows["whole"], rows["weight"], ranked(rows).astype("Int64")
    sides = pd.DataFrame(
        {
            "single": (~whole).astype("Int64"),
            "single_rank": rank.where(~whole),
            "stated": number.where(whole),
            "stated_rank": rank.where(whole & number.notna()),
        }
    ).groupby(rows["region"], sort=False)
    single, most = sides["single"].sum(), sides.max()
    surer = (single > 0) & (most["single_rank"] <= most["stated_rank"]).fillna(True)
    columns = [*PLACE, "assurance", "stage", "area_package", "communities_accepted"]
    households = rows["households_actual"].fillna(rows["households_planned"])
    return Planned(rows[columns].assign(households=households), single.where(surer, most["stated"]))


def beside(planned: Planned, said: pd.DataFrame) -> pd.DataFrame:
    """The plan with what is said, its assurance, and `weight`, the communities that a row stands for."""
    rows = planned.rows.merge(said, "left", PLACE, suffixes=("", "_said"))
    rows["assurance"] = rows.pop("assurance_said").fillna(rows["assurance"])
    has = planned.rows.loc[planned.rows["community"] == "*", "region"]
    wide = said[(said["community"] == "*") & ~said["region"].isin(has)]
    rows = with_whole(pd.concat([rows, wide], ignore_index=True))
    return rows.assign(weight=rows["region"].map(planned.sizes).astype("Int64").where(rows["whole"], 1))


def _worst(rows: pd.DataFrame) -> pd.Series:
    return ranked(rows).groupby([rows[key] for key in PLACE], sort=False).max().map(NAMES).rename("assurance")


def dossiers(files: Files, planned: Planned) -> pd.DataFrame:
    parts = [f"dossier_{part}" for part in ("basic", "wish", "plan", "progress", "pictures")]
    said = read(files["communities"], ("community", *parts), None)
    complete = said[parts[0]]
    for part in parts[1:]:
        complete = complete & said[part]
    rows = beside(planned, said[[*PLACE, "assurance"]].assign(complete=complete))
    return grouped(rows, {"complete": rows["complete"].astype("Int64") * rows["weight"]}, {"complete": rows["weight"]})


def governance(files: Files, planned: Planned) -> pd.DataFrame:
    flags = {"party": "party_organisation", "owners": "owners_committee", "service": "property_service"}
    flags |= {"fund": "maintenance_fund", "linked": "merged"}
    rows = beside(planned, read(files["governance"], ("community", *flags.values())))
    rows["merged"] = rows["merged"].mask(rows["area_package"].notna(), True)
    weight = rows["weight"]
    columns = {name: rows[flag].astype("Int64") * weight for name, flag in flags.items()}
    return grouped(rows, columns, dict.fromkeys(flags, weight))


def acceptances(files: Files, planned: Planned) -> pd.DataFrame:
    rows = read(files["acceptances"], ("community", "accepted_on", "passed", "first_time"))
    rows = rows[rows["community"].notna() & happened(rows["accepted_on"])]
    passed = rows["passed"].fillna(rows["first_time"].where(rows["first_time"]))
    first = passed & rows["first_time"]
    sides = {"attempts": 1, "good": passed, "open": passed.isna(), "bad": ~first, "unsure": first.isna()}
    groups = rows[PLACE].assign(**sides).groupby(PLACE, sort=False)
    said = groups[["good", "open", "bad", "unsure"]].any().astype("boolean")
    said = said.assign(
        attempts=groups["attempts"].sum(),
        passed=said["good"].mask(~said["good"] & said["open"]),
        first_time=(~said["bad"]).mask(~said["bad"] & said["unsure"]),
        assurance=_worst(rows),
    ).drop(columns=["good", "open", "bad", "unsure"])
    rows = beside(planned, said.reset_index())
    weight = rows["weight"]
    reached = rows["stage"].isin(LISTS["accepted"]).astype("boolean").where(rows["stage"].notna())
    accepted = rows["passed"].fillna(reached).astype("Int64") * weight
    accepted = rows["communities_accepted"].where(rows["whole"]).fillna(accepted)
    due = weight.mask(rows["attempts"].isna() & ~reached.fillna(True), 0)
    households = rows["households"]
    columns = {
        "due": due,
        "accepted": accepted,
        "living": case(weight, (accepted == weight, households), (accepted == 0, 0)),
        "first_time": (rows["first_time"].astype("Int64") * due).mask((due == 0).fillna(False), 0),
    }
    return grouped(rows, columns, {"accepted": weight, "living": households, "first_time": due})


def consents(files: Files, planned: Planned) -> pd.DataFrame:
    names = [f"{what}_{part}" for what in ("area", "owners") for part in ("total", "took_part", "agreed")]
    names = [f"{name}_dm2" if name.startswith("area") else name for name in names]
    rows = read(files["consents"], ("community", "matter", "decided_on", *names))
    gate = rows["matter"].isin(LISTS["gate_matters"])
    rows = rows[gate & rows["community"].notna() & happened(rows["decided_on"])]
    last = rows.groupby([*PLACE, "matter"], sort=False)["decided_on"].transform("max")
    rows = rows[~(rows["decided_on"] < last)]
    area, took_area, agreed_area, heads, took_heads, agreed_heads = (rows[name] for name in names)
    sound = (agreed_area <= took_area) & (took_area <= area) & (agreed_heads <= took_heads) & (took_heads <= heads)
    quorum = (took_area > 0) & (took_heads > 0) & (took_area * 3 >= area * 2) & (took_heads * 3 >= heads * 2)
    special = (agreed_area * 4 >= took_area * 3) & (agreed_heads * 4 >= took_heads * 3)
    ordinary = (agreed_area * 2 > took_area) & (agreed_heads * 2 > took_heads)
    agreed = special.where(rows["matter"].isin(LISTS["special"]), ordinary)
    carried = (quorum & agreed).mask(~sound.fillna(True))
    sides = {"failed": ~carried, "open": carried.isna(), "plan": rows["matter"].isin(LISTS["plan_matters"])}
    said = rows[PLACE].assign(**sides).groupby(PLACE, sort=False).any().astype("boolean")
    clear = ~said["open"] & said["plan"]
    verdict = clear.mask(said["failed"], False).mask(~said["failed"] & ~clear)
    rows = beside(planned, pd.DataFrame({"consents": verdict, "assurance": _worst(rows)}).reset_index())
    weight, yes = rows["weight"], rows["consents"]
    columns = {"passed": yes.astype("Int64") * weight, "failed": (~yes).astype("Int64") * weight}
    return grouped(rows, columns, {"passed": weight, "failed": weight})


def works(files: Files, planned: Planned) -> pd.DataFrame:
    rows = read(files["work_items"], ("community", "work", "done_milli"))
    rows = rows[rows["work"].isin(LISTS["improvements"] + LISTS["upgrades"])]
    improves, done = rows["work"].isin(LISTS["improvements"]), rows["done_milli"]
    most = {"improved": improves, "upgraded": ~improves}
    frame = pd.DataFrame({name: done.where(here) for name, here in most.items()})
    open_ = pd.DataFrame({name: done.isna() & here for name, here in most.items()})
    keys = [rows[key] for key in PLACE]
    found, unsure = frame.groupby(keys, sort=False).max(), open_.groupby(keys, sort=False).any()
    some = {
        name: (found[name] > 0).mask(found[name].isna() | ((found[name] == 0) & unsure[name]).fillna(False))
        for name in most
    }
    said = pd.DataFrame(some).assign(assurance=_worst(rows)).reset_index()
    rows = beside(planned, said)
    weight = rows["weight"]
    both = (rows["improved"] & rows["upgraded"]).astype("Int64") * weight
    both = both.mask((rows["whole"] & (weight > 1) & (both > 0)).fillna(False))
    return grouped(rows, {"both_done": both}, {"both_done": weight})
