"""手写的 polars 算法共用的几步。"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import polars as pl
from polars import coalesce, col, len, when

from nation.words import AS_OF, LISTS, YEAR

RANK = {"recorded": 0, "stated": 1, "illustrative": 2}
whole = (col("community") == "*").fill_null(False).alias("whole")


def of_year(rows: pl.LazyFrame, year: int = YEAR) -> pl.LazyFrame:
    return rows.filter(col("year") == year)


def happened(day: str) -> pl.Expr:
    return (col(day) <= AS_OF).fill_null(True)


def done_by(flag: str, day: str) -> pl.Expr:
    """No if it is said that nothing was done, else what the day says, else what the flag says."""
    by_day = when(col(flag).fill_null(True)).then(col(day) <= AS_OF)
    return coalesce(by_day, flag)


def reached(rows: pl.LazyFrame) -> pl.LazyFrame:
    """Renovations with the communities a row stands for, and how many of them were started and finished."""
    stated, weight = col("community") == "*", col("weight")
    rows = rows.with_columns(whole, weight=when(stated).then("communities").otherwise(1))
    ended = col("finished_on") <= AS_OF
    started = coalesce(col("started_on") <= AS_OF, col("stage").is_in(LISTS["begun"]), when(ended).then(True))
    finished = coalesce(ended, col("stage").is_in(LISTS["done"]))
    return rows.with_columns(
        started=coalesce(when(stated).then("communities_started"), started.cast(pl.Int64) * weight),
        finished=coalesce(when(stated).then("communities_finished"), finished.cast(pl.Int64) * weight),
    )


def added_up(columns: Mapping[str, str]) -> Iterable[pl.Expr]:
    """For each name the sum of a column and how many values it has."""
    for name, column in columns.items():
        yield pl.sum(column).alias(name)
        yield pl.count(column).alias(f"{name}_known")


def grouped(rows: pl.LazyFrame, columns: Mapping[str, str], bounds: Mapping[str, str] | None = None) -> pl.LazyFrame:
    """Sums and counts by region, whole and assurance; `bounds`: column → what a row without it may add."""
    bounds = bounds or {}
    rows = rows.with_columns(
        when(col(name).is_null()).then(bound).alias(f"{name}_bound") for name, bound in bounds.items()
    )
    parts = [*added_up(columns), *added_up({name: name for name in bounds})]
    for name in bounds:
        parts += [pl.sum(f"{name}_bound"), pl.count(f"{name}_bound").alias(f"{name}_bounded")]
    return rows.group_by("region", "whole", "assurance").agg(len().alias("n"), *parts)


def counted(rows: pl.LazyFrame, flags: list[str], *more: str) -> pl.LazyFrame:
    """How many rows say yes, and how many say anything."""
    return rows.group_by("region", "whole", "assurance", *more).agg(
        len().alias("n"), *added_up({name: name for name in flags})
    )
