"""行落在哪里：哪个县、哪个计划年度、哪个小区；一部分县另有全县一行。"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from nation.draw import Ints, counted_up, named, numbered

YEARS = (2022, 2023)
SMALLEST, LARGEST = 10, 24
"""Communities of a county in one plan year."""
WITH_WHOLE = 0.15
"""Share of counties that also state figures for the whole county."""
PREFIXES = tuple(range(11, 66))


@dataclass(frozen=True)
class Places:
    """Where rows lie, in order of county. `community` is a local id, `*` or empty; `way` how the county keeps books."""

    county: Ints
    year: Ints
    community: pa.Array

    @property
    def rows(self) -> int:
        return len(self.county)

    @property
    def whole(self) -> NDArray[np.bool_]:
        return pa.compute.equal(self.community, "*").fill_null(False).to_numpy(zero_copy_only=False)

    def at(self, indices: Ints) -> Places:
        return Places(self.county[indices], self.year[indices], self.community.take(pa.array(indices)))

    def some(self, rng: np.random.Generator, share: float) -> Places:
        return self.at(np.flatnonzero(rng.random(self.rows) < share))

    def times(self, each: int) -> Places:
        return self.at(np.repeat(np.arange(self.rows), each))

    def drawn(self, rng: np.random.Generator, rows: int) -> Places:
        """So many rows, spread by chance."""
        return self.at(np.sort(rng.integers(0, self.rows, rows)))

    def at_most_once(self) -> Places:
        """Without the whole-county rows of the earlier plan year: a table without years has one such row a county."""
        return self.at(np.flatnonzero(~self.whole | (self.year == YEARS[-1])))

    def vague(self, rng: np.random.Generator, share: float) -> Places:
        """A share of the single rows names no community."""
        empty = (rng.random(self.rows) < share) & ~self.whole
        nothing = pa.scalar(None, pa.string())
        return Places(self.county, self.year, pa.compute.if_else(pa.array(empty), nothing, self.community))


def communities(rng: np.random.Generator, counties: int) -> Places:
    """Each county's planned communities, a cohort each plan year, and `*` where it states the whole."""
    cohorts = np.repeat(np.arange(counties), len(YEARS))
    whole = np.repeat(rng.random(counties) < WITH_WHOLE, len(YEARS))
    sizes = rng.integers(SMALLEST, LARGEST + 1, len(cohorts)) + whole
    row = np.repeat(np.arange(len(cohorts)), sizes)
    year = np.tile(YEARS, counties)[row]
    number = counted_up(row)
    named_so = numbered("C", (year - 2000) * 100 + number)
    last = np.r_[row[1:] != row[:-1], True] & whole[row]
    return Places(cohorts[row], year, pa.compute.if_else(pa.array(last), "*", named_so))


def county_years(counties: int) -> Places:
    """A row each county and plan year, without a community."""
    rows = counties * len(YEARS)
    return Places(np.repeat(np.arange(counties), len(YEARS)), np.tile(YEARS, counties), pa.nulls(rows, pa.string()))


def codes(counties: int) -> list[str]:
    """Six digits each, in order: province, city, county."""
    per = -(-counties // len(PREFIXES))
    return [f"{PREFIXES[n // per]}{n % per // 12 + 1:02}{n % per % 12 + 1:02}" for n in range(counties)]


def assurances(rng: np.random.Generator, places: Places, ways: Ints) -> pa.Array:
    """`ways` per county: 0 keeps records in the system, 1 hands in workbooks, 2 is partly made up for show."""
    chance, way = rng.random(places.rows), ways[places.county]
    index = np.select([way == 0, way == 2], [np.where(chance < 0.9, 0, 1), np.where(chance < 0.7, 1, 2)], 1)
    return named(np.where(places.whole, 1, index), ("recorded", "stated", "illustrative"))
