"""A file has at most 200 lines, a function 25 (docstring not counted), unless `# long: reason` says why."""

from pathlib import Path

from health.house import LONG, ROOT, functions, place, python


def faults(root: Path) -> list[str]:
    found = []
    for path in python(root, "src", "scripts"):
        lines = path.read_text(encoding="utf-8").splitlines()
        if len(lines) > 200 and not LONG.search(lines[0]):
            found.append(f"{place(root, path)}: {len(lines)} lines")
        for node, length in functions(path):
            if length > 25 and not LONG.search(lines[node.lineno - 1]):
                found.append(f"{place(root, path, node.lineno)} {node.name}: {length} lines")
    return found


def test_files_and_functions_are_short() -> None:
    assert faults(ROOT) == []
