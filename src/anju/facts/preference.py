"""全县行还是逐小区行：依据性质好的优先，一样好取逐小区的（法则四）。"""

from __future__ import annotations

from collections.abc import Iterable

from anju.kernel.assurance import RowAssurance


def prefers_whole(whole: Iterable[str], single: Iterable[str]) -> bool:
    """Whether the row stated for the whole county counts, and not the single rows.

    Each side gives the assurances of its rows that have a value; a side is as sure as its worst row, and a side
    without any value loses.
    """
    ours, theirs = (sorted(RowAssurance(each).rank for each in set(side)) for side in (whole, single))
    return bool(ours) and (not theirs or ours[-1] < theirs[-1])
