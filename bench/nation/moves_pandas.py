"""手写的 pandas 算法里，资金流水：更正归到所更正的那一笔。"""

from __future__ import annotations

import pandas as pd

from nation.frames_pandas import PLACE, Files, grouped, happened, read, with_whole
from nation.words import LISTS, SOURCES, STAGES, YEAR


def moves(files: Files) -> pd.DataFrame:
    columns = ("id", "community", "kind", "source", "amount_fen", "moved_on", "corrects")
    rows = read(files["fund_moves"], ("year", *columns), None)
    first = rows.loc[rows["kind"] != "调整", ["region", "id", "kind", "source", "community"]]
    rows = rows[(rows["year"] == YEAR) & happened(rows["moved_on"])]
    found = rows[rows["kind"] == "调整"].drop(columns=["kind", "id"])
    found = found.merge(first.rename(columns={"id": "corrects"}), "left", ["region", "corrects"], suffixes=("", "_of"))
    found["community"] = found["community_of"].fillna(found["community"])
    found["source"] = found["source"].fillna(found["source_of"])
    vague = found[found["kind"].isna()].drop(columns="kind").assign(amount_fen=pd.NA)
    vague = vague.merge(pd.DataFrame({"kind": LISTS["kinds"]}), "cross")
    every = (rows[rows["kind"] != "调整"], found[found["kind"].notna()], vague)
    columns = [*PLACE, "kind", "source", "amount_fen", "assurance"]
    entries = pd.concat([each[columns] for each in every], ignore_index=True)
    entries = with_whole(entries.astype({"amount_fen": "Int64"}))
    kind, source, amount = entries["kind"], entries["source"], entries["amount_fen"]
    values: dict[str, pd.Series] = {}
    for stem, name in zip(STAGES, LISTS["kinds"], strict=True):
        values |= {stem: amount.where(kind == name), f"{stem}_rows": kind == name}
    for stem, name, names in SOURCES:
        here, among = kind == name, source.isin(LISTS[names])
        values |= {stem: amount.where(here & among), f"{stem}_rows": here & (among | source.isna())}
    return grouped(entries, values)
