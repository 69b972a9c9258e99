"""查一份报告：抽数，逐条规则核对，把报告自己写明的分出来。"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from types import ModuleType

from anju.checker.checked import Checked
from anju.checker.declared import Declarations
from anju.checker.extract import Extract, extract
from anju.checker.fingerprint import fingerprint
from anju.checker.merged import merged
from anju.checker.reading import Reading
from anju.checker.relation import Relation, Result
from anju.kernel.catalogue import Catalogue, walk_modules
from anju.kernel.finding import Finding, Severity, Status, ordered

RULES: Catalogue[ModuleType] = walk_modules("anju.checker.rules", None)


def check(reading: Reading) -> Checked:
    """Everything the rules say of a report by itself."""
    extracted = extract(reading)
    relations = [relation for code in RULES for relation in run_rule(code, RULES[code], extracted)]
    relations.sort(key=lambda each: (each.where.order, each.code))
    declarations = Declarations(extracted)
    failed = merged(each for each in relations if each.result is Result.FAILED)
    about = _subjects(extracted, {each.where.order[:2] for each in failed})
    found = (replace(_finding(each, declarations), about=about.get(each.where.order[:2], "")) for each in failed)
    findings = {fingerprint(each): each for each in found}
    return Checked(reading, extracted.figures, tuple(relations), tuple(ordered(findings.values())))


def run_rule(code: str, module: ModuleType, extracted: Extract) -> Iterator[Relation]:
    """What one rule says, under its code; only what failed needs a message."""
    for relation in module.check(extracted):
        failed = relation.result is Result.FAILED
        yield replace(relation, code=code, message=relation.message if failed else "")


def _subjects(extracted: Extract, wanted: set[tuple[int, int]]) -> dict[tuple[int, int], str]:
    """What the number at each of the places is about: the words a claim or a cell has for it, which move with it."""
    if not wanted:
        return {}
    said = {
        place: "·".join((each.thing, each.subject, each.topic, *sorted(each.acts)))
        for each in extracted.claims
        if (place := (each.paragraph, each.where.start or 0)) in wanted
    }
    cells = (cell for grid in extracted.grids for row in grid.rows for cell in row if cell.quantity is not None)
    return said | {
        (cell.paragraph, cell.start): f"{cell.stub}·{cell.head}"
        for cell in cells
        if (cell.paragraph, cell.start) in wanted
    }


def _finding(relation: Relation, declarations: Declarations) -> Finding:
    found = Finding(
        relation.code,
        relation.severity,
        relation.message,
        relation.where,
        computation=relation.computation,
        related=relation.related,
    )
    declared = declarations.of(relation)
    if declared is None:
        return found
    message = f"{relation.message}报告已在别处写明这一差异，补上原因或处置后即可了结。"
    return replace(
        found,
        severity=Severity.NOTE,
        status=Status.DECLARED,
        message=message,
        related=(*found.related, declared),
    )
