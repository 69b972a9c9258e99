"""Cases of sentences, as an officer can review them.

- 名: 七个小区，名单、规模都有
  数: {quantities.communities.planned: 7个, names.communities: 绿苑小区、绿洲小区}  # （示例） behind one: made up
  表: {资金流水: [{编号: "1", 事项: 拨付, 金额: 2100.01}]}                           # for sentences that look at rows
  问题: [{代码: money_exceeds_investment, 行: 资金流水/F3, 所写: 2100.01万元}]         # findings
  建议: [居民满意度]   等级: 优   等级两端: [差, 优]   截至: 2024-01-30
  写: 2023年，磴口县计划改造……。                                                      # "" when it is not said
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from types import SimpleNamespace
from typing import Any, cast

import county_rows
import yaml

from anju.facts.snapshot import Head, freeze
from anju.facts.store import FactStore
from anju.figures.book import Book
from anju.figures.figure import STORED, Figure
from anju.figures.row_query import key_of
from anju.kernel.assurance import RowAssurance
from anju.kernel.catalogue import Catalogue, walk_files
from anju.kernel.finding import Computation, Finding, Severity, Where
from anju.kernel.outcome import Missing, Outcome, Value
from anju.kernel.unit import unit
from anju.measures.catalogue import MODULES, evaluate
from anju.reports.document import words
from anju.reports.sentence import Sentence
from anju.reports.tell import tell
from anju.scoring.printed import shown

YEAR, REGION = 2023, "150822"
_UNITS = "个栋户万㎡元%分份笔次项盏部处km"
KEYS = {"名", "数", "表", "问题", "建议", "等级", "等级两端", "截至", "写"}


@dataclass(frozen=True)
class Assessed:
    """As much of an assessment as sentences look at."""

    snapshot: Any
    occasion: Any
    evaluation: Any
    findings: tuple[Finding, ...]
    advice: tuple[Any, ...]


class CaseBook(Book):
    """A book that knows the figures a case writes down, and counts the others from the case's rows."""

    def __init__(self, case: Mapping[str, Any]) -> None:
        assert set(case) <= KEYS, f"不认识：{set(case) - KEYS}"
        given = county_rows.occasion(YEAR, date.fromisoformat(case.get("截至", "2024-01-30")), REGION)
        tables = county_rows.tables(case.get("表", {}), year=YEAR, region=REGION)
        snapshot = freeze(Head(REGION, "磴口县", YEAR, given.as_of), tables)
        evaluation = SimpleNamespace(
            scheme=given.policy.default_scheme(YEAR), grade=case.get("等级"), grades=case.get("等级两端"), items=()
        )
        advice = [
            SimpleNamespace(item=SimpleNamespace(item=SimpleNamespace(title=each))) for each in case.get("建议", [])
        ]
        self._tables = tables
        self._written = {id: written(id, text) for id, text in case.get("数", {}).items()}
        assessed = Assessed(snapshot, given, evaluation, (), tuple(advice))
        super().__init__(cast(Any, assessed))
        found = tuple(self._finding(each) for each in case.get("问题", []))
        self.assessment = cast(Any, Assessed(snapshot, given, evaluation, found, tuple(advice)))

    def ids(self) -> tuple[str, ...]:
        return tuple(self._written)

    def figure(self, id: str) -> Outcome[Figure]:
        if id in self._written:
            return Value(self._written[id])
        code, _, name = id.rpartition(".")
        if " " in id or id.partition(".")[0] in ("cell", "count", "tally", "finding"):
            return super().figure(id)
        if id in MODULES:
            return self._ratio(id)
        if code in MODULES:
            return self._sum(code, name)
        assert id.startswith(("score.", "names.")), f"没有这个数：{id}"
        return super().figure(id) if id.startswith("names.") else Missing(id)

    def _sum(self, code: str, name: str) -> Outcome[Figure]:
        facts = FactStore(self._tables)
        try:
            sums = evaluate(facts, self.assessment.occasion, [code]).get(REGION)
        finally:
            facts.close()
        declared = MODULES[code].MEASURE.sums(self.assessment.occasion)[name]
        found = sums[code][name] if sums else None
        if found is None or found.exact is None:
            return Missing(f"{declared.title}未填报" if found is None else shown(declared, found))
        made = Figure(
            f"{code}.{name}",
            declared.title,
            Fraction(found.exact),
            declared.unit,
            "",
            "",
            (),
            found.assurance,
            declared.shown,
        )
        return Value(made)

    def _ratio(self, code: str) -> Outcome[Figure]:
        above, below = MODULES[code].MEASURE.ratio
        return super().figure(f"{code}.{above} / {code}.{below}")

    def _finding(self, case: Mapping[str, str]) -> Finding:
        where = Where()
        if "行" in case:
            title, _, key = case["行"].partition("/")
            table = county_rows.BY_TITLE[title]
            assert any(key_of(table.name, row) == key for row in self.rows(table.name)), f"没有这一行：{case['行']}"
            column = next((each.name for each in table.columns if each.zh == case.get("列")), None)
            where = Where(table=table.name, key=f"{YEAR}/{key}" if "year" in table.key else key, column=column)
        amounts = Computation(case.get("所写"), case.get("所核"))
        return Finding(case["代码"], Severity.ERROR, "", where, computation=amounts)


def written(id: str, text: str) -> Figure:
    """7个, 2100.01万元, 96%, 12分, a list of names; （示例） behind it makes it a figure made up for show."""
    plain = text.removesuffix("（示例）")
    assurance = RowAssurance.STATED if plain == text else RowAssurance.ILLUSTRATIVE
    if not plain[0].isdigit():
        return Figure(id, id, None, "text", id, id, (), assurance, text=plain)
    number = Fraction(plain.rstrip(_UNITS))
    symbol = plain[len(plain.rstrip(_UNITS)) :]
    if id.startswith("effects.") and not id.startswith("effects.households"):
        return Figure(id, id, number * 1000, "thousandth", id, id, (), assurance, symbol)
    stored = {"元": "fen", "㎡": "dm2", "%": "share", "分": "points"}.get(symbol[-1], "count")
    factor = unit(symbol, STORED[stored].dimension).factor
    return Figure(id, id, number * factor, stored, id, id, (), assurance)


def said(sentence: Sentence, case: Mapping[str, Any]) -> str:
    """What the sentence says of the case's facts, once or several times."""
    return "".join(words(told.runs) for told in tell(sentence, CaseBook(case)))


def twins(root: Any) -> Catalogue[Any]:
    return walk_files(root, ".yaml")


def cases(path: Any) -> list[dict[str, Any]]:
    """Every scalar as text, so that no amount passes through a binary fraction."""
    found: list[dict[str, Any]] = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)
    return found


def every(root: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    for name, path in twins(root).items():
        for case in cases(path):
            yield name, case
