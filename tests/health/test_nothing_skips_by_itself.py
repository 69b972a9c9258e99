"""Only tests/conftest.py skips, and only for a missing program of the system; nothing may fail by plan."""

import ast
from pathlib import Path

from health.house import ROOT, parsed, place, python

WORDS = {"skip", "skipif", "xfail", "importorskip", "skipTest", "skipIf", "skipUnless", "SkipTest"}
HIDES = {"collect_ignore", "collect_ignore_glob", "pytest_ignore_collect", "pytest_collection_modifyitems"}


def says(node: ast.AST) -> str:
    match node:
        case ast.Attribute(value=ast.Name(id="pytest" | "mark" | "unittest" | "self"), attr=word):
            return word
        case ast.Attribute(value=ast.Attribute(attr="mark"), attr=word):
            return word
        case ast.alias(name=word) | ast.Name(id=word, ctx=ast.Store()) | ast.FunctionDef(name=word):
            return word
    return ""


def faults(root: Path) -> list[str]:
    only = root / "tests/conftest.py"
    found = []
    for path in python(root, "tests"):
        for node in ast.walk(parsed(path)):
            word = says(node)
            if word in HIDES or (word in WORDS and path != only):
                found.append(f"{place(root, path, getattr(node, 'lineno', 1))} {word}")
    return found


def test_nothing_skips_by_itself() -> None:
    assert faults(ROOT) == []
