"""How the health tests walk the tree. A room that is not built yields nothing: nothing to prove."""

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parents[2]
HAN = re.compile(r"[一-鿿]")
LONG = re.compile(r"#\s*long:\s*\S")
NOT_OURS = {".git", ".venv", "var", "build", "dist", "__pycache__"}
CATALOGUES = (
    "measures",
    "figures/kinds",
    "scoring/rules",
    "facts/checks",
    "facts/tables",
    "ledger/checks",
    "gates",
    "exchange/sheets",
    "checker/rules",
    "checker/against/changes",
    "selection/criteria",
    "reports/annexes",
    "reports/chapters",
    "reports/pictures",
    "policy/schemes",
    "policy/parameters",
)


def texts(root: Path) -> Iterator[tuple[Path, str]]:
    """Every text file that is, or is about to be, committed."""
    if (root / ".git").exists():
        command = ["git", "-C", str(root), "ls-files", "-coz", "--exclude-standard"]
        names = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split("\0")
        paths = [root / name for name in sorted(set(names)) if name]
    else:
        paths = sorted(path for path in root.rglob("*") if not NOT_OURS & set(path.relative_to(root).parts))
    for path in paths:
        if path.is_file():
            try:
                yield path, path.read_text(encoding="utf-8")
            except UnicodeDecodeError:
                continue


def python(root: Path, *places: str) -> Iterator[Path]:
    """Python files below the places, which are given from the root; a place may be a file itself."""
    for place in places:
        start = root / place
        found = [start] if start.is_file() else sorted(start.rglob("*.py"))
        yield from (path for path in found if not NOT_OURS & set(path.relative_to(root).parts))


def parsed(path: Path) -> ast.Module:
    """The file's syntax tree."""
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def definitions(root: Path, *catalogues: str) -> Iterator[Path]:
    """Files of the walked catalogues, by default of all of them."""
    for catalogue in catalogues or CATALOGUES:
        start = root / "src/anju" / catalogue
        # A measure has a subject; what lies beside the subjects is the room's machinery.
        places = sorted(start.glob("*/")) if catalogue == "measures" else [start]
        for path in (path for place in places for path in sorted(place.rglob("*"))):
            hidden = any(part.startswith("_") for part in path.relative_to(start).parts)
            if path.suffix in {".py", ".yaml"} and not hidden:
                yield path


def title(path: Path) -> str:
    """First docstring line of a module, `title` of a YAML file."""
    if path.suffix == ".yaml":
        content = document(path)
        return str(content.get("title", "")) if isinstance(content, dict) else ""
    return (ast.get_docstring(parsed(path)) or "").split("\n")[0]


def document(path: Path) -> Any:
    """The content of a YAML file."""
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def place(root: Path, path: Path, line: int | None = None) -> str:
    """`src/anju/kernel/money.py:12`"""
    name = path.relative_to(root).as_posix()
    return name if line is None else f"{name}:{line}"


def functions(path: Path) -> Iterator[tuple[ast.FunctionDef | ast.AsyncFunctionDef, int]]:
    """Each function with its number of lines, its docstring not counted: explaining must cost nothing."""
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            first = node.body[0]
            if ast.get_docstring(node, clean=False) is not None:
                lines -= (first.end_lineno or first.lineno) - first.lineno + 1
            yield node, lines


def long_exceptions(root: Path) -> list[str]:
    """Places whose excess length carries its reason (`# long: why`), for the end of every test run."""
    return [
        f"{place(root, path, number)} {line.strip()}"
        for path in python(root, "src", "scripts")
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if LONG.search(line)
    ]
