"""Cases of checks, as a finance officer can review them.

- 名: 拨付超出总投资66.78万元，没有去向
  年度: 2023            # optional
  截至: 2024-01-30      # optional
  地区: "150822"        # optional
  表: {资金流水: [{编号: "1", 事项: 拨付, 金额: 2100.01}]}
  发现: [{级别: 警告, 含: 66.78万元, 位置: 资金流水/F1}]   # or [] when the check must stay silent
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import yaml
from county_rows import occasion, store

from anju.facts.checking import checks, run_module
from anju.facts.store import TABLES
from anju.kernel.catalogue import Catalogue
from anju.kernel.finding import Finding

TESTS = Path(__file__).parent
TEST_OF = {"anju.facts.checks": "facts/checks", "anju.ledger.checks": "ledger/checks"}


def modules(package: str) -> Catalogue[ModuleType]:
    return checks(package)


def twin(package: str, code: str) -> Path:
    return TESTS / TEST_OF[package] / f"{code.replace('.', '/')}.yaml"


def written(path: Path) -> list[dict[str, Any]]:
    """Every scalar as text, so that no amount passes through a binary fraction."""
    found: list[dict[str, Any]] = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)
    return found


def cases(package: str) -> Iterator[Any]:
    """One pytest parameter a case, named as the officer named it."""
    for code in modules(package):
        for case in written(twin(package, code)):
            yield pytest.param(code, case, id=f"{code}：{case['名']}")


def findings(package: str, code: str, case: Mapping[str, Any]) -> list[Finding]:
    year, region = int(case.get("年度", 2023)), case.get("地区", "150822")
    as_of = date.fromisoformat(case.get("截至", "2024-01-30"))
    facts = store(case["表"], year=year, region=region)
    try:
        return run_module(code, modules(package)[code], facts, occasion(year, as_of, region))
    finally:
        facts.close()


def place(finding: Finding) -> str:
    """资金流水/F1: the table's title and the row's key without the plan year."""
    where = finding.where
    assert where.table is not None, f"没有写明在哪张表：{finding.message}"
    table = TABLES[where.table]
    key = (where.key or "").split("/")
    keyed = [name for name in table.key if name != "region"]
    own = [part for name, part in zip(keyed, key, strict=False) if name != "year"] if len(key) == len(keyed) else key
    return "/".join([table.title, *own])


def compare(found: list[Finding], expected: list[dict[str, str]]) -> None:
    """Each expected finding is found, in order of place and text, and no other."""
    shown = "\n".join(f"{each.severity.label} {place(each)} {each.message}" for each in found) or "（没有发现）"
    assert len(found) == len(expected), shown
    left = list(found)
    for wanted in expected:
        match = [each for each in left if _meets(each, wanted)]
        assert match, f"没有这样的发现：{wanted}\n实际：\n{shown}"
        left.remove(match[0])


def _meets(finding: Finding, wanted: Mapping[str, Any]) -> bool:
    words = wanted.get("含", "")
    words = [words] if isinstance(words, str) else words
    return (
        finding.severity.label == wanted["级别"]
        and all(word in finding.message for word in words)
        and wanted.get("位置") in (None, place(finding))
        and wanted.get("依据") in (None, finding.basis.source if finding.basis else None)
    )
