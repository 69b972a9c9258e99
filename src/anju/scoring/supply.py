"""补材料：把一条“请补什么”变成事实表里确切的行，按最好的可采信值。"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import pyarrow as pa

from anju.facts._table import WHOLE_COUNTY, Table
from anju.facts.occasion import Occasion
from anju.facts.store import TABLES
from anju.facts.tables.evidence import TABLE as EVIDENCE
from anju.facts.tables.renovations import TABLE as RENOVATIONS
from anju.kernel.assurance import RowAssurance
from anju.measures._measure import Asked, Supply

Row = dict[str, Any]
County = Mapping[str, list[Row]]
"""One county's rows by table, as plain values."""

SUPPLIED = "补充材料"


@dataclass(frozen=True)
class Supplied:
    """Rows to put into the facts, by table: new ones, or whole rows that replace those of the same key."""

    rows: Mapping[str, list[Row]]

    def apply(self, tables: Mapping[str, pa.Table]) -> dict[str, pa.Table]:
        """The tables with these rows in place."""
        return {**tables, **{name: _replaced(TABLES[name], tables[name], new) for name, new in self.rows.items()}}


def supplied(supplies: Iterable[Supply], county: County, sums: Mapping[str, int], occasion: Occasion) -> Supplied:
    """All rows the supplies ask for. A supply whose best value depends on a sum nobody knows asks for nothing."""
    rows: dict[str, list[Row]] = {}
    current = {name: list(found) for name, found in county.items()}
    # The sums of one measure often wait for the same fact: it is supplied once.
    every = {id(each): each for supply in supplies for each in supply.every()}
    for supply in every.values():
        name = supply.table.name
        new = _rows(supply, current, sums, occasion)
        current[name] = _merged(supply.table, current.get(name, []), new)
        rows[name] = _merged(supply.table, rows.get(name, []), new)
    return Supplied({name: new for name, new in rows.items() if new})


def evidence(kind: str) -> Supply:
    """An original, with its hash, for the whole county."""
    return Supply(
        EVIDENCE,
        f"提供“{kind}”的原件（A级，附文件校验值）",
        {"grade": "A"},
        {"kind": kind, "community": WHOLE_COUNTY, "document": SUPPLIED},
    )


def _rows(supply: Supply, county: County, sums: Mapping[str, int], occasion: Occasion) -> list[Row]:
    match = {name: _said(value, Asked({}, sums, occasion)) for name, value in supply.match.items()}
    match.setdefault("year", occasion.year)
    present = [row for row in county.get(supply.table.name, []) if _real(row) and _agrees(row, match)]
    open_rows = [row for row in present if any(row[name] is None for name in supply.values)]
    new = {**{name: value for name, value in match.items() if not isinstance(value, tuple)}, **supply.fresh}
    fresh = [] if open_rows else _fresh(supply.table, new, present, county, occasion)
    try:
        return [_filled(row, supply, sums, occasion) for row in (*open_rows, *fresh)]
    except KeyError:
        return []


def _filled(row: Row, supply: Supply, sums: Mapping[str, int], occasion: Occasion) -> Row:
    asked = Asked(row, sums, occasion)
    return {**row, **{n: supply.value(n, asked) for n in supply.values if row[n] is None}}


def _fresh(table: Table, match: Row, present: list[Row], county: County, occasion: Occasion) -> list[Row]:
    """New rows: one a planned community that nothing is said of, else one for the whole county."""
    places: list[str | None] = [match.get("community")]
    if table.per_community and "community" not in match:
        said = {row["community"] for row in present}
        places = [place for place in _planned(county, occasion) if place not in said] or [WHOLE_COUNTY]
    start = len(county.get(table.name, []))
    return [_blank(table, match, place, start + n, occasion) for n, place in enumerate(places, 1)]


def _blank(table: Table, match: Row, place: str | None, number: int, occasion: Occasion) -> Row:
    row: Row = dict.fromkeys(table.by_name)
    row |= {"region": occasion.region.code, "assurance": RowAssurance.STATED.value, "document": SUPPLIED}
    row |= {name: value for name, value in match.items() if name in row}
    if table.per_community:
        row["community"] = place
    if "id" in row:
        row["id"] = f"补-{number}"
    return row


def _planned(county: County, occasion: Occasion) -> list[str]:
    rows = county.get(RENOVATIONS.name, [])
    places = {r["community"] for r in rows if _real(r) and r["year"] == occasion.year}
    return sorted(places - {WHOLE_COUNTY})


def _real(row: Row) -> bool:
    """A made-up row is never filled in: what is supplied must be able to count."""
    return bool(row["assurance"] != RowAssurance.ILLUSTRATIVE.value)


def _agrees(row: Row, match: Row) -> bool:
    return all(_fits(row[name], value) for name, value in match.items() if name in row and name != "document")


def _fits(found: Any, wanted: Any) -> bool:
    return found in wanted if isinstance(wanted, tuple) else bool(found == wanted)


def _said(value: Any, asked: Asked) -> Any:
    return value(asked) if callable(value) else value


def _key(table: Table, row: Row) -> tuple[Any, ...]:
    return tuple(row[name] for name in table.key)


def _merged(table: Table, old: list[Row], new: list[Row]) -> list[Row]:
    keys = {_key(table, row) for row in new}
    return [row for row in old if _key(table, row) not in keys] + new


def _replaced(table: Table, old: pa.Table, new: list[Row]) -> pa.Table:
    return pa.Table.from_pylist(_merged(table, old.to_pylist(), new), schema=table.arrow)
