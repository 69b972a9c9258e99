"""口径目录，和把一批口径在一份事实上算出来。"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType, ModuleType

from anju.facts.occasion import Occasion
from anju.facts.store import FactStore
from anju.kernel.catalogue import Catalogue, walk_modules
from anju.measures._aggregate import Plan, grouped
from anju.measures._behind import Behind
from anju.measures._measure import Measure, Sums
from anju.measures._resolve import SumValue, resolve

MODULES: Catalogue[ModuleType] = Catalogue(
    {code: module for code, module in walk_modules("anju.measures", None).items() if "." in code}
)


def measure(code: str) -> Measure:
    """Raises NotInCatalogue, which lists the nearest names."""
    found: Measure = MODULES[code].MEASURE
    return found


def title(code: str) -> str:
    """The measure's name: its docstring up to the colon."""
    return (MODULES[code].__doc__ or "").splitlines()[0].partition("：")[0]


def declared(codes: Iterable[str], occasion: Occasion) -> Mapping[str, Sums]:
    """What each measure sums on the occasion, by code."""
    return {code: _sums(code, occasion) for code in codes}


def evaluate(
    store: FactStore, occasion: Occasion, codes: Iterable[str]
) -> Mapping[str, Mapping[str, Mapping[str, SumValue]]]:
    """Region → measure code → sum name → value, for every region that the facts name in some table."""
    plan = prepared(tuple(codes), occasion).plan
    groups = grouped(store, plan)
    return {region: resolve(plan, groups, region) for region in groups}


def behind(store: FactStore, occasion: Occasion, codes: Iterable[str], region: str) -> Behind:
    """(Measure code, sum name) → the fact rows counted in one region. For facts held in memory; the store may be
    closed before they are asked for."""
    return Behind(prepared(tuple(codes), occasion).plan, store.engine, region)


@dataclass(frozen=True)
class Prepared:
    """Measures declared on an occasion, and how they are computed."""

    declared: Mapping[str, Sums]
    plan: Plan


@lru_cache(maxsize=64)
def prepared(codes: tuple[str, ...], occasion: Occasion) -> Prepared:
    """Once for an occasion: advice, for one, computes the same measures over many invented counties."""
    sums = {code: _sums(code, occasion) for code in codes}
    return Prepared(MappingProxyType(sums), Plan(sums))


@lru_cache(maxsize=1024)
def _sums(code: str, occasion: Occasion) -> Sums:
    return measure(code).sums(occasion)
