"""虚构的全国：按县数写出各张事实表的 Parquet 文件，放在 var/bench，下次直接用。"""

from __future__ import annotations

import hashlib
import shutil
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from anju.facts._table import Table
from anju.facts.store import TABLES
from nation import places as where
from nation.draw import Draw, counted_up, named
from nation.papers import PER_COUNTY
from nation.places import Places
from nation.tables import EVENTS, PER_COMMUNITY, Write, communities, fund_moves

VAR = Path(__file__).resolve().parents[2] / "var" / "bench"
ROWS_PER_COUNTY = 2_000
GROUP = 122_880
"""Rows in a Parquet row group: DuckDB's own, which it hands to its threads one by one."""
SEED = 2023


@dataclass(frozen=True)
class Counties:
    """How each county keeps its books (places.assurances), and its region code."""

    ways: where.Ints
    codes: list[str]


def nation(counties: int) -> dict[str, Path]:
    """Table name → Parquet file of so many counties; written at the first call."""
    folder = VAR / f"nation-{counties}-{_recipe()}"
    if not folder.is_dir():
        _write(folder, counties)
    return {path.stem: path for path in sorted(folder.glob("*.parquet"))}


def rows(files: dict[str, Path]) -> int:
    return sum(pq.read_metadata(path).num_rows for path in files.values())


def _recipe() -> str:
    """Short hash of all that the files depend on: another recipe, another folder."""
    digest = hashlib.sha256(repr([(t.name, t.arrow) for t in TABLES.values()]).encode())
    for path in sorted(Path(__file__).parent.glob("*.py")):
        if path.stem in {"draw", "facts", "papers", "places", "tables"}:
            digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def _write(folder: Path, counties: int) -> None:
    fresh = folder.with_suffix(".new")
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(parents=True)
    rng = np.random.default_rng([SEED, counties])
    county = Counties(rng.choice(3, counties, p=[0.55, 0.42, 0.03]), where.codes(counties))
    written = sum(_table(rng, fresh, make, place, county) for make, place in _places(rng, counties).items())
    # A handful of counties that happen to be large may have more rows than is their due.
    rest = max(counties * ROWS_PER_COUNTY - written, counties)
    planned = where.communities(np.random.default_rng([SEED, counties, 1]), counties)
    _table(rng, fresh, fund_moves, planned.drawn(rng, rest).vague(rng, 0.4), county)
    fresh.rename(folder)


def _places(rng: np.random.Generator, counties: int) -> dict[Write, Places]:
    """Where the rows of each table lie; fund_moves fills the rest up."""
    planned = where.communities(np.random.default_rng([SEED, counties, 1]), counties)
    yearly = where.county_years(counties)
    found: dict[Write, Places] = {
        make: planned.some(rng, share).times(each) for make, (each, share) in PER_COMMUNITY.items()
    }
    for make, mean in EVENTS.items():
        found[make] = planned.drawn(rng, int(mean * planned.rows)).vague(rng, 0.1)
    found |= {make: yearly.times(each) for make, each in PER_COUNTY.items()}
    found[communities] = planned.some(rng, 0.95).at_most_once()
    return found


def _table(rng: np.random.Generator, folder: Path, make: Write, places: Places, county: Counties) -> int:
    """Write one table; columns that the recipe leaves out are empty. Returns its number of rows."""
    table: Table = TABLES[make.__name__]
    columns = {
        "region": named(places.county, county.codes),
        "year": pa.array(places.year),
        "community": places.community,
        "assurance": where.assurances(rng, places, county.ways),
        "id": pa.array(counted_up(places.county) + 1).cast(pa.string()),
        **make(Draw(rng, places.rows), places),
    }
    arrays = [columns.get(name, pa.nulls(places.rows)).cast(table.arrow.field(name).type) for name in table.by_name]
    frame = pa.table(arrays, schema=table.arrow)
    pq.write_table(frame, folder / f"{table.name}.parquet", row_group_size=GROUP, compression="zstd")
    return frame.num_rows
