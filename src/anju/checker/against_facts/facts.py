"""快照里能与报告对照的数：全县的和每个小区的，计划、开工、完工、验收、到位、拨付、支付各是各的。"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from pathlib import Path

from anju.facts import snapshot
from anju.figures.book import Book
from anju.kernel.catalogue import NotInCatalogue
from anju.kernel.outcome import Value
from anju.policy.loader import load_policy
from anju.scoring.assess import assess

_COUNTY = (
    ("quantities.communities.planned", "小区", "计划"),
    ("quantities.communities.actual", "小区", "实际"),
    ("progress.started.started", "小区", "开工"),
    ("progress.finished.finished", "小区", "完工"),
    ("progress.accepted.accepted", "小区", "验收"),
    ("quantities.buildings.planned", "楼栋", "计划"),
    ("quantities.buildings.actual", "楼栋", "实际"),
    ("quantities.households.planned", "户", "计划"),
    ("quantities.households.actual", "户", "实际"),
    ("progress.households_started.started", "户", "开工"),
    ("effects.households.done", "户", "完工"),
    ("effects.households.accepted", "户", "验收"),
    ("quantities.area.planned", "面积", "计划"),
    ("quantities.area.actual", "面积", "实际"),
    ("costs.investment.amount", "投资", ""),
    ("funds.raised.in_place", "到位", ""),
    ("funds.in_place.in_place", "到位", "财政"),
    ("funds.balance.passed_on", "拨付", ""),
    ("funds.execution_rate.paid", "支付", ""),
    ("funds.balance.paid", "支付", ""),
    ("funds.by_channel.received_upper", "到位", "上级"),
    ("source.received.中央", "到位", "中央"),
    ("source.received.自治区(省)", "到位", "省级"),
    ("source.received.市级", "到位", "市级"),
    ("source.received.县级", "到位", "县级"),
    ("progress.started", "开工率", ""),
    ("progress.finished", "完工率", ""),
    ("progress.accepted", "验收率", ""),
    ("funds.execution_rate", "执行率", ""),
    ("survey.satisfaction", "满意度", ""),
)
_NOTE = re.compile(r"[（(][^（）()]*[）)]")
_PLACE = (("investment", "投资"), ("in_place", "到位"), ("passed_on", "拨付"), ("paid", "支付"))
_ROW = (
    ("buildings_planned", "楼栋", "计划"),
    ("households_planned", "户", "计划"),
    ("area_planned_dm2", "面积", "计划"),
    ("buildings_actual", "楼栋", "实际"),
    ("households_actual", "户", "实际"),
    ("area_actual_dm2", "面积", "实际"),
)


@dataclass(frozen=True, slots=True)
class Fact:
    """A figure of the county, or of the community `place`; `value` in base units of its dimension."""

    place: str
    measure: str
    state: str
    value: Fraction
    title: str


@dataclass(frozen=True)
class Facts:
    """What a snapshot says of one county and year, by place, measure and state."""

    region: str
    year: int
    places: tuple[str, ...]
    every: dict[tuple[str, str, str], list[Fact]]

    def of(self, place: str, measure: str, states: tuple[str, ...]) -> list[Fact]:
        return [fact for state in states for fact in self.every.get((place, measure, state), ())]


@lru_cache(maxsize=4)
def facts_of(folder: Path) -> Facts:
    """The facts of the snapshot in `folder`, computed once. BadSnapshot for a folder that cannot be believed;
    LookupError when no policy is in force for its year."""
    found = snapshot.read(folder)
    book = Book(assess(found, load_policy(None)))
    named = {row["community"]: str(row["name"]) for row in book.rows("communities") if row["name"]}
    every: dict[tuple[str, str, str], list[Fact]] = defaultdict(list)
    for fact in (*_county(book), *_communities(book, named)):
        every[fact.place, fact.measure, fact.state].append(fact)
    planned = dict.fromkeys(row["community"] for row in book.rows("renovations") if row["community"] != "*")
    places = tuple(named[code] for code in planned if code in named)
    region = _NOTE.sub("", found.head.region_name)
    return Facts(region, found.head.year, places, dict(every))


def _county(book: Book) -> Iterator[Fact]:
    for id, measure, state in _COUNTY:
        fact = _figure(book, id, "", measure, state)
        if fact is not None:
            yield fact


def _communities(book: Book, named: dict[str, str]) -> Iterator[Fact]:
    for row in book.rows("renovations"):
        name = named.get(row["community"])
        if name is None or row["community"] == "*":
            continue
        for column, measure, state in _ROW:
            if row.get(column):
                yield Fact(name, measure, state, Fraction(row[column]), f"{name}{state}{measure}")
        for what, measure in _PLACE:
            fact = _figure(book, f"community.{row['community']}.{what}", name, measure, "")
            if fact is not None:
                yield fact


def _figure(book: Book, id: str, place: str, measure: str, state: str) -> Fact | None:
    """None for what was not filled in, is nothing, or was made up for show."""
    try:
        found = book.figure(id)
    except (NotInCatalogue, KeyError):
        return None
    if not isinstance(found, Value) or not found.value.value or found.value.illustrative:
        return None
    return Fact(place, measure, state, found.value.value, found.value.title)
