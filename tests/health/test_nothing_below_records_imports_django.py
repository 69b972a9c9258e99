"""Only records, web and the command line may know Django."""

import ast
from pathlib import Path

from health.house import ROOT, parsed, place, python

MAY = {"records", "web", "cli"}


def imported(node: ast.AST) -> list[str]:
    match node:
        case ast.Import(names=names):
            return [alias.name for alias in names]
        case ast.ImportFrom(module=str(module), level=0):
            return [module]
    return []


def faults(root: Path) -> list[str]:
    return [
        place(root, path)
        for path in python(root, "src/anju")
        if path.relative_to(root / "src/anju").parts[0] not in MAY
        for node in ast.walk(parsed(path))
        if any(name.split(".")[0] == "django" for name in imported(node))
    ]


def test_nothing_below_records_imports_django() -> None:
    assert faults(ROOT) == []
