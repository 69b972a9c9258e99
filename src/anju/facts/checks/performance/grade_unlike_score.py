"""等次不符：自评等次与自评得分，按现行标准对不上。"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from fractions import Fraction

from anju.facts.checking import Fault, row_of
from anju.facts.checks._sayings import Saying, sayings
from anju.facts.occasion import Occasion
from anju.facts.store import FactStore
from anju.facts.tables.statements import TABLE as STATEMENTS
from anju.kernel.assurance import PolicyAssurance
from anju.kernel.citation import Citation
from anju.kernel.finding import Computation, Severity
from anju.policy.located import Located

AUDIT_POINTS = ("V04",)
SEVERITY = Severity.WARNING
BASIS = Citation("caiyu-2020-10", assurance=PolicyAssurance.REPORTED)
SCORE, GRADE = "自评得分", "自评等次"
POINT = 10_000


def check(store: FactStore, occasion: Occasion) -> Iterator[Fault]:
    """Within each document, its first score with its first grade."""
    by_document: dict[str, dict[str, Saying]] = defaultdict(dict)
    for said in sayings(store, occasion, SCORE, GRADE):
        by_document[said.document].setdefault(said.subject.code, said)
    rule = occasion.parameter("grades/bands")
    for pair in by_document.values():
        if SCORE in pair and GRADE in pair and pair[SCORE].quantity is not None:
            score, stated = pair[SCORE].quantity, _word(pair[GRADE])
            points = score.base / POINT if score is not None else Fraction(0)
            due = [band["grade"].text() for band in map(_band, rule.value.items()) if _within(points, band)]
            if due and stated and not _same(stated, due[0]):
                yield Fault(
                    f"{pair[GRADE].place}自评等次写“{stated}”，自评得分{score}，按现行标准应为“{due[0]}”。"
                    f"请核对得分和所用的等次标准；当地另有规定的，写明文件。",
                    row_of(STATEMENTS, pair[GRADE].row, "value"),
                    Computation(stated, due[0], (str(score),)),
                    basis=rule.citation,
                )


def _word(said: Saying) -> str:
    return str(said.row["value"] or said.row["words"] or "").strip(' “”"')


def _band(item: Located) -> dict[str, Located]:
    return item.mapping(("grade", "from", "to", "open_from", "open_to"))


def _within(points: Fraction, band: dict[str, Located]) -> bool:
    low, high = band["from"].fraction(), band["to"].fraction()
    above = points > low if band["open_from"].flag() else points >= low
    return above and (points < high if band["open_to"].flag() else points <= high)


def _same(stated: str, due: str) -> bool:
    """优 and 优秀, 良 and 良好 are one grade; 合格 and 不合格 are not."""
    return stated.startswith(due) or due.startswith(stated)
