"""补材料：把一条“请补什么”变成事实表里确切的行，按最好的可采信值。"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Any

import pyarrow as pa

from anju.facts._column import Kind
from anju.facts._table import WHOLE_COUNTY, Table
from anju.facts.occasion import Occasion
from anju.facts.store import TABLES
from anju.facts.tables.evidence import TABLE as EVIDENCE
from anju.facts.tables.renovations import TABLE as RENOVATIONS
from anju.kernel.assurance import RowAssurance
from anju.measures._measure import Asked, Supply
from anju.scoring.assumed import assumed

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


def supplied(
    supplies: Iterable[Supply],
    county: County,
    sums: Mapping[str, int],
    occasion: Occasion,
    by_community: bool = False,
) -> tuple[Supplied, tuple[str, ...]]:
    """All rows the supplies ask for, and what to tell the officer of those that ask for anything at all.

    With `by_community` what is said of the whole county, or of no community, is left as it is, and each community that
    the plan names is supplied by itself.
    """
    rows: dict[str, list[Row]] = {}
    says: dict[str, None] = {}
    current = dict(county)
    # The sums of one measure often wait for the same fact: it is supplied once.
    every = {id(each): each for supply in supplies for each in supply.every()}
    for supply in every.values():
        name = supply.table.name
        new = _rows(supply, current, sums, occasion, by_community)
        if new:
            says[supply.says + _assumed(supply, current.get(name, []), new)] = None
            current[name] = _merged(supply.table, current.get(name, []), new)
            rows[name] = _merged(supply.table, rows.get(name, []), new)
    return Supplied(rows), tuple(says)


def evidence(kind: str, grade: str, occasion: Occasion) -> Supply:
    """The best that the kind of material can be, for the whole county."""
    quality = occasion.words("evidence_grades").terms[grade].text("meaning")
    new = {"kind": kind, "community": WHOLE_COUNTY, "document": SUPPLIED}
    return Supply(EVIDENCE, f"提供“{kind}”（{grade}级：{quality}）", {}, {**new, "grade": grade})


def _assumed(supply: Supply, before: list[Row], new: list[Row]) -> str:
    old = {_key(supply.table, row): row for row in before}
    columns = [name for name in (*supply.values, *supply.match, *supply.fresh) if name in supply.table.by_name]
    given = {name for name, value in supply.match.items() if not isinstance(value, tuple)} | {"community", "year"}
    blank = dict.fromkeys(supply.table.by_name) | dict.fromkeys(given, "")
    return assumed(supply.table, [(old.get(_key(supply.table, row), blank), row) for row in new], columns)


def _rows(supply: Supply, county: County, sums: Mapping[str, int], occasion: Occasion, by_community: bool) -> list[Row]:
    """What the supply puts in: rows whose empty cells it fills, and new ones where there is none to fill."""
    match = {name: _said(value, Asked({}, sums, occasion)) for name, value in supply.match.items()}
    match.setdefault("year", occasion.year)
    present = [row for row in county.get(supply.table.name, []) if _real(row) and _may_agree(row, match)]
    new = {**{name: value for name, value in match.items() if not isinstance(value, tuple)}, **supply.fresh}
    spread = supply.table.per_community and "community" not in new
    if spread and by_community:
        present = [row for row in present if row["community"] not in (None, WHOLE_COUNTY)]
    words = _words(supply, match)
    named = [(row, {**row, **{name: word for name, word in words.items() if row[name] is None}}) for row in present]
    filled = [(row, _filled(full, supply, sums, occasion)) for row, full in named]
    changed = [new for row, new in filled if new != row]
    if spread:
        said, planned = {row["community"] for row in present}, _planned(county, occasion, by_community)
        places: Sequence[str | None] = _places(said, planned, bool(changed))
    else:
        places = [] if changed else [new.get("community")]
    fresh = _fresh(supply.table, new, places, county, occasion)
    return [*changed, *(_filled(row, supply, sums, occasion) for row in fresh)]


def _places(said: set[str | None], planned: list[str], changed: bool) -> list[str]:
    """For which communities a new row is wanted: each planned one of which nothing is said, else the whole county."""
    lacking = [place for place in planned if place not in said]
    if changed and (WHOLE_COUNTY in said or not lacking):
        return []
    return lacking or [WHOLE_COUNTY]


def _words(supply: Supply, match: Row) -> Row:
    """The words by which a row belongs to the supply: one that leaves such a word empty may belong, and is given it."""
    coded = {name for name, column in supply.table.by_name.items() if column.kind is Kind.CODE}
    plain = {name: value[0] if isinstance(value, tuple) else value for name, value in match.items()}
    return {name: value for name, value in (plain | dict(supply.fresh)).items() if name in coded}


def _filled(row: Row, supply: Supply, sums: Mapping[str, int], occasion: Occasion) -> Row:
    asked = Asked(row, sums, occasion)
    return {**row, **{n: supply.value(n, asked) for n in supply.values if row[n] is None}}


def _fresh(table: Table, new: Row, places: Sequence[str | None], county: County, occasion: Occasion) -> list[Row]:
    """New rows for these communities, but none in place of a row that is there."""
    rows = county.get(table.name, [])
    ids, taken = _free_ids(rows), {_key(table, row) for row in rows if _real(row)}
    blank = [_blank(table, new, place, next(ids), occasion) for place in places]
    return [row for row in blank if _key(table, row) not in taken]


def _free_ids(rows: list[Row]) -> Iterator[str]:
    taken = {row.get("id") for row in rows}
    return (f"补-{number}" for number in count(1) if f"补-{number}" not in taken)


def _blank(table: Table, match: Row, place: str | None, number: str, occasion: Occasion) -> Row:
    row: Row = dict.fromkeys(table.by_name)
    row |= {"region": occasion.region.code, "assurance": RowAssurance.STATED.value, "document": SUPPLIED}
    row |= {name: value for name, value in match.items() if name in row}
    if table.per_community:
        row["community"] = place
    if "id" in row:
        row["id"] = number
    return row


def _planned(county: County, occasion: Occasion, made_up: bool) -> list[str]:
    """The communities that the plan names, if asked also in rows made up for show."""
    rows = [row for row in county.get(RENOVATIONS.name, []) if row["year"] == occasion.year]
    return sorted({row["community"] for row in rows if made_up or _real(row)} - {WHOLE_COUNTY})


def _real(row: Row) -> bool:
    """A made-up row is never filled in: what is supplied must be able to count."""
    return bool(row["assurance"] != RowAssurance.ILLUSTRATIVE.value)


def _may_agree(row: Row, match: Row) -> bool:
    """Whether the row is one of those meant, or leaves open whether it is."""
    return all(_may_be(row[name], value, name) for name, value in match.items() if name in row and name != "document")


def _may_be(found: Any, wanted: Any, name: str) -> bool:
    if found is None:
        # A row of no community is the county's own: it never stands for that of the whole county.
        return name != "community"
    return found in wanted if isinstance(wanted, tuple) else bool(found == wanted)


def _said(value: Any, asked: Asked) -> Any:
    return value(asked) if callable(value) else value


def _key(table: Table, row: Row) -> tuple[Any, ...]:
    return tuple(row[name] for name in table.key)


def _merged(table: Table, old: list[Row], new: list[Row]) -> list[Row]:
    keys = {_key(table, row) for row in new}
    return [row for row in old if _key(table, row) not in keys] + new


def _replaced(table: Table, old: pa.Table, new: list[Row]) -> pa.Table:
    """As `_merged`, column by column: a county may have a hundred thousand rows of which few are replaced."""
    added = pa.Table.from_pylist(new, schema=table.arrow)
    keys, place = list(table.key), "#"
    numbered = old.select(keys).append_column(place, pa.array(range(old.num_rows), pa.int64()))
    kept = numbered.join(added.select(keys), keys, join_type="left anti").sort_by(place)[place]
    return pa.concat_tables([old.take(kept).cast(table.arrow), added])
