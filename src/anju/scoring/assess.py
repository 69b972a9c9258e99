"""一次完整的评价：核查、打分、建议；只取决于快照、政策、评分表、截至日和代码版本。"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from anju.facts.checking import run_checks
from anju.facts.fact_row import FactRow
from anju.facts.occasion import Occasion
from anju.facts.snapshot import Snapshot
from anju.facts.store import open_store
from anju.kernel.code_identity import code_identity
from anju.kernel.finding import Finding, Severity, ordered
from anju.kernel.region import Region
from anju.measures.catalogue import MODULES, behind
from anju.policy.loader import Policy
from anju.policy.scheme import Scheme
from anju.scoring.advise import Advice, advise
from anju.scoring.evaluation import Evaluation
from anju.scoring.score import evaluate

CHECK_PACKAGES = ("anju.facts.checks", "anju.ledger.checks")


@dataclass(frozen=True)
class Assessment:
    """Everything one run says. The five things it depends on are printed with it.

    `behind`: measure and sum → the fact rows that were counted, of every measure there is.
    """

    snapshot: Snapshot
    occasion: Occasion
    evaluation: Evaluation
    findings: tuple[Finding, ...]
    advice: tuple[Advice, ...]
    behind: Mapping[tuple[str, str], tuple[FactRow, ...]]

    @property
    def has_errors(self) -> bool:
        return any(finding.severity is Severity.ERROR for finding in self.findings)

    def located(self, locate: Callable[[Finding], Finding]) -> Assessment:
        """The same with every finding's sheet and cell, when the facts came from a workbook."""
        return replace(self, findings=tuple(locate(finding) for finding in self.findings))

    def with_findings(self, more: tuple[Finding, ...]) -> Assessment:
        return replace(self, findings=tuple(ordered([*self.findings, *more])))

    def as_json(self) -> dict[str, Any]:
        return {
            "region": self.snapshot.head.region,
            "year": self.snapshot.head.year,
            "scheme": self.evaluation.scheme.code,
            "as_of": self.occasion.as_of.isoformat(),
            "snapshot": self.snapshot.hash,
            "policy": self.occasion.policy.hash,
            "code": code_identity(),
            **self.evaluation.as_json(),
            "findings": [finding.as_json() for finding in self.findings],
        }


def assess(snapshot: Snapshot, policy: Policy, scheme: Scheme | None = None, as_of: date | None = None) -> Assessment:
    """Check, score, advise. Raises LookupError when no scheme or parameter is in force, PolicyError for a bad one."""
    head = snapshot.head
    occasion = Occasion(Region(head.region), head.year, as_of or head.as_of, policy)
    chosen = scheme or policy.default_scheme(head.year)
    with open_store(snapshot.tables) as store:
        evaluation = evaluate(store, occasion, chosen)
        rows = behind(store, occasion, sorted(MODULES), head.region)
        checked = [finding for package in CHECK_PACKAGES for finding in run_checks(package, store, occasion)]
    findings = tuple(ordered([*checked, *evaluation.findings]))
    advice = tuple(advise(snapshot.tables, occasion, evaluation))
    return Assessment(snapshot, occasion, evaluation, findings, advice, rows)
