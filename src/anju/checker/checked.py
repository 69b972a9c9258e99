"""核查结果：一份报告查了多少数、多少关系、发现什么；写成 JSON 的样子也在这里。"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

from anju.checker.fingerprint import fingerprint
from anju.checker.reading import Reading
from anju.checker.relation import Relation, Result
from anju.kernel.finding import Finding, Severity, Status, ordered

AGAINST = "against."
"""What begins the codes of findings against a record of issue, whose computation says issued and found."""


@dataclass(frozen=True)
class Checked:
    """A report as checked. `findings` are worst first; `figures` counts quantities, not dates or document numbers."""

    reading: Reading
    figures: int
    relations: tuple[Relation, ...]
    findings: tuple[Finding, ...]

    def with_findings(self, more: list[Finding]) -> Checked:
        """With what another check found in the same report."""
        return replace(self, findings=tuple(ordered([*self.findings, *more])))

    @property
    def has_errors(self) -> bool:
        return any(each.severity is Severity.ERROR and each.status is Status.OPEN for each in self.findings)

    def count(self, result: Result) -> int:
        return Counter(each.result for each in self.relations)[result]

    def as_json(self, path: str) -> dict[str, object]:
        """One entry of `documents`; `path` as the user gave it."""
        held, failed = self.count(Result.HELD), self.count(Result.FAILED)
        return {
            "path": path,
            "figures": self.figures,
            "relations": {
                "checked": held + failed,
                "held": held,
                "not_assessable": self.count(Result.NOT_ASSESSABLE),
                "list": [each.as_json() for each in self.relations],
            },
            "findings": [finding_json(each) for each in self.findings],
        }


def finding_json(finding: Finding) -> dict[str, object]:
    """A finding in a document: its place, what it stands against, its arithmetic and its fingerprint."""
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "status": finding.status.value,
        "message": finding.message,
        "where": finding.where.span_json(),
        "related": [each.span_json() for each in finding.related],
        "computation": _computation(finding),
        "fingerprint": fingerprint(finding),
    }


def _computation(finding: Finding) -> dict[str, object] | None:
    computation = finding.computation
    if computation is None:
        return None
    if finding.code.startswith(AGAINST):
        return {"issued": computation.stated, "found": computation.computed}
    return dict(computation.as_json())
