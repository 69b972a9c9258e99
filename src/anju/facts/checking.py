"""核查的规矩：一项核查是一个文件，输入事实，输出发现；一次运行全部列出。

A check module holds a Chinese docstring (first line 毛病：一句话), AUDIT_POINTS (ids of the audit map it answers,
may be empty), SEVERITY, BASIS and `check(store, occasion)`, which yields Faults. The code of a finding is the
file's path.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from types import ModuleType
from typing import Any

from anju.facts._table import Table
from anju.facts.occasion import Occasion
from anju.facts.store import FactStore
from anju.kernel.catalogue import Catalogue, walk_modules
from anju.kernel.citation import Citation
from anju.kernel.finding import Computation, Finding, Severity, Where, ordered


@dataclass(frozen=True)
class Fault:
    """What one check found: a sentence that says what stands where, what follows and what to do.

    `severity` and `basis` replace those of the module, where a rule in force (a parameter) was broken or the
    degree matters.
    """

    message: str
    where: Where = Where()
    computation: Computation | None = None
    severity: Severity | None = None
    basis: Citation | None = None


def checks(package: str) -> Catalogue[ModuleType]:
    """The check modules of a package, by code."""
    return walk_modules(package, None)


def run_checks(package: str, store: FactStore, occasion: Occasion) -> list[Finding]:
    """All findings of all checks in the package, worst first."""
    return ordered(
        found for code, module in checks(package).items() for found in run_module(code, module, store, occasion)
    )


def run_module(code: str, module: ModuleType, store: FactStore, occasion: Occasion) -> list[Finding]:
    """The findings of one check, worst first."""
    faults: Iterator[Fault] = module.check(store, occasion)
    return ordered(_finding(code, module, fault) for fault in faults)


def _finding(code: str, module: ModuleType, fault: Fault) -> Finding:
    severity = fault.severity or module.SEVERITY
    return Finding(code, severity, fault.message, fault.where, fault.basis or module.BASIS, fault.computation)


def row_of(table: Table, row: dict[str, Any], column: str | None = None) -> Where:
    """Where a row stands: its table and its key below region and year, as one text."""
    parts = [_text(row[name]) for name in table.key if name != "region"]
    return Where(table=table.name, key="/".join(parts), column=column)


def _text(value: Any) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)
