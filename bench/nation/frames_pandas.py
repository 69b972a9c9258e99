"""手写的 pandas 算法共用的几步。"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import pandas as pd

from nation.words import AS_OF, YEAR

Files = Mapping[str, Path]
PLACE = ["region", "community"]
KEYS = ["region", "whole", "assurance"]
DAY = pd.Timestamp(AS_OF)
RANK = {"recorded": 0, "stated": 1, "illustrative": 2}
NAMES = dict(enumerate(RANK))


def read(path: Path, columns: Sequence[str], year: int | None = YEAR) -> pd.DataFrame:
    """The columns needed, of the plan year."""
    return pd.read_parquet(
        path,
        columns=["region", "assurance", *columns],
        filters=None if year is None else [("year", "==", year)],
        dtype_backend="numpy_nullable",
        to_pandas_kwargs={"date_as_object": False},
    )


def with_whole(rows: pd.DataFrame) -> pd.DataFrame:
    return rows.assign(whole=(rows["community"] == "*").fillna(False) if "community" in rows else False)


def by(days: pd.Series) -> pd.Series:
    """Whether a day is not after the as-of day; unknown for no day."""
    return (days <= DAY).astype("boolean").mask(days.isna())


def happened(days: pd.Series) -> pd.Series:
    return days.isna() | (days <= DAY)


def done_by(rows: pd.DataFrame, flag: str, day: str) -> pd.Series:
    """No if it is said that nothing was done, else what the day says, else what the flag says."""
    return by(rows[day]).mask(~rows[flag].fillna(True)).fillna(rows[flag])


def case(of: pd.Series, *choices: tuple[pd.Series, pd.Series | int]) -> pd.Series:
    """The value of the first condition that holds, else nothing; `of` gives the index."""
    found = pd.Series(pd.NA, of.index, dtype="Int64")
    for condition, value in reversed(choices):
        found = found.mask(condition.fillna(False), value)
    return found


def grouped(
    rows: pd.DataFrame,
    columns: Mapping[str, pd.Series],
    bounds: Mapping[str, pd.Series] | None = None,
    more: Sequence[str] = (),
) -> pd.DataFrame:
    """Sums and counts by region, whole and assurance; `bounds`: column → what a row without it may add."""
    bounds = bounds or {}
    bound = {f"{name}_bound": value.where(columns[name].isna()) for name, value in bounds.items()}
    frame = pd.DataFrame({**columns, **bound})
    keys = [rows[key] for key in (*KEYS, *more)]
    groups = frame.groupby(keys, sort=False)
    known = groups[[name for name in frame if not name.endswith("_rows")]].count().rename(columns=_counted)
    return pd.concat([groups.size().rename("n"), groups.sum(), known], axis=1).reset_index()


def _counted(name: str) -> str:
    return name.replace("_bound", "_bounded") if name.endswith("_bound") else f"{name}_known"


def ranked(rows: pd.DataFrame) -> pd.Series:
    return rows["assurance"].map(RANK).astype("int8")
