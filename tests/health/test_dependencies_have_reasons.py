"""Each dependency in pyproject.toml is locked, and has its line in the decision about dependencies."""

import re
import tomllib
from pathlib import Path

from health.house import ROOT


def declared(root: Path) -> dict[str, str]:
    """Package name → the lock that must hold it."""
    content = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    groups = content.get("dependency-groups", {})
    lists = {"bench/requirements.lock": groups.get("bench", [])}
    lists["requirements.lock"] = [*content["project"].get("dependencies", []), *groups.get("dev", [])]
    return {re.split(r"[^\w.-]", line)[0].lower(): lock for lock, lines in lists.items() for line in lines}


def faults(root: Path) -> list[str]:
    pages = sorted((root / "docs/decisions").glob("*-dependencies.md"))
    reasons = pages[0].read_text(encoding="utf-8").lower() if pages else ""
    found = []
    for name, lock in declared(root).items():
        if f"| {name} |" not in reasons:
            found.append(f"{name}: no reason given")
        if not re.search(rf"^{re.escape(name)}==", (root / lock).read_text(encoding="utf-8"), re.MULTILINE):
            found.append(f"{name}: not in {lock}")
    return found


def test_dependencies_have_reasons() -> None:
    assert faults(ROOT) == []
