"""手写的 polars 算法里，文件中的说法与计划的对照。"""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl
from polars import col, lit, when

from nation.frames_polars import RANK, counted, of_year, reached
from nation.words import LISTS, SUBJECTS

Scans = Mapping[str, pl.LazyFrame]


def statements(scans: Scans) -> pl.LazyFrame:
    rank = col("assurance").replace_strict(RANK, return_dtype=pl.Int8)
    rows = reached(of_year(scans["renovations"])).with_columns(rank=rank)
    totals = pl.concat([_total(rows, column).with_columns(subject=lit(name)) for name, column in SUBJECTS.items()])
    said = of_year(scans["statements"]).filter(
        col("subject").is_in(list(SUBJECTS)), ~col("scope").str.contains("实际", literal=True).fill_null(False)
    )
    said = said.join(totals, on=["region", "subject"], how="left")
    plain = col("value").str.replace_all(",", "", literal=True).str.replace_all("，", "", literal=True)
    readable = plain.str.contains(r"^[0-9]{1,8}(\.[0-9]{1,4})?$")
    decimals = plain.str.extract(r"\.(.*)$").str.len_chars().fill_null(0)
    digits = when(readable).then(plain.str.replace_all(".", "", literal=True)).cast(pl.Int64, strict=False)
    power = decimals.replace_strict({n: 10**n for n in range(5)}, default=None, return_dtype=pl.Int64)
    unit, area = col("unit"), col("subject") == "改造面积"
    one, many = when(area).then(1_000_000).otherwise(1), when(area).then(100).otherwise(10_000)
    is_one = unit.is_null() | when(area).then(unit.is_in(LISTS["units_10k_m2"])).otherwise(
        unit.is_in(LISTS["units_one"])
    )
    is_many = when(area).then(unit.is_in(LISTS["units_m2"])).otherwise(unit.is_in(LISTS["units_10k"]))
    factor = when(is_one).then(one).when(is_many).then(many)
    agrees = (col("total") * power - digits * factor).abs() * 2 <= factor
    rows = said.with_columns(whole=lit(False), compared=agrees.is_not_null(), different=~agrees)
    return counted(rows, ["compared", "different"])


def _total(rows: pl.LazyFrame, column: str) -> pl.LazyFrame:
    """What the plan of each region adds up to: the single rows, or the whole-county row where that is surer."""
    value, rank = col(column), col("rank")
    sides = rows.group_by("region").agg(
        rows=(~col("whole")).sum(),
        known=when(~col("whole")).then(value).count(),
        single=when(~col("whole")).then(value).sum(),
        single_rank=when(~col("whole") & value.is_not_null()).then(rank).max(),
        stated_known=when("whole").then(value).count(),
        stated=when("whole").then(value).sum(),
        stated_rank=when(col("whole") & value.is_not_null()).then(rank).max(),
    )
    surer = (col("known") == 0) | (col("stated_rank") < col("single_rank"))
    stated = when((col("stated_known") > 0) & surer).then("stated")
    return sides.select("region", total=stated.when(col("rows") == col("known")).then("single"))
