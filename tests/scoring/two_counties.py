"""The two shipped counties, built once a process and only when a test asks."""

from __future__ import annotations

from functools import cache

from anju.examples.build import dengkou_2023, fictional_2023
from anju.facts.occasion import Occasion
from anju.facts.snapshot import Snapshot
from anju.kernel.region import Region
from anju.policy.loader import load_policy

BUILT = {"磴口县": dengkou_2023, "清河县": fictional_2023}


@cache
def county(name: str) -> Snapshot:
    return BUILT[name](load_policy())


def occasion_of(name: str) -> Occasion:
    head = county(name).head
    return Occasion(Region(head.region), head.year, head.as_of, load_policy())
