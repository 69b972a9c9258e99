"""手写的 polars 算法里，要配上本年度计划的各表：每个计划小区一行，没有说的是空。"""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl
from polars import coalesce, col, when

from nation.frames_polars import RANK, grouped, happened, of_year, whole
from nation.words import LISTS

Scans = Mapping[str, pl.LazyFrame]
PLACE = ["region", "community"]
rank = col("assurance").replace_strict(RANK, return_dtype=pl.Int8)
worst = rank.max().replace_strict({n: name for name, n in RANK.items()}, return_dtype=pl.String).alias("assurance")


def beside(scans: Scans, said: pl.LazyFrame) -> pl.LazyFrame:
    """The plan with what is said, its assurance, and `weight`, the communities that a row stands for."""
    stated = col("community") == "*"
    plan = of_year(scans["renovations"]).select(
        *PLACE,
        "assurance",
        "stage",
        "area_package",
        "communities_accepted",
        number=when(stated).then("communities").otherwise(1),
        households=coalesce("households_actual", "households_planned"),
    )
    known = stated & col("number").is_not_null()
    sides = plan.group_by("region").agg(
        single=(~stated).sum(),
        single_rank=when(~stated).then(rank).max(),
        stated=when(stated).then("number").max(),
        stated_rank=when(known).then(rank).max(),
    )
    surer = (col("single") > 0) & (col("single_rank") <= col("stated_rank")).fill_null(True)
    sizes = sides.select("region", size=when(surer).then("single").otherwise("stated"))
    rows = plan.join(said, on=PLACE, how="left", suffix="_said")
    rows = rows.with_columns(assurance=coalesce("assurance_said", "assurance")).drop("assurance_said")
    wide = said.filter(stated).join(plan.filter(stated), on="region", how="anti")
    rows = pl.concat([rows, wide], how="diagonal").join(sizes, on="region", how="left")
    return rows.with_columns(whole, weight=when(stated).then("size").otherwise(1))


def dossiers(scans: Scans) -> pl.LazyFrame:
    parts = [col(f"dossier_{part}") for part in ("basic", "wish", "plan", "progress", "pictures")]
    said = scans["communities"].select(*PLACE, "assurance", complete=pl.all_horizontal(parts))
    rows = beside(scans, said).with_columns(complete=col("complete").cast(pl.Int64) * col("weight"))
    return grouped(rows, {}, {"complete": "weight"})


def governance(scans: Scans) -> pl.LazyFrame:
    flags = {"party": "party_organisation", "owners": "owners_committee", "service": "property_service"}
    flags |= {"fund": "maintenance_fund", "linked": "merged"}
    said = of_year(scans["governance"]).select(*PLACE, "assurance", **flags)
    said = beside(scans, said).with_columns(
        linked=when(col("area_package").is_not_null()).then(True).otherwise("linked")
    )
    rows = said.with_columns(col(list(flags)).cast(pl.Int64) * col("weight"))
    return grouped(rows, {}, dict.fromkeys(flags, "weight"))


def acceptances(scans: Scans) -> pl.LazyFrame:
    rows = of_year(scans["acceptances"]).filter(col("community").is_not_null(), happened("accepted_on"))
    passed = coalesce("passed", when("first_time").then(True))
    said = rows.group_by(PLACE).agg(
        worst,
        attempts=pl.len(),
        passed=passed.any(ignore_nulls=False),
        first_time=(passed & col("first_time")).all(ignore_nulls=False),
    )
    rows = beside(scans, said).with_columns(reached=col("stage").is_in(LISTS["accepted"]))
    weight, stated = col("weight"), when("whole").then("communities_accepted")
    rows = rows.with_columns(
        accepted=coalesce(stated, coalesce("passed", "reached").cast(pl.Int64) * weight),
        due=when(col("attempts").is_null() & ~col("reached")).then(0).otherwise(weight),
    )
    accepted, due = col("accepted"), col("due")
    rows = rows.with_columns(
        living=when(accepted == weight).then("households").when(accepted == 0).then(0),
        first_time=when(due == 0).then(0).otherwise(col("first_time").cast(pl.Int64) * due),
    )
    return grouped(rows, {"due": "due"}, {"accepted": "weight", "living": "households", "first_time": "due"})


def consents(scans: Scans) -> pl.LazyFrame:
    rows = of_year(scans["consents"]).filter(
        col("community").is_not_null(), col("matter").is_in(LISTS["gate_matters"]), happened("decided_on")
    )
    last = col("decided_on").max().over(*PLACE, "matter")
    rows = rows.filter(~(col("decided_on") < last).fill_null(False))
    area, took_area, agreed_area = (col(f"area_{part}_dm2") for part in ("total", "took_part", "agreed"))
    heads, took_heads, agreed_heads = (col(f"owners_{part}") for part in ("total", "took_part", "agreed"))
    sound = (agreed_area <= took_area) & (took_area <= area) & (agreed_heads <= took_heads) & (took_heads <= heads)
    quorum = (took_area > 0) & (took_heads > 0) & (took_area * 3 >= area * 2) & (took_heads * 3 >= heads * 2)
    special = (agreed_area * 4 >= took_area * 3) & (agreed_heads * 4 >= took_heads * 3)
    ordinary = (agreed_area * 2 > took_area) & (agreed_heads * 2 > took_heads)
    agreed = when(col("matter").is_in(LISTS["special"])).then(special).otherwise(ordinary)
    rows = rows.with_columns(
        carried=when(sound.fill_null(True)).then(quorum & agreed), on_plan=col("matter").is_in(LISTS["plan_matters"])
    )
    said = rows.group_by(PLACE).agg(
        worst, failed=(~col("carried")).any(), clear=col("carried").is_not_null().all() & col("on_plan").any()
    )
    consents = when("failed").then(False).when("clear").then(True)
    rows = beside(scans, said.with_columns(consents=consents))
    weighed = {"passed": col("consents"), "failed": ~col("consents")}
    rows = rows.with_columns(**{name: flag.cast(pl.Int64) * col("weight") for name, flag in weighed.items()})
    return grouped(rows, {}, {"passed": "weight", "failed": "weight"})


def works(scans: Scans) -> pl.LazyFrame:
    rows = of_year(scans["work_items"]).filter(col("work").is_in(LISTS["improvements"] + LISTS["upgrades"]))
    improves, done = col("work").is_in(LISTS["improvements"]), col("done_milli")
    most = {"improved": improves, "upgraded": ~improves}
    rows = rows.with_columns(
        **{name: when(here).then(done) for name, here in most.items()},
        **{f"{name}_open": when(here).then(done.is_null()) for name, here in most.items()},
    )
    said = rows.group_by(PLACE).agg(
        worst, *(pl.max(name) for name in most), *(col(f"{name}_open").any() for name in most)
    )
    some = {
        name: when(col(name) > 0).then(True).when((col(name) == 0) & ~col(f"{name}_open")).then(False) for name in most
    }
    rows = beside(scans, said.with_columns(**some))
    both = (col("improved") & col("upgraded")).cast(pl.Int64) * col("weight")
    shared = col("whole") & (col("weight") > 1) & (both > 0)
    rows = rows.with_columns(both_done=when(shared.fill_null(False)).then(None).otherwise(both))
    return grouped(rows, {}, {"both_done": "weight"})
