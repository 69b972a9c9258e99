"""随机列：同一种子总写出同样的列；空格按给定的份额留。"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

Ints = NDArray[np.int64]
EPOCH = date(1970, 1, 1)


class Draw:
    """Columns of `rows` rows. `gap` is the share of rows left empty."""

    def __init__(self, rng: np.random.Generator, rows: int) -> None:
        self.rng = rng
        self.rows = rows

    def words(self, weights: Mapping[str, float] | Sequence[str], gap: float = 0.0) -> pa.Array:
        """Words in these proportions, or all alike."""
        names = list(weights)
        shares = np.array(list(weights.values()) if isinstance(weights, Mapping) else [1.0] * len(names))
        chosen = self.rng.choice(len(names), self.rows, p=shares / shares.sum())
        return named(chosen, names, self._empty(gap))

    def whole(self, low: int, high: int, gap: float = 0.0) -> pa.Array:
        return pa.array(self.rng.integers(low, high + 1, self.rows), mask=self._empty(gap))

    def flags(self, yes: float, gap: float = 0.0) -> pa.Array:
        return pa.array(self.rng.random(self.rows) < yes, mask=self._empty(gap))

    def days(self, first: date, last: date, gap: float = 0.0) -> pa.Array:
        numbers = self.rng.integers((first - EPOCH).days, (last - EPOCH).days + 1, self.rows).astype(np.int32)
        return pa.array(numbers, mask=self._empty(gap)).cast(pa.date32())

    def after(self, days: pa.Array, least: int, most: int, gap: float = 0.0) -> pa.Array:
        """So many days after each day; empty where that is."""
        later = days.cast(pa.int32()).to_numpy(zero_copy_only=False) + self.rng.integers(least, most + 1, self.rows)
        empty = self._empty(gap) | days.is_null().to_numpy(zero_copy_only=False)
        return pa.array(np.where(empty, 0, later).astype(np.int32), mask=empty).cast(pa.date32())

    def part(self, of: pa.Array, least: float, gap: float = 0.0) -> pa.Array:
        """Whole numbers between that share of `of` and all of it."""
        share = self.rng.uniform(least, 1.0, self.rows)
        known = of.fill_null(0).to_numpy(zero_copy_only=False)
        empty = self._empty(gap) | of.is_null().to_numpy(zero_copy_only=False)
        return pa.array((known * share).astype(np.int64), mask=empty)

    def _empty(self, gap: float) -> NDArray[np.bool_]:
        return self.rng.random(self.rows) < gap


def named(indices: Ints, names: Sequence[str], empty: NDArray[np.bool_] | None = None) -> pa.Array:
    """The names that the indices point at."""
    return pa.DictionaryArray.from_arrays(pa.array(indices, mask=empty), pa.array(names)).cast(pa.string())


def numbered(prefix: str, numbers: Ints) -> pa.Array:
    """`prefix` and a number: local ids."""
    texts = pa.array(numbers).cast(pa.string())
    return pa.compute.binary_join_element_wise(pa.scalar(prefix), texts, pa.scalar(""))


def counted_up(groups: Ints) -> Ints:
    """0, 1, 2 … within each run of equal groups."""
    first = np.flatnonzero(np.r_[True, groups[1:] != groups[:-1]])
    sizes = np.diff(np.r_[first, len(groups)])
    return np.arange(len(groups)) - np.repeat(first, sizes)
