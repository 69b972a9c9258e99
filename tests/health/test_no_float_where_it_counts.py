"""Money, area, points and votes never pass through a float."""

import ast
from pathlib import Path

from health.house import ROOT, parsed, place, python

EXACT = (
    *(f"src/anju/kernel/{name}.py" for name in ("money", "area", "unit", "quantity", "numeral")),
    *(f"src/anju/{room}" for room in ("scoring", "ledger", "measures", "consent", "gates")),
)


def is_float(node: ast.AST) -> bool:
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name) | ast.Constant(value=str(name)):
            return name in {"float", "float16", "float32", "float64", "double"}
        case ast.Constant(value=value):
            return isinstance(value, float)
    return False


def faults(root: Path) -> list[str]:
    return [
        place(root, path, node.lineno)
        for path in python(root, *EXACT)
        for node in ast.walk(parsed(path))
        if is_float(node) and isinstance(node, ast.expr)
    ]


def test_no_float_where_it_counts() -> None:
    assert faults(ROOT) == []
