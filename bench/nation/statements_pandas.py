"""手写的 pandas 算法里，文件中的说法与计划的对照。"""

from __future__ import annotations

import pandas as pd

from nation.frames_pandas import Files, case, grouped, ranked, read, with_whole
from nation.words import LISTS, SUBJECTS


def statements(files: Files, planned: pd.DataFrame) -> pd.DataFrame:
    totals = pd.concat([_total(planned, column).assign(subject=name) for name, column in SUBJECTS.items()])
    rows = read(files["statements"], ("subject", "value", "unit", "scope"))
    rows = rows[rows["subject"].isin(list(SUBJECTS)) & ~rows["scope"].str.contains("实际", regex=False).fillna(False)]
    rows = with_whole(rows.merge(totals, "left", ["region", "subject"]))
    plain = rows["value"].str.replace(",", "", regex=False).str.replace("，", "", regex=False)
    readable = plain.str.fullmatch(r"[0-9]{1,8}(\.[0-9]{1,4})?").fillna(False)
    digits = plain.where(readable).str.replace(".", "", regex=False).astype("Int64")
    power = 10 ** plain.where(readable).str.split(".", n=1).str[1].str.len().fillna(0).astype("Int64")
    unit, area = rows["unit"], rows["subject"] == "改造面积"
    one = unit.isna() | (area & unit.isin(LISTS["units_10k_m2"])) | (~area & unit.isin(LISTS["units_one"]))
    many = (area & unit.isin(LISTS["units_m2"])) | (~area & unit.isin(LISTS["units_10k"]))
    factor = case(unit, (one & area, 1_000_000), (one, 1), (many & area, 100), (many, 10_000))
    agrees = (rows["total"] * power - digits * factor).abs() * 2 <= factor
    return grouped(rows, {"compared": agrees.notna(), "different": ~agrees})


def _total(rows: pd.DataFrame, column: str) -> pd.DataFrame:
    """What the plan of each region adds up to: the single rows, or the whole-county row where that is surer."""
    value, whole, rank = rows[column], rows["whole"], ranked(rows).astype("Int64")
    known = value.notna()
    sides = pd.DataFrame(
        {
            "rows": ~whole,
            "known": ~whole & known,
            "single": value.where(~whole),
            "stated_known": whole & known,
            "stated": value.where(whole),
        }
    )
    sums = sides.groupby(rows["region"], sort=False).sum()
    ranks = pd.DataFrame({"single": rank.where(~whole & known), "stated": rank.where(whole & known)})
    worst = ranks.groupby(rows["region"], sort=False).max()
    surer = (sums["known"] == 0) | (worst["stated"] < worst["single"]).fillna(False)
    stated, single = (sums["stated_known"] > 0) & surer, sums["rows"] == sums["known"]
    total = case(sums["rows"], (stated, sums["stated"]), (single, sums["single"]))
    return total.rename("total").reset_index()
