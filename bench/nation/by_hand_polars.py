"""手写的 polars 算法：惰性扫描，一次收集；要配上本年度计划的各表在 beside_polars。"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import polars as pl
import pyarrow as pa
from polars import coalesce, col, len, lit, when

from nation.beside_polars import acceptances, consents, dossiers, governance, works
from nation.frames_polars import RANK, added_up, counted, done_by, grouped, happened, of_year, reached, whole
from nation.statements_polars import statements
from nation.words import AS_OF, DEADLINE, FAMILIES, LISTS, PASS_ON_DAYS, SOURCES, STAGES, URGENT_WEIGHT, YEAR

Scans = Mapping[str, pl.LazyFrame]


def aggregates(files: Mapping[str, Path]) -> dict[str, pa.Table]:
    """Name → small table, from Parquet files."""
    scans = {name: pl.scan_parquet(path) for name, path in files.items()}
    frames = {each.__name__: each(scans) for each in TABLES}
    return {name: frame.to_arrow() for name, frame in zip(frames, pl.collect_all(frames.values()), strict=True)}


def renovations(scans: Scans) -> pl.LazyFrame:
    rows = reached(of_year(scans["renovations"]))
    living = coalesce("households_actual", "households_planned")
    started, finished, weight = col("started"), col("finished"), col("weight")
    rows = rows.with_columns(
        chosen=col("from_library").cast(pl.Int64) * weight,
        with_space=when(col("reused_dm2") == 0).then(0).when((col("reused_dm2") > 0) & (weight == 1)).then(1),
        living=living,
        living_started=when(started == weight).then("households_planned").when(started == 0).then(0),
        living_finished=when(finished == weight).then(living).when(finished == 0).then(0),
    )
    sums = {
        "planned": "weight",
        "reused": "reused_dm2",
        "area_planned": "area_planned_dm2",
        "area_actual": "area_actual_dm2",
        **{name: name for name in ("living", "households_planned", "households_actual")},
        **{name: name for name in ("buildings_planned", "buildings_actual")},
    }
    weighed = dict.fromkeys(("chosen", "with_space", "started", "finished"), "weight")
    return grouped(rows, sums, weighed | {"living_started": "households_planned", "living_finished": "living"})


def earlier(scans: Scans) -> pl.LazyFrame:
    rows = reached(of_year(scans["renovations"], YEAR - 1))
    return grouped(rows, {"planned": "weight"}, {"finished": "weight"})


def effects(scans: Scans) -> pl.LazyFrame:
    family = {work: name for name, works in FAMILIES.items() for work in works}
    rows = of_year(scans["work_items"]).filter(col("work").is_in(list(family)))
    rows = rows.with_columns(whole, family=col("work").replace_strict(family, return_dtype=pl.String))
    sums = {name: f"{name}_milli" for name in ("planned", "done", "accepted", "before", "after")}
    return rows.group_by("region", "whole", "assurance", "family").agg(len().alias("n"), *added_up(sums))


def costings(scans: Scans) -> pl.LazyFrame:
    rows = of_year(scans["costings"]).filter(col("stage") != "送审", happened("determined_on"))
    place = {stage: place for place, stage in enumerate(LISTS["stages"])}
    rows = rows.filter(col("amount_fen").is_not_null()).with_columns(
        place=col("stage").replace_strict(place, return_dtype=pl.Int8), real=col("assurance") != "illustrative"
    )
    every = of_year(scans["costings"]).filter(col("stage") != "送审", happened("determined_on"))
    every = every.with_columns(rank=col("assurance").replace_strict(RANK, return_dtype=pl.Int8))
    real = col("amount_fen").is_not_null() & (col("assurance") != "illustrative")
    every = every.group_by("region", "community").agg(
        pl.max("rank"), real_rank=when(real).then(col("rank")).max(), real=real.any()
    )
    rows = rows.join(every.select("region", "community", has="real"), on=["region", "community"], nulls_equal=True)
    rows = rows.filter(col("real") | ~col("has")).sort("place")
    amount, stage = col("amount_fen"), col("stage")
    best = rows.group_by("region", "community").agg(
        investment=amount.last(),
        planned=amount.filter(stage.is_in(["预算", "概算"])).last(),
        settled=amount.filter(stage.is_in(["决算", "审定"])).last(),
    )
    worst = coalesce("real_rank", "rank").replace_strict({n: name for name, n in RANK.items()}, return_dtype=pl.String)
    found = every.with_columns(assurance=worst).join(best, on=["region", "community"], how="left", nulls_equal=True)
    return grouped(found.with_columns(whole), {name: name for name in ("investment", "planned", "settled")})


def moves(scans: Scans) -> pl.LazyFrame:
    columns = ["region", "community", "kind", "source", "amount_fen", "assurance"]
    rows = of_year(scans["fund_moves"]).filter(happened("moved_on"))
    first = scans["fund_moves"].filter(col("kind") != "调整")
    first = first.select("region", "kind", "source", "community", corrects="id")
    found = rows.filter(col("kind") == "调整").select(
        "region", "community", "source", "amount_fen", "assurance", "corrects"
    )
    found = found.join(first, on=["region", "corrects"], how="left", suffix="_of").with_columns(
        community=coalesce("community_of", "community"), source=coalesce("source", "source_of")
    )
    vague = found.filter(col("kind").is_null())
    vague = vague.with_columns(kind=lit(list(LISTS["kinds"])), amount_fen=lit(None, pl.Int64)).explode("kind")
    known = found.filter(col("kind").is_not_null())
    plain = rows.filter(col("kind") != "调整")
    entries = pl.concat([frame.select(columns) for frame in (plain, known, vague)])
    values = {}
    for stem, kind in zip(STAGES, LISTS["kinds"], strict=True):
        here = col("kind") == kind
        values |= {stem: when(here).then("amount_fen"), f"{stem}_rows": here}
    for stem, kind, names in SOURCES:
        here, among = col("kind") == kind, col("source").is_in(LISTS[names])
        values |= {stem: when(here & among).then("amount_fen"), f"{stem}_rows": here & among.fill_null(True)}
    entries = entries.with_columns(whole, **values)
    stems = {name: name for name in values if not name.endswith("_rows")}
    rows_of = [pl.sum(name) for name in values if name.endswith("_rows")]
    return entries.group_by("region", "whole", "assurance").agg(len().alias("n"), *added_up(stems), *rows_of)


def instalments(scans: Scans) -> pl.LazyFrame:
    above = col("source").is_in(LISTS["above"])
    rows = of_year(scans["fund_moves"]).filter(col("kind") == "下达", above.fill_null(True), happened("received_on"))
    kept = (pl.min_horizontal("moved_on", lit(AS_OF)) - col("received_on")).dt.total_days() > PASS_ON_DAYS
    late = when(col("moved_on").is_null() & kept).then(None).otherwise(kept) & above
    rows = rows.with_columns(whole, instalments=above, late=late)
    return counted(rows, ["instalments", "late"])


def audits(scans: Scans) -> pl.LazyFrame:
    rows = of_year(scans["audit_findings"]).filter(happened("found_on"))
    found = col("severity").is_in(LISTS["found"])
    rows = rows.with_columns(
        whole=lit(False),
        findings=found,
        serious=col("severity") == "严重",
        mended=when(found).then(done_by("mended", "mended_on")),
    )
    return counted(rows, ["findings", "serious", "mended"])


def handovers(scans: Scans) -> pl.LazyFrame:
    rows = of_year(scans["handovers"]).filter(col("asset").is_in(LISTS["specialised"]))
    return counted(rows.with_columns(whole, handed=done_by("handed", "handed_on")), ["handed"])


def institutions(scans: Scans) -> pl.LazyFrame:
    rows = of_year(scans["institutions"]).with_columns(whole=lit(False), present=done_by("present", "issued_on"))
    return counted(rows, ["present"], "kind")


def filings(scans: Scans) -> pl.LazyFrame:
    ours = col("kind") == "绩效自评报告"
    rows = of_year(scans["filings"]).filter(ours.fill_null(True))
    in_time = (col("sent_on") <= col("due_on").fill_null(DEADLINE)) & ours
    return counted(rows.with_columns(whole=lit(False), filings=ours, on_time=in_time), ["filings", "on_time"])


def problems(scans: Scans) -> pl.LazyFrame:
    rows = of_year(scans["problems"]).filter(happened("found_on"))
    counts = when(col("kind").is_in(LISTS["urgent"])).then(URGENT_WEIGHT).otherwise(1)
    rows = rows.with_columns(whole, confirmed=counts, solved=done_by("solved", "solved_on").cast(pl.Int64) * counts)
    return grouped(rows, {"confirmed": "confirmed"}, {"solved": "confirmed"})


def inspections(scans: Scans) -> pl.LazyFrame:
    return counted(of_year(scans["inspections"]).filter(happened("inspected_on")).with_columns(whole), ["upheld"])


def survey(scans: Scans) -> pl.LazyFrame:
    rows = of_year(scans["survey_frames"]).filter(happened("surveyed_on")).with_columns(whole)
    return grouped(rows, {"households": "households", "valid": "valid"}, {"satisfied": "valid"})


TABLES = (
    *(renovations, earlier, effects, costings, moves, instalments, audits, handovers, institutions, filings),
    *(problems, inspections, survey, statements, dossiers, governance, acceptances, consents, works),
)
