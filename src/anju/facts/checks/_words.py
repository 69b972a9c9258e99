"""核查共用的说法：小区的名称，比例的写法。"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from anju.facts._table import WHOLE_COUNTY
from anju.facts.checks._once import once
from anju.facts.checks._rows import of_region
from anju.facts.occasion import Occasion
from anju.facts.store import FactStore
from anju.facts.tables.communities import TABLE as COMMUNITIES
from anju.kernel.money import wan
from anju.kernel.unit import decimal_text, unit


@once
def names(store: FactStore, occasion: Occasion) -> Mapping[str, str]:
    """Local id → name, of the communities that have one."""
    rows = of_region(COMMUNITIES, occasion)
    return {row["community"]: row["name"] for row in store.rows(rows.select("community", "name")) if row["name"]}


def called(known: Mapping[str, str], community: str | None) -> str:
    """A community as the reader knows it; 全县 for what is stated for the whole county."""
    if community in (None, WHOLE_COUNTY):
        return "全县"
    return f"“{known.get(str(community), community)}”"


def quoted(words: str) -> str:
    """In “ ”, with the signs inside made ‘ ’."""
    return f"“{words.replace('“', '‘').replace('”', '’')}”"


def in_wan(fen: int | None) -> str:
    """2100.01万元; nothing for an amount nobody filled in."""
    return "" if fen is None else f"{wan(fen)}万元"


def percent(part: int | Fraction, whole: int | Fraction) -> str:
    """3.28%: two decimals, rounded half up. ZeroDivisionError for a whole of 0."""
    return decimal_text(Fraction(part) / Fraction(whole) * 10_000, unit("%").factor, 2) + "%"


def share(value: Fraction) -> str:
    """A rule's share as it is spoken of: 80%, 66.67%."""
    return percent(value, 1).replace(".00%", "%")
