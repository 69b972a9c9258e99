"""一份报告查一遍，再把每个改动过的样子查一遍：查出来几个，本来就盖到的几个，意思不变的惊动几个。"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from random import Random

from anju.checker.checked import Checked
from anju.checker.relation import Result
from anju.checker.run import check
from anju.kernel.finding import Finding, Severity
from checker_accuracy import structure
from checker_accuracy.operators import SAME, WRONG, Mutant, of_figures
from checker_accuracy.pieces import Figure, Written, walk


@dataclass(frozen=True)
class Dose:
    """How many figures of a report are altered wrongly, how many harmlessly, and how many of each other change."""

    wrong: int
    same: int
    other: int


@dataclass(frozen=True)
class Outcome:
    """One mutant: whether its place was in a relation that held before, and whether a new finding came of it."""

    wording: str
    operator: str
    equivalent: bool
    table: bool
    covered: bool
    fired: bool
    said: str
    """What was altered, before and after, for a person."""


@dataclass
class Trial:
    """A report as it was, and what became of its mutants."""

    name: str
    wording: str
    figures: int = 0
    covered: int = 0
    findings: list[str] = field(default_factory=list)
    errors: int = 0
    outcomes: list[Outcome] = field(default_factory=list)


def tried(report: Written, seed: int, dose: Dose) -> Trial:
    """All mutants of one report, the same for one seed."""
    chance = Random(seed)
    checked = check(report.reading)
    spans = _spans(checked)
    figures = [found for found in walk(report) if isinstance(found.piece, Figure)]
    trial = Trial(report.name, report.wording, len(figures))
    trial.covered = sum(_within(spans, found.line, found.start, found.end) for found in figures)
    loud = [each for each in checked.findings if each.severity is not Severity.NOTE]
    trial.findings = [f"{each.severity.label} {each.code} {each.message}" for each in loud]
    trial.errors = sum(each.severity is Severity.ERROR for each in loud)
    known = {_about(each) for each in loud}
    for equivalent, mutants in _mutants(report, chance, dose):
        for each in mutants:
            fired = [finding for finding in _loud(check(each.report.reading)) if _about(finding) not in known]
            trial.outcomes.append(_outcome(report, each, equivalent, spans, fired))
    return trial


def _mutants(report: Written, chance: Random, dose: Dose) -> Iterable[tuple[bool, Iterable[Mutant]]]:
    yield False, of_figures(report, chance, dose.wrong, WRONG)
    yield False, structure.wrong(report, chance, dose.other)
    yield True, of_figures(report, chance, dose.same, SAME)
    yield True, structure.reordered(report, chance, dose.other)


def _about(finding: Finding) -> tuple[object, ...]:
    """What tells a new finding from one the report had before: not its values, which the change may have touched."""
    return (finding.code, finding.where.paragraph, *sorted({each.paragraph or 0 for each in finding.related}))


def _loud(checked: Checked) -> list[Finding]:
    return [each for each in checked.findings if each.severity is not Severity.NOTE]


Spans = dict[int, list[tuple[int, int]]]


def _spans(checked: Checked) -> Spans:
    """The characters of each paragraph that some relation which held is about."""
    found: Spans = {}
    for relation in checked.relations:
        if relation.result is Result.HELD:
            for where in (relation.where, *relation.related):
                if where.paragraph is not None and where.start is not None and where.end is not None:
                    found.setdefault(where.paragraph, []).append((where.start, where.end))
    return found


def _within(spans: Spans, line: int, start: int, end: int) -> bool:
    return any(first < end and start < last for first, last in spans.get(line + 1, ()))


def _outcome(report: Written, mutant: Mutant, equivalent: bool, spans: Spans, fired: list[Finding]) -> Outcome:
    line, other = report.lines[mutant.line], mutant.report.lines[mutant.line]
    began = max(0, mutant.start - 40)
    said = f"{report.name}：{line.text[began : mutant.end + 30]} → {other.text[began : mutant.end + 30]}"
    if line.place is not None:
        said += f"（表{line.place.table}第{line.place.row}行第{line.place.column}列）"
    if fired and equivalent:
        said += f" ｜ {fired[0].severity.label} {fired[0].code} {fired[0].message}"
    covered = _within(spans, mutant.line, mutant.start, mutant.end)
    return Outcome(report.wording, mutant.operator, equivalent, line.place is not None, covered, bool(fired), said)
