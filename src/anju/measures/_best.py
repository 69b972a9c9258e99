"""补登的最好值：一行里填什么最有利而又合规，供“补什么最值”推算。"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from anju.facts._table import WHOLE_COUNTY
from anju.measures._measure import Asked

Best = Callable[[Asked], Any]


def last_day(asked: Asked) -> date:
    """The last day that counts within the plan year."""
    return min(asked.occasion.year_end, asked.occasion.as_of)


def same(column: str) -> Best:
    """What another column of the row says."""
    return lambda asked: asked.row.get(column)


def in_single(best: Best) -> Best:
    """Filled in the row of one community only."""
    return lambda asked: None if _whole(asked) else best(asked)


def in_whole(best: Best) -> Best:
    """Filled in the row for the whole county only."""
    return lambda asked: best(asked) if _whole(asked) else None


def _whole(asked: Asked) -> bool:
    """A row that is not there yet will be one for the whole county."""
    return asked.row.get("community") in (None, WHOLE_COUNTY)
