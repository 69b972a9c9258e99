"""Every source that policy data or code cites is a file of policy/sources."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from health.house import ROOT, document, parsed, place, python


def cited(node: Any) -> Iterator[str]:
    """Slugs below the keys `source` and `replaces` of YAML data."""
    if isinstance(node, list):
        for item in node:
            yield from cited(item)
    if isinstance(node, dict):
        for key, value in node.items():
            if key in {"source", "replaces"} and value:
                yield from value if isinstance(value, list) else [str(value)]
            yield from cited(value)


def cited_in_code(path: Path) -> Iterator[str]:
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] in {"Citation", "cite"}:
            first = [*node.args[:1], *(word.value for word in node.keywords if word.arg == "source")]
            yield from (str(slug.value) for slug in first if isinstance(slug, ast.Constant))


def faults(root: Path) -> list[str]:
    policy = root / "src/anju/policy"
    known = {path.stem for path in (policy / "sources").rglob("*.yaml")}
    pairs = [(path, slug) for path in policy.rglob("*.yaml") for slug in cited(document(path))]
    pairs += [(path, slug) for path in python(root, "src/anju") for slug in cited_in_code(path)]
    return sorted(f"{place(root, path)}: {slug}" for path, slug in pairs if slug not in known)


def test_cited_sources_exist() -> None:
    assert faults(ROOT) == []
